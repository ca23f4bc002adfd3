// SPDX-License-Identifier: EUPL-1.2
package be.onthaal.magda;

import be.onthaal.common.Brussels;
import be.onthaal.common.NationalNumber;
import be.onthaal.common.Refused;
import be.onthaal.party.register.Answer;
import be.onthaal.party.register.LivingWage;
import be.onthaal.party.register.Occasion;
import be.onthaal.party.register.RegisterKey;
import be.onthaal.party.register.SocialRegister;
import be.onthaal.party.register.SocialStatuses;
import be.onthaal.party.register.StatusQuestion;
import java.time.Clock;
import java.time.Year;
import java.util.List;
import org.springframework.stereotype.Component;

/** The social data of the KSZ through MAGDA. */
@Component
class MagdaSocialData implements SocialRegister {

    private static final int MOST_QUESTIONS = 8;

    private final Gateway gateway;
    private final Clock clock;

    MagdaSocialData(Gateway gateway, Clock clock) {
        this.gateway = gateway;
        this.clock = clock;
    }

    @Override
    public Answer<SocialStatuses> statuses(
            NationalNumber whom, List<StatusQuestion> asked, Occasion occasion) {
        if (asked.isEmpty() || asked.size() > MOST_QUESTIONS) {
            throw new Refused("register.status");
        }
        return gateway.ask(
                Question.about(
                        MagdaService.SOCIAL_STATUS,
                        whom.value(),
                        content -> {
                            Branch criteria = content.branch("Criteria").leaf("INSZ", whom.value());
                            Branch statuses = criteria.branch("SocialeStatuten");
                            asked.forEach(one -> ask(statuses.branch("SociaalStatuut"), one));
                        },
                        SocialReader::statuses),
                occasion);
    }

    private static void ask(Branch status, StatusQuestion question) {
        status.leaf("Naam", question.name());
        status.branch("Datum").leaf("Datum", question.on().toString());
        question.location().ifPresent(place -> status.branch("Locatie").leaf("Naam", place));
    }

    @Override
    public Answer<List<LivingWage>> livingWage(
            NationalNumber whom, Year year, int yearsBack, Occasion occasion) {
        if (yearsBack != 0 && yearsBack != 2 && yearsBack != 3) {
            throw new Refused("register.years");
        }
        boolean current = year.getValue() == Brussels.today(clock).getYear();
        return gateway.ask(
                new Question<>(
                        MagdaService.LIVING_WAGE,
                        List.of(whom.value()),
                        content -> {
                            Branch criteria = content.branch("Criteria").leaf("INSZ", whom.value());
                            criteria.branch("Jaar")
                                    .attribute("Huidig", current ? "1" : "0")
                                    .write("%04d".formatted(year.getValue()));
                            if (yearsBack > 0) {
                                criteria.leaf("AantalJaarTerug", String.valueOf(yearsBack));
                            }
                        },
                        SocialReader::livingWages,
                        MagdaSocialData::beneficiaries),
                occasion);
    }

    private static List<RegisterKey> beneficiaries(List<LivingWage> years) {
        return years.stream()
                .flatMap(year -> year.payments().stream())
                .flatMap(payment -> payment.beneficiary().stream())
                .toList();
    }
}
