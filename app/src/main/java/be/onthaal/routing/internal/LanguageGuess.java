// SPDX-License-Identifier: EUPL-1.2
package be.onthaal.routing.internal;

import be.onthaal.routing.MailLanguage;
import java.util.Map;
import java.util.Optional;
import java.util.Set;

/** Tells a language by its small words, and says nothing where it is not sure. */
final class LanguageGuess {

    private static final int FEWEST = 3;

    private static final Map<MailLanguage, Set<String>> SMALL_WORDS =
            Map.of(
                    MailLanguage.NL,
                    words(
                            "de het een van ik en dat niet voor met zijn mijn naar wij ons onze u uw"
                                    + " kan graag wordt werd heeft deze bij ook maar als nog geen"
                                    + " hoe waar wanneer beste geachte groeten vriendelijke bedankt"),
                    MailLanguage.FR,
                    words(
                            "le la les des du une je et que ne pas pour avec mon ma mes notre nous"
                                    + " vous votre est sont dans sur qui au aux ce cette bonjour merci"
                                    + " cordialement madame monsieur voudrais"),
                    MailLanguage.EN,
                    words(
                            "the a an of i and that not for with my our we you your is are in on to"
                                    + " this would like have has please thank thanks dear regards when"
                                    + " how where could"),
                    MailLanguage.DE,
                    words(
                            "der die das ein eine ich und dass nicht fur mit mein meine unser wir sie"
                                    + " ihr ihre ist sind im auf zu wurde mochte bitte danke sehr"
                                    + " geehrte grusse freundlichen wann"));

    private LanguageGuess() {}

    static Optional<MailLanguage> of(FoldedText text) {
        Optional<MailLanguage> best = Optional.empty();
        int most = 0;
        int second = 0;
        for (MailLanguage language : MailLanguage.values()) {
            int found = text.count(SMALL_WORDS.getOrDefault(language, Set.of()));
            if (found > most) {
                second = most;
                most = found;
                best = Optional.of(language);
            } else if (found > second) {
                second = found;
            }
        }
        int lead = most - second;
        return most >= FEWEST && lead * 4 >= most ? best : Optional.empty();
    }

    private static Set<String> words(String together) {
        return Set.of(together.split(" "));
    }
}
