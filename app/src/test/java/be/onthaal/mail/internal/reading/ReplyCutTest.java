// SPDX-License-Identifier: EUPL-1.2
package be.onthaal.mail.internal.reading;

import static org.assertj.core.api.Assertions.assertThat;

import java.util.Random;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.ValueSource;

class ReplyCutTest {

    private static final String NEW = "Beste,\n\nIn bijlage het attest.\n\nFatima\n\n";

    @ParameterizedTest
    @ValueSource(
            strings = {
                "Op 3 mei 2026 om 10:15 schreef Jan Peeters <jan@example.org>:\n> Hallo\n",
                "Op ma 3 mei 2026 10:15 schreef Jan Peeters <jan@example.org>:\nHallo\n",
                "Op 3 mei 2026, om 10:15 heeft Jan Peeters <jan@example.org> het volgende\n"
                        + "geschreven:\n\n> Hallo\n",
                "Op zondag 3 mei 2026 heeft de heer Jan Peeters van de\ndienst Burgerzaken\n"
                        + "<jan@example.org> geschreven:\n> Hallo\n",
                "Jan Peeters schreef op 3 mei 2026 om 10:15:\n> Hallo\n",
                "Jan Peeters <jan@example.org> schreef:\n> Hallo\n",
                "Le lun. 3 mai 2026 à 10:15, Jan Peeters <jan@example.org> a écrit :\n> Bonjour\n",
                "Le 3 mai 2026 à 10:15, Jan Peeters a écrit\u00A0:\n\nBonjour\n",
                "On Sun, May 3, 2026 at 10:15 AM Jan Peeters <jan@example.org> wrote:\n> Hello\n",
                "On Sun, May 3, 2026 at 10:15 AM Jan Peeters\n<jan@example.org> wrote:\n> Hello\n",
                "Am 03.05.2026 um 10:15 schrieb Jan Peeters <jan@example.org>:\n> Hallo\n",
                "Am So., 3. Mai 2026 um 10:15 Uhr schrieb Jan Peeters:\nHallo\n",
                "Van: Jan Peeters <jan@example.org>\nVerzonden: zondag 3 mei 2026 10:15\n"
                        + "Aan: Loket\nOnderwerp: Attest\n\nHallo\n",
                "________________________________\nVan: Jan <jan@example.org>\n"
                        + "Verzonden: zondag 3 mei 2026\nAan: Loket\nOnderwerp: Attest\n\nHallo\n",
                "-----Oorspronkelijk bericht-----\nVan: Jan <jan@example.org>\n"
                        + "Verzonden: zondag 3 mei 2026\nAan: Loket\nOnderwerp: Attest\n\nHallo\n",
                "*From:* Jan <jan@example.org>\n*Sent:* Sunday\n*To:* Desk\n*Subject:* x\n\nHi\n",
                "De : Jan <jan@example.org>\nEnvoyé : dimanche\nÀ : Guichet\nObjet : x\n\nSalut\n",
                "Von: Jan <jan@example.org>\nGesendet: Sonntag\nAn: Amt\nBetreff: x\n\nHallo\n",
                "-----Original Message-----\nHello\n",
                "> Hallo\n> Kan ik een attest krijgen?\n",
                ">> Ouder\n> Hallo\n",
                "-- \nFatima El Amrani\nDienst Burgerzaken\n",
                "--\nFatima El Amrani\n",
                "Verzonden vanaf mijn iPhone\n\nOp 3 mei 2026 om 10:15 schreef Jan:\n> Hallo\n",
                "Sent from my iPhone\n",
                "Outlook voor Android downloaden\n________________________________\n"
                        + "Van: Jan\nVerzonden: zondag\nAan: Loket\nOnderwerp: x\n\nHallo\n",
                "-- \nFatima\n\nOp 3 mei 2026 om 10:15 schreef Jan:\n> Hallo\n> -- \n> Jan\n"
            })
    void theHistoryIsFoldedAway(String history) {
        ReplyCut cut = ReplyCut.of(NEW + history);

        assertThat(cut.head()).isEqualTo(NEW);
        assertThat(cut.tail()).isEqualTo(history);
    }

    @Test
    void windowsLineEndsMakeNoDifference() {
        ReplyCut cut = ReplyCut.of("Ja\r\n\r\nOp 3 mei 2026 schreef Jan:\r\n> Hallo\r\n");

        assertThat(cut.head()).isEqualTo("Ja\r\n\r\n");
    }

    @ParameterizedTest
    @ValueSource(
            strings = {
                "Op 3 mei 2026 schreef Jan:\n> Komt u?\n\nJa, ik kom.\n\n> Om tien?\n\nNee, elf.\n",
                "Op 3 mei 2026 schreef Jan:\n> Komt u?\n\nJa, ik kom.\n",
                "> Komt u?\n\nJa, ik kom.\n",
                "Van: station\nik vertrek om tien uur en kom aan.\n",
                "Op 3 mei 2026 kreeg ik uw brief. Daarin staat: betalen.\n",
                "Ik schreef u op maandag:\nzonder antwoord.\n",
                "Op 3 mei 2026 schreef Jan:\n> Alleen een citaat\n",
                "Doorgestuurd\n",
                "",
                "\n\n"
            })
    void whatMayBeNewIsNotFolded(String text) {
        assertThat(ReplyCut.of(text)).isEqualTo(new ReplyCut(text, ""));
    }

    @Test
    void headAndTailAreAlwaysTheWhole() {
        String[] lines = {
            "Hallo",
            "",
            "> citaat",
            "-- ",
            "Op 3 mei 2026 schreef Jan:",
            "Van: Jan",
            "Aan: x",
            "Onderwerp: y",
            "Verzonden: nu",
            "____________",
            "Sent from my iPhone",
            "\r",
            "Le 3 mai",
            "a écrit :",
            "-----Original Message-----"
        };
        Random random = new Random(7);
        for (int i = 0; i < 3_000; i++) {
            StringBuilder text = new StringBuilder();
            for (int j = random.nextInt(30); j > 0; j--) {
                text.append(lines[random.nextInt(lines.length)]);
                text.append(random.nextInt(9) == 0 ? "\r\n" : "\n");
            }

            ReplyCut cut = ReplyCut.of(text.toString());

            assertThat(cut.head() + cut.tail()).isEqualTo(text.toString());
        }
    }

    @Test
    void aTextMadeToBeSlowIsCutInTime() {
        for (String line :
                new String[] {
                    "> x\n",
                    "\n",
                    "Op 1 " + "schreef ".repeat(40) + "\n",
                    "Op 1 x schreef:\n> x\n",
                    "Van: x\n",
                    "a <" + "b".repeat(100) + "\n",
                    "-- \n"
                }) {
            String text = "Nieuw\n" + line.repeat(400_000 / line.length()) + "Onderaan\n";

            assertThat(ReplyCut.of(text).head()).startsWith("Nieuw");
        }
    }
}
