// SPDX-License-Identifier: EUPL-1.2
package be.onthaal.magda;

import be.onthaal.common.Message;
import be.onthaal.party.register.Notice;
import be.onthaal.party.register.Notice.Severity;
import java.util.List;
import java.util.Set;
import java.util.regex.Pattern;

/** What MAGDA tells besides data (Uitzonderingen), as an employee reads it. */
final class Notices {

    private static final String OURS = "ONTHAAL";
    private static final Pattern CODE = Pattern.compile("[0-9]{1,10}");

    /** The codes that have a sentence of their own in the bundles. */
    static final Set<String> KNOWN =
            Set.of(
                    "10001", "13001", "15021", "20002", "20110", "30001", "30003", "30004", "30014",
                    "30016", "30032", "30042", "30101", "40000", "40006", "40046", "48074", "48181",
                    "60000", "60006", "60007", "60009", "60011", "60013", "99984", "99986", "99994",
                    "99995", "99996");

    private static final Set<String> NOTHING_FOUND =
            Set.of("30001", "30003", "30016", "30101", "40000", "40046");
    private static final Set<String> LATER =
            Set.of("60006", "60007", "60009", "99986", "99994", "99995", "99996");
    private static final Set<String> NO_RIGHT = Set.of("13001", "15021", "40006", "60011", "60013");
    private static final String CROWDED = "99995";

    private Notices() {}

    /** Those of a message or of one question. */
    static List<Notice> of(Node place) {
        return place.below("Uitzonderingen", "Uitzondering").stream().map(Notices::read).toList();
    }

    private static Notice read(Node node) {
        String code = node.needText("Identificatie");
        if (!CODE.matcher(code).matches()) {
            throw new Unreadable("field", node.path() + "/Identificatie");
        }
        Severity severity =
                switch (node.needText("Type")) {
                    case "FOUT" -> Severity.ERROR;
                    case "WAARSCHUWING" -> Severity.WARNING;
                    case "INFORMATIE" -> Severity.INFORMATION;
                    default -> throw new Unreadable("field", node.path() + "/Type");
                };
        return theirs(
                severity,
                code,
                node.text("Oorsprong").orElse("MAGDA"),
                node.text("Diagnose").orElse("-"));
    }

    /** A code of MAGDA; one that we do not know keeps its number and the words of MAGDA. */
    static Notice theirs(Severity severity, String code, String origin, String diagnosis) {
        Message sentence =
                KNOWN.contains(code)
                        ? Message.of("magda.code." + code, origin)
                        : Message.of(
                                severity == Severity.ERROR
                                        ? "magda.code.unknown.error"
                                        : "magda.code.unknown.remark",
                                code,
                                diagnosis);
        return new Notice(severity, code, origin, sentence);
    }

    /** Something that we say ourselves. */
    static Notice ours(String key, String code, Object... arguments) {
        return new Notice(Severity.ERROR, code, OURS, Message.of(key, arguments));
    }

    static boolean isError(Notice notice) {
        return notice.severity() == Severity.ERROR;
    }

    /** The source was asked and has nothing. */
    static boolean saysNothingFound(Notice notice) {
        return NOTHING_FOUND.contains(notice.code());
    }

    /** The source cannot answer now. */
    static boolean saysLater(Notice notice) {
        return LATER.contains(notice.code());
    }

    /** Asked at the same time as too many others, and so worth another try at once. */
    static boolean saysCrowded(Notice notice) {
        return CROWDED.equals(notice.code());
    }

    /** This authority may not ask this. */
    static boolean saysNoRight(Notice notice) {
        return NO_RIGHT.contains(notice.code());
    }
}
