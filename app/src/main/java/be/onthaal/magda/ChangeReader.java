// SPDX-License-Identifier: EUPL-1.2
package be.onthaal.magda;

import be.onthaal.party.register.ChangeBatch;
import be.onthaal.party.register.ChangeBatch.Item;
import be.onthaal.party.register.ChangeBatch.PersonChange;

/** Reads the messages that something changed about persons who are followed. */
final class ChangeReader {

    private ChangeReader() {}

    static ChangeBatch batch(Node content) {
        return new ChangeBatch(
                content.text("Ontvangstreferte"),
                content.below("Onderwerpen", "Onderwerp").stream()
                        .flatMap(subject ->
                                subject.at("Inhoud").map(in -> change(subject, in)).stream())
                        .toList());
    }

    private static PersonChange change(Node subject, Node content) {
        Node change = content.need("PersoonMutatiesNotificaties");
        return new PersonChange(
                content.text("Metadata", "Referte").orElseGet(() -> subject.needText("Referte")),
                People.key(change, "INSZ"),
                People.findKey(change, "GeannuleerdINSZ"),
                People.findKey(change, "NieuwINSZ"),
                People.coded(change.need("Type")),
                change.below("Informaties", "Informatie").stream()
                        .map(ChangeReader::item)
                        .toList());
    }

    private static Item item(Node node) {
        return new Item(
                People.coded(node.need("Identificatie")),
                node.below("TypeMutaties", "TypeMutatie").stream().map(People::coded).toList(),
                node.dateAttribute("DatumModificatie"));
    }
}
