// SPDX-License-Identifier: EUPL-1.2
package be.onthaal.kbo.internal;

import be.onthaal.testing.IntakeProcess;

/** A process that brings extracts in until it is killed. */
final class LoadingProcess {

    private LoadingProcess() {}

    /** Says that it runs, and then takes step after step. */
    public static void main(String[] settings) throws InterruptedException {
        Loading loading = IntakeProcess.start(settings).getBean(Loading.class);
        System.out.println(IntakeProcess.READY);
        while (!Thread.currentThread().isInterrupted()) {
            if (!loading.step()) {
                Thread.sleep(50);
            }
        }
    }
}
