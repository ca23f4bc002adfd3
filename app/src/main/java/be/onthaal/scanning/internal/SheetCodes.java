// SPDX-License-Identifier: EUPL-1.2
package be.onthaal.scanning.internal;

import be.onthaal.access.Callers;
import be.onthaal.scanning.SheetCode;
import be.onthaal.secrets.InstallationKey;
import java.util.List;
import java.util.Optional;
import org.springframework.stereotype.Component;

/**
 * Sheets of this authority, signed: a code in somebody's letter, or on the sheet of another town,
 * is none of ours.
 */
@Component
class SheetCodes {

    private static final String PURPOSE = "scan-sheet";
    private static final String BEGIN = "ONTHAAL1:";

    private final InstallationKey key;

    SheetCodes(InstallationKey key) {
        this.key = key;
    }

    /** What stands in the QR code of a sheet. */
    String signed(SheetCode code) {
        String written = code.written();
        return BEGIN + key.sign(PURPOSE, own(written)) + ":" + written;
    }

    /** What the first of these codes that is ours says; nothing when none is. */
    Optional<SheetCode> ours(List<String> codes) {
        return codes.stream().flatMap(code -> verified(code).stream()).findFirst();
    }

    private Optional<SheetCode> verified(String code) {
        String[] parts = code.split(":", 3);
        if (!code.startsWith(BEGIN) || parts.length != 3) {
            return Optional.empty();
        }
        return key.verifies(PURPOSE, own(parts[2]), parts[1])
                ? SheetCode.read(parts[2])
                : Optional.empty();
    }

    private static String own(String written) {
        return Callers.current().authority() + " " + written;
    }
}
