// SPDX-License-Identifier: EUPL-1.2
package be.onthaal.scanning;

import be.onthaal.access.Confidentiality;
import be.onthaal.access.UnitId;
import be.onthaal.post.PieceKind;
import java.util.Optional;
import java.util.UUID;

/** What a sheet of ours says to whoever splits a stack. */
public sealed interface SheetCode {

    /** Here another piece begins. */
    record Separator() implements SheetCode {}

    /**
     * Here another piece begins, of which this is known.
     *
     * @param unopened an envelope that only its unit opens
     * @param caseNumber the case it is for; empty for none
     */
    record Cover(
            UnitId unit,
            PieceKind kind,
            Confidentiality confidentiality,
            boolean unopened,
            String caseNumber)
            implements SheetCode {}

    /** As it stands in the QR code, without the signature. */
    default String written() {
        return switch (this) {
            case Separator end -> "S";
            case Cover cover ->
                    String.join(
                            "|",
                            "C",
                            cover.unit().toString(),
                            cover.kind().name(),
                            cover.confidentiality().name(),
                            cover.unopened() ? "U" : "",
                            cover.caseNumber());
        };
    }

    /** Read back; nothing when it is not like what we write. */
    static Optional<SheetCode> read(String written) {
        if (written.equals("S")) {
            return Optional.of(new Separator());
        }
        String[] parts = written.split("\\|", -1);
        if (parts.length != 6 || !parts[0].equals("C")) {
            return Optional.empty();
        }
        try {
            return Optional.of(
                    new Cover(
                            new UnitId(UUID.fromString(parts[1])),
                            PieceKind.valueOf(parts[2]),
                            Confidentiality.valueOf(parts[3]),
                            parts[4].equals("U"),
                            parts[5]));
        } catch (IllegalArgumentException other) {
            return Optional.empty();
        }
    }
}
