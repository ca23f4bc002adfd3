// SPDX-License-Identifier: EUPL-1.2
package be.onthaal.magda;

import be.onthaal.access.Authorities;
import be.onthaal.access.Callers;
import be.onthaal.common.NationalNumber;
import be.onthaal.magda.MagdaSettings.Sender;
import be.onthaal.party.register.Answer;
import be.onthaal.party.register.ChangeBatch;
import be.onthaal.party.register.Occasion;
import be.onthaal.party.register.PersonChanges;
import be.onthaal.party.register.RegisterKey;
import java.time.LocalDate;
import java.util.List;
import java.util.Optional;
import org.springframework.stereotype.Component;

/** Following persons, and hearing what changed about them, through the repertory of MAGDA. */
@Component
class MagdaChanges implements PersonChanges {

    private static final String PERSON = "PERS";
    private static final String NOTHING_NEW = "30016";

    private final Gateway gateway;
    private final MagdaSettings settings;
    private final Authorities authorities;

    MagdaChanges(Gateway gateway, MagdaSettings settings, Authorities authorities) {
        this.gateway = gateway;
        this.settings = settings;
        this.authorities = authorities;
    }

    @Override
    public Answer<Boolean> follow(NationalNumber whom, Period period, Occasion occasion) {
        return gateway.ask(
                Question.about(
                        MagdaService.FOLLOW,
                        whom.value(),
                        content -> {
                            Branch subscription = subscription(content, "Inschrijving", whom);
                            subscription
                                    .branch("Periode")
                                    .leaf("Begin", period.from().toString())
                                    .leaf("Einde", period.until().map(LocalDate::toString));
                        },
                        MagdaChanges::done),
                occasion);
    }

    @Override
    public Answer<Boolean> unfollow(NationalNumber whom, Occasion occasion) {
        return gateway.ask(
                Question.about(
                        MagdaService.UNFOLLOW,
                        whom.value(),
                        content -> subscription(content, "Uitschrijving", whom),
                        MagdaChanges::done),
                occasion);
    }

    @Override
    public Answer<ChangeBatch> next(Optional<String> receipt, Occasion occasion) {
        Answer<ChangeBatch> answer =
                gateway.ask(
                        new Question<>(
                                MagdaService.CHANGES,
                                List.of(),
                                content -> {
                                    identify(content);
                                    content.leaf("Ontvangstreferte", receipt);
                                },
                                ChangeReader::batch,
                                MagdaChanges::changed),
                        occasion);
        return answer instanceof Answer.NotFound<ChangeBatch> nothing && isUpToDate(nothing)
                ? new Answer.Given<>(new ChangeBatch(Optional.empty(), List.of()), List.of())
                : answer;
    }

    /** MAGDA says with an error that there is nothing new. */
    private static boolean isUpToDate(Answer.NotFound<ChangeBatch> nothing) {
        return nothing.notices().stream().anyMatch(one -> one.code().equals(NOTHING_NEW));
    }

    private Branch subscription(Branch content, String name, NationalNumber whom) {
        Branch subscription = content.branch(name);
        identify(subscription);
        Branch subject = subscription.branch("BetrokkenSubject").leaf("Type", PERSON);
        subject.branch("Subjecten")
                .branch("Subject")
                .leaf("Type", PERSON)
                .leaf("Sleutel", whom.value());
        return subscription;
    }

    /** The schema wants a capacity here, even of those who no longer have one. */
    private void identify(Branch place) {
        Sender sender =
                settings.sender(authorities.get(Callers.current().authority()).slug())
                        .orElseThrow(() -> new IllegalStateException("Nobody is connected"));
        place.leaf("Identificatie", sender.identification())
                .leaf("Hoedanigheid", sender.capacity());
    }

    private static boolean done(Node content) {
        return switch (content.needText("Resultaat")) {
            case "1" -> true;
            case "0" -> false;
            default -> throw new Unreadable("field", content.path() + "/Resultaat");
        };
    }

    private static List<RegisterKey> changed(ChangeBatch batch) {
        return batch.changes().stream().map(ChangeBatch.PersonChange::person).toList();
    }
}
