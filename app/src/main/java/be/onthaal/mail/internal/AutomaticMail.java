// SPDX-License-Identifier: EUPL-1.2
package be.onthaal.mail.internal;

import be.onthaal.post.AutomaticPieces;
import be.onthaal.post.EntryId;
import org.springframework.stereotype.Component;

/** Tells the register which of its pieces are mail that no person wrote. */
@Component
class AutomaticMail implements AutomaticPieces {

    private final MessageRows rows;

    AutomaticMail(MessageRows rows) {
        this.rows = rows;
    }

    @Override
    public boolean holds(EntryId id) {
        return rows.isAutomatic(id.value());
    }
}
