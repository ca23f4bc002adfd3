// SPDX-License-Identifier: EUPL-1.2
package be.onthaal.party.matching;

import static org.assertj.core.api.Assertions.assertThat;

import org.junit.jupiter.api.Test;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.CsvSource;
import org.junit.jupiter.params.provider.ValueSource;

class NamesTest {

    @ParameterizedTest
    @ValueSource(
            strings = {
                "Van den Berghe",
                "vandenberghe",
                "VandenBerghe",
                "VAN DEN-BERGHE",
                " Vanden  Berghe "
            })
    void aNameIsOneNameHoweverItsParticlesAreWritten(String written) {
        assertThat(Names.joined(Names.words(written))).isEqualTo("vandenberghe");
        assertThat(Names.core("vandenberghe")).isEqualTo("berghe");
    }

    @ParameterizedTest
    @CsvSource({
        "Hélène, helene",
        "D’Hondt, dhondt",
        "Anaïs-Marie, anais marie",
        "Bjørn, bjorn",
        "Groß, gross",
        "'  ', ''"
    })
    void accentsAndMarksAreNoPartOfAName(String written, String words) {
        assertThat(Names.words(written)).isEqualTo(words);
    }

    @Test
    void lettersOfOtherScriptsStayLetters() {
        assertThat(Names.words("Иван")).isNotEmpty();
    }

    @ParameterizedTest
    @CsvSource({"deckers, dekkers", "claes, klaas", "huyghe, huige", "vermeire, vermeiren"})
    void spellingsOfOneSoundSoundAlike(String one, String other) {
        String sound = Names.sound(one);
        assertThat(Names.sound(other)).startsWith(sound.substring(0, 2));
    }

    @Test
    void aShortNameIsNotTakenForAParticle() {
        assertThat(Names.core("denys")).isEqualTo("denys");
        assertThat(Names.core("")).isEmpty();
    }
}
