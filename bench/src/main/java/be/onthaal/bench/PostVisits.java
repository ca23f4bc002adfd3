// SPDX-License-Identifier: EUPL-1.2
package be.onthaal.bench;

import java.sql.SQLException;
import java.util.List;
import java.util.Optional;
import java.util.SplittableRandom;
import java.util.UUID;

/** What a post clerk does with a pile: registering, and now and then looking for a sender. */
final class PostVisits implements Visit.Round {

    static final List<String> FORMS = List.of("register", "register typed");

    private static final int DRAWN = 5_000;
    private static final List<String> KINDS = List.of("LETTER", "LETTER", "LETTER", "REGISTERED");
    private static final List<String> SUBJECTS =
            List.of("Bezwaar", "Factuur", "Aanvraag", "Uitnodiging", "Klacht", "Attest", "Verslag");

    private final SplittableRandom random;
    private final List<Sender> senders;
    private final Town town;
    private final String today;
    private int made;

    PostVisits(Store store, Town town, int seed) throws SQLException {
        random = new SplittableRandom(seed);
        this.town = town;
        today = store.column("select (now() at time zone 'Europe/Brussels')::date").getFirst();
        senders =
                store
                        .rows(
                                "select distinct p.id, p.name from party.profile p"
                                        + " join cases.case_file c on c.party_id = p.id"
                                        + " where c.authority_id = ? limit "
                                        + DRAWN,
                                UUID.fromString(town.authority()))
                        .stream()
                        .map(row -> new Sender(row.get(0), row.get(1)))
                        .toList();
    }

    private record Sender(String id, String name) {}

    @Override
    public Visit next() {
        Sender sender = senders.get(random.nextInt(senders.size()));
        int chance = random.nextInt(100);
        if (chance < 20) {
            String beginning = sender.name().substring(0, Math.min(5, sender.name().length()));
            return Visit.form("sender", "/post/afzenders", "sender", beginning);
        }
        return register(sender, chance < 80 ? sender.id() : "");
    }

    /** A form as the page sends it; a fifth of the senders are only typed. */
    private Visit register(Sender sender, String party) {
        made++;
        String subject = SUBJECTS.get(random.nextInt(SUBJECTS.size())) + " " + made;
        String form =
                "direction=IN&keep=yes&once=%s&sender=%s&party=%s&subject=%s&on=%s&kind=%s&unit=%s&level=INTERNAL"
                        .formatted(
                                new UUID(random.nextLong(), random.nextLong()),
                                Visit.encoded(sender.name()),
                                party,
                                Visit.encoded(subject),
                                today,
                                KINDS.get(random.nextInt(KINDS.size())),
                                town.units().get(random.nextInt(town.units().size())).id());
        return new Visit(
                party.isEmpty() ? FORMS.getLast() : FORMS.getFirst(),
                "/post/inschrijven",
                Optional.of(form));
    }
}
