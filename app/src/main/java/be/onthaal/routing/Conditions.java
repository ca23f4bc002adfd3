// SPDX-License-Identifier: EUPL-1.2
package be.onthaal.routing;

import java.util.List;
import java.util.Optional;

/**
 * What a rule asks of a mail: everything that is filled in must fit; of several words one is
 * enough. A rule that asks nothing fits every mail.
 *
 * @param senders addresses, domains, or beginnings that end in a star
 * @param recipients the same, of whom it was written to and of the mailbox
 * @param subject words in the subject
 * @param text words in the subject or the text
 */
public record Conditions(
        List<String> senders,
        List<String> recipients,
        List<String> subject,
        List<String> text,
        Optional<AttachmentKind> attachments,
        CaseNamed named,
        Optional<MailLanguage> language) {

    /** A rule that asks nothing. */
    public static final Conditions NONE =
            new Conditions(
                    List.of(),
                    List.of(),
                    List.of(),
                    List.of(),
                    Optional.empty(),
                    CaseNamed.NOT_ASKED,
                    Optional.empty());

    public Conditions {
        senders = List.copyOf(senders);
        recipients = List.copyOf(recipients);
        subject = List.copyOf(subject);
        text = List.copyOf(text);
    }

    /**
     * Whether the mail must name a case.
     *
     * @param types codes of types it must be of; any when there are none
     */
    public record CaseNamed(boolean asked, List<String> types) {

        public static final CaseNamed NOT_ASKED = new CaseNamed(false, List.of());

        public CaseNamed {
            types = List.copyOf(types);
        }

        private boolean holds(CaseNamed other) {
            return !asked
                    || (other.asked
                            && (types.isEmpty()
                                    || (!other.types.isEmpty() && types.containsAll(other.types))));
        }
    }

    /** Words in the subject alone. */
    public static Conditions ofSubject(String... words) {
        return new Conditions(
                List.of(),
                List.of(),
                List.of(words),
                List.of(),
                Optional.empty(),
                CaseNamed.NOT_ASKED,
                Optional.empty());
    }

    /** Whether every mail that fits the other surely fits this too. */
    public boolean holds(Conditions other) {
        return among(senders, other.senders)
                && among(recipients, other.recipients)
                && among(subject, other.subject)
                && among(text, other.text)
                && (attachments.isEmpty()
                        || other.attachments.filter(attachments.get()::holds).isPresent())
                && named.holds(other.named)
                && (language.isEmpty() || language.equals(other.language));
    }

    private static boolean among(List<String> wide, List<String> narrow) {
        return wide.isEmpty() || (!narrow.isEmpty() && wide.containsAll(narrow));
    }
}
