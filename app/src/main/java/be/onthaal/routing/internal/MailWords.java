// SPDX-License-Identifier: EUPL-1.2
package be.onthaal.routing.internal;

import be.onthaal.routing.AttachmentKind;
import be.onthaal.routing.Conditions;
import be.onthaal.routing.IncomingMail;
import be.onthaal.routing.MailLanguage;
import be.onthaal.routing.Match;
import be.onthaal.routing.Match.Field;
import java.util.ArrayList;
import java.util.List;
import java.util.Locale;
import java.util.Optional;
import java.util.Set;
import java.util.stream.Stream;

/** A mail read once, to ask all rules about. */
public final class MailWords {

    private static final Set<String> OFFICE =
            Set.of("doc", "docx", "odt", "xls", "xlsx", "ods", "ppt", "pptx", "odp", "rtf", "csv");

    private final IncomingMail mail;
    private final FoldedText subject;
    private final FoldedText text;
    private final Optional<MailLanguage> language;

    public MailWords(IncomingMail mail) {
        this.mail = mail;
        this.subject = new FoldedText(mail.subject());
        this.text = new FoldedText(mail.text());
        this.language = LanguageGuess.of(new FoldedText(mail.subject() + "\n" + mail.text()));
    }

    public Optional<MailLanguage> language() {
        return language;
    }

    /** What fits, if everything that is asked does. */
    public Optional<List<Match>> fits(Conditions asked) {
        List<Optional<Match>> answers = new ArrayList<>();
        if (!asked.senders().isEmpty()) {
            answers.add(addressed(Field.SENDER, asked.senders(), List.of(mail.sender())));
        }
        if (!asked.recipients().isEmpty()) {
            List<String> all =
                    Stream.concat(Stream.of(mail.mailbox()), mail.recipients().stream()).toList();
            answers.add(addressed(Field.RECIPIENT, asked.recipients(), all));
        }
        if (!asked.subject().isEmpty()) {
            answers.add(worded(Field.SUBJECT, asked.subject(), List.of(subject)));
        }
        if (!asked.text().isEmpty()) {
            answers.add(worded(Field.TEXT, asked.text(), List.of(subject, text)));
        }
        asked.attachments().ifPresent(kind -> answers.add(attached(kind)));
        if (asked.named().asked()) {
            answers.add(named(asked.named()));
        }
        asked.language()
                .ifPresent(wanted ->
                        answers.add(
                                language.filter(wanted::equals)
                                        .map(one ->
                                                new Match(Field.LANGUAGE, List.of(one.name())))));
        if (answers.isEmpty()) {
            return Optional.of(List.of(new Match(Field.EVERYTHING, List.of())));
        }
        return answers.stream().allMatch(Optional::isPresent)
                ? Optional.of(answers.stream().flatMap(Optional::stream).toList())
                : Optional.empty();
    }

    private static Optional<Match> addressed(
            Field field, List<String> patterns, List<String> addresses) {
        return found(
                field,
                patterns.stream()
                        .filter(one -> addresses.stream().anyMatch(new AddressPattern(one)::fits))
                        .toList());
    }

    private static Optional<Match> worded(Field field, List<String> words, List<FoldedText> where) {
        return found(
                field,
                words.stream()
                        .filter(one -> {
                            Word word = Word.of(one);
                            return where.stream().anyMatch(text -> text.has(word));
                        })
                        .toList());
    }

    private static Optional<Match> found(Field field, List<String> words) {
        return words.isEmpty() ? Optional.empty() : Optional.of(new Match(field, words));
    }

    private Optional<Match> attached(AttachmentKind kind) {
        if (kind == AttachmentKind.NONE) {
            return mail.attachments().isEmpty()
                    ? Optional.of(new Match(Field.ATTACHMENT, List.of(kind.name())))
                    : Optional.empty();
        }
        return mail.attachments().stream().anyMatch(file -> is(kind, file))
                ? Optional.of(new Match(Field.ATTACHMENT, List.of(kind.name())))
                : Optional.empty();
    }

    private static boolean is(AttachmentKind kind, IncomingMail.Attached file) {
        String type = file.type().toLowerCase(Locale.ROOT);
        String ending =
                file.name().substring(file.name().lastIndexOf('.') + 1).toLowerCase(Locale.ROOT);
        return switch (kind) {
            case NONE -> false;
            case ANY -> true;
            case PDF -> type.equals("application/pdf") || ending.equals("pdf");
            case PICTURE -> type.startsWith("image/");
            case OFFICE -> OFFICE.contains(ending);
        };
    }

    private Optional<Match> named(Conditions.CaseNamed asked) {
        return mail.namedCase()
                .filter(one -> asked.types().isEmpty() || asked.types().contains(one.type()))
                .map(one -> new Match(Field.CASE, List.of(one.number())));
    }
}
