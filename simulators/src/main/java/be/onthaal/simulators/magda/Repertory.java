// SPDX-License-Identifier: EUPL-1.2
package be.onthaal.simulators.magda;

import be.onthaal.simulators.magda.Envelopes.Remark;
import java.util.HashSet;
import java.util.List;
import java.util.Map;
import java.util.Optional;
import java.util.Set;
import java.util.UUID;
import java.util.concurrent.ConcurrentHashMap;
import java.util.concurrent.CopyOnWriteArrayList;

/**
 * Who follows whom in the invented town, and what they are told. Whoever is followed moves house at
 * once, so that there is something to tell; what was told comes again until its receipt is given.
 */
final class Repertory {

    private final List<Resident> people;
    private final Map<String, Set<String>> followed = new ConcurrentHashMap<>();
    private final Map<String, List<Message>> waiting = new ConcurrentHashMap<>();
    private final Map<String, Batch> told = new ConcurrentHashMap<>();

    Repertory(List<Resident> people) {
        this.people = people;
    }

    private record Message(String reference, Resident person) {}

    private record Batch(String receipt, List<Message> messages) {}

    Tree follow(Asked asked) {
        Optional<Resident> person = person(asked);
        if (person.isEmpty()) {
            return result(asked, false);
        }
        boolean fresh =
                followed.computeIfAbsent(asked.sender(), key -> ConcurrentHashMap.newKeySet())
                        .add(person.get().insz());
        if (fresh) {
            waiting.computeIfAbsent(asked.sender(), key -> new CopyOnWriteArrayList<>())
                    .add(new Message(UUID.randomUUID().toString(), person.get()));
        }
        return result(asked, true);
    }

    /** As he is registered now: whoever is followed by somebody has moved. */
    Resident now(Resident person) {
        boolean moved = followed.values().stream().anyMatch(ours -> ours.contains(person.insz()));
        return moved ? person.moved() : person;
    }

    Tree unfollow(Asked asked) {
        Optional<Resident> person = person(asked);
        Set<String> ours = followed.getOrDefault(asked.sender(), new HashSet<>());
        return result(asked, person.isPresent() && ours.remove(person.get().insz()));
    }

    private static Tree result(Asked asked, boolean done) {
        return Envelopes.answer(
                asked, List.of(), content -> content.leaf("Resultaat", done ? "1" : "0"));
    }

    Tree changes(Asked asked) {
        String receipt = asked.value("Ontvangstreferte");
        Batch before = told.get(asked.sender());
        if (!receipt.isEmpty()) {
            if (before == null || !before.receipt().equals(receipt)) {
                return Envelopes.nothing(
                        asked, new Remark("30014", "FOUT", "MAGDA", "Ongeldige ontvangstreferte"));
            }
            told.remove(asked.sender());
            waiting.getOrDefault(asked.sender(), List.of()).removeAll(before.messages());
        }
        List<Message> messages = List.copyOf(waiting.getOrDefault(asked.sender(), List.of()));
        if (messages.isEmpty()) {
            return Envelopes.nothing(
                    asked,
                    new Remark("30016", "FOUT", "MAGDA", "Geen verdere gegevens beschikbaar"));
        }
        var batch = new Batch(UUID.randomUUID().toString(), messages);
        told.put(asked.sender(), batch);
        return Envelopes.answer(asked, List.of(), content -> write(content, batch));
    }

    private static void write(Tree content, Batch batch) {
        Tree list = content.branch("Onderwerpen");
        for (Message message : batch.messages()) {
            Tree subject = list.branch("Onderwerp").leaf("Referte", message.reference());
            Tree change = subject.branch("Inhoud").branch("PersoonMutatiesNotificaties");
            change.leaf("INSZ", message.person().insz());
            change.coded("Type", "M", "Mutatie");
            Tree information =
                    change.branch("Informaties")
                            .branch("Informatie")
                            .attribute("DatumModificatie", "2026-11-20");
            information.coded("Identificatie", "020", "Adres");
            information.branch("TypeMutaties").coded("TypeMutatie", "W", "Wijziging");
        }
        content.leaf("Ontvangstreferte", batch.receipt());
    }

    private Optional<Resident> person(Asked asked) {
        String number = asked.value("Sleutel");
        return people.stream().filter(one -> one.insz().equals(number)).findFirst();
    }
}
