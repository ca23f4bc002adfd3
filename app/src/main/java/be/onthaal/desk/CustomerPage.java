// SPDX-License-Identifier: EUPL-1.2
package be.onthaal.desk;

import be.onthaal.audit.Looker;
import be.onthaal.cases.CaseLine;
import be.onthaal.cases.CaseType;
import be.onthaal.contact.Verification;
import be.onthaal.party.Consent;
import be.onthaal.party.ConsentPurpose;
import be.onthaal.party.Detail;
import be.onthaal.party.Merge;
import be.onthaal.party.Party;
import be.onthaal.party.SafetyFlag;
import be.onthaal.party.Wishes;
import be.onthaal.web.Text;
import java.util.List;
import java.util.Map;
import java.util.Optional;

/** Everything about a customer that the reader may see. */
public record CustomerPage(
        Party party,
        List<CaseLine> cases,
        Days days,
        List<Looker> lookers,
        Relatives relatives,
        Decided decided,
        Wanted wanted,
        May may) {

    /**
     * What the reader may do.
     *
     * @param own whether it is his own file, or that of somebody near to him
     * @param tell what he may tell whoever he is noting a contact with, where that is this customer
     */
    public record May(
            boolean edit,
            boolean note,
            boolean own,
            boolean askRegister,
            boolean askSocial,
            Optional<Verification.Telling> tell) {}

    public boolean edits() {
        return may.edit();
    }

    public boolean notes() {
        return may.note();
    }

    /** Whether something stands above the page that whoever helps him must know. */
    public boolean warned() {
        return may.own()
                || may.tell().isPresent()
                || !flags().isEmpty()
                || !party.details().indications().isEmpty()
                || !relatives.acting().isEmpty();
    }

    /** The first letters of a name, for where a picture could be. */
    public String initials() {
        return initials(party.name());
    }

    /** How he wants to be reached, and the types of case for which he may want it otherwise. */
    public record Wanted(Wishes wishes, List<CaseType> types) {

        /** What a type of case is called; its code where it is no longer published. */
        public String typeName(String code, String locale) {
            return types.stream()
                    .filter(type -> type.code().equals(code))
                    .map(type -> type.definition().name().in(locale))
                    .findFirst()
                    .orElse(code);
        }
    }

    /** What was decided about him, and by him. */
    public record Decided(
            List<Merge> merges, Map<ConsentPurpose, Consent> consents, List<SafetyFlag> flags) {

        public Decided {
            merges = List.copyOf(merges);
            consents = Map.copyOf(consents);
            flags = List.copyOf(flags);
        }
    }

    public List<Merge> merges() {
        return decided.merges();
    }

    public List<SafetyFlag> flags() {
        return decided.flags();
    }

    /** His last word about a purpose. */
    public Optional<Consent> consent(ConsentPurpose purpose) {
        return Optional.ofNullable(decided.consents().get(purpose));
    }

    /** What an employee may state; a number and a name have their own place. */
    public List<Detail.Kind> kinds() {
        return List.of(Detail.Kind.values());
    }

    /** Where we know something from. */
    public String source(Text text, String source) {
        return text.has("Source." + source) ? text.of("Source." + source) : source;
    }

    public static String initials(String name) {
        String[] words = name.strip().split("\\s+", 3);
        String first = words[0].isEmpty() ? "" : words[0].substring(0, 1);
        String second = words.length < 2 ? "" : words[words.length - 1].substring(0, 1);
        return first + second;
    }
}
