// SPDX-License-Identifier: EUPL-1.2
package be.onthaal.moving.internal;

import be.onthaal.moving.internal.reading.Sheet;

/** Brings the rows of one sheet in through the module that owns them, and takes them out again. */
interface SheetWork {

    Sheet sheet();

    /** Brings a row in; what cannot come in is refused with a reason. */
    Line.Outcome bring(Line line, Run run);

    /** Takes out what a row brought in; refused with a reason when somebody worked on it. */
    void undo(Line line, Run run);
}
