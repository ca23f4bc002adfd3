// SPDX-License-Identifier: EUPL-1.2
package be.onthaal.jobs.internal;

import be.onthaal.access.Authorities;
import be.onthaal.access.Authority;
import be.onthaal.access.Caller;
import be.onthaal.access.Callers;
import be.onthaal.common.Forgetting;
import be.onthaal.jobs.RecurringJob;
import java.time.Duration;
import java.util.List;
import org.slf4j.Logger;
import org.slf4j.LoggerFactory;
import org.springframework.aop.support.AopUtils;
import org.springframework.stereotype.Component;

/**
 * Lets every module forget what it promised to; one that fails does not keep the others from it.
 */
@Component
class HourlyForgetting implements RecurringJob {

    private static final Logger log = LoggerFactory.getLogger(HourlyForgetting.class);
    private static final String SELF = "opruimen";

    private final List<Forgetting> modules;
    private final Authorities authorities;

    HourlyForgetting(List<Forgetting> modules, Authorities authorities) {
        this.modules = List.copyOf(modules);
        this.authorities = authorities;
    }

    @Override
    public String name() {
        return "forget";
    }

    @Override
    public Rhythm rhythm() {
        return new Rhythm.Every(Duration.ofHours(1));
    }

    @Override
    public void run() {
        for (Authority authority : Callers.as(Caller.service(SELF), authorities::list)) {
            Caller service = Caller.service(SELF, authority);
            modules.forEach(module -> forget(service, module));
        }
    }

    private static void forget(Caller service, Forgetting module) {
        try {
            int gone = Callers.as(service, module::forget);
            if (gone > 0) {
                log.info("{} forgot {} rows or files", name(module), gone);
            }
        } catch (RuntimeException failure) {
            log.warn("{} could not forget", name(module), failure);
        }
    }

    private static String name(Forgetting module) {
        return AopUtils.getTargetClass(module).getSimpleName();
    }
}
