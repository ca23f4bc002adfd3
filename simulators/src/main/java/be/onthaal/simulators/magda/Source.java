// SPDX-License-Identifier: EUPL-1.2
package be.onthaal.simulators.magda;

import java.io.IOException;

/** What stands behind the gateway. */
interface Source {

    /** An envelope with the answer to a question. */
    Tree answer(Asked asked) throws IOException;
}
