// SPDX-License-Identifier: EUPL-1.2
package be.onthaal.magda;

import be.onthaal.common.EnterpriseNumber;
import be.onthaal.common.NationalNumber;
import be.onthaal.party.register.Answer;
import be.onthaal.party.register.Dated;
import be.onthaal.party.register.EnterpriseQuestion;
import be.onthaal.party.register.EnterpriseRegister;
import be.onthaal.party.register.HeldFunction;
import be.onthaal.party.register.Occasion;
import be.onthaal.party.register.RegisterKey;
import be.onthaal.party.register.RegisteredEnterprise;
import java.util.List;
import java.util.Optional;
import java.util.function.Consumer;
import org.springframework.stereotype.Component;

/** The Crossroads Bank for Enterprises through MAGDA. */
@Component
class MagdaEnterprises implements EnterpriseRegister {

    private static final String YES = "1";
    private static final String LANGUAGE = "nl";
    private static final String ACTIVE = "AC";
    private static final String ENTERPRISE = "1";

    private final Gateway gateway;

    MagdaEnterprises(Gateway gateway) {
        this.gateway = gateway;
    }

    @Override
    public Answer<RegisteredEnterprise> enterprise(EnterpriseNumber which, Occasion occasion) {
        return gateway.ask(
                Question.about(
                        MagdaService.ENTERPRISE,
                        which.value(),
                        content -> {
                            Branch criteria = content.branch("Criteria");
                            criteria.leaf("Ondernemingsnummer", which.value())
                                    .leaf("Basisgegevens", YES)
                                    .leaf("Rechtstoestanden", YES);
                            criteria.branch("Vestigingen")
                                    .leaf("Aanduiding", YES)
                                    .leaf("Details", YES);
                            criteria.leaf("Activiteiten", YES);
                            criteria.branch("Omschrijvingen").leaf("Aanduiding", YES);
                            content.leaf("Taal", LANGUAGE);
                        },
                        EnterpriseReader::one),
                occasion);
    }

    @Override
    public Answer<List<RegisteredEnterprise>> search(EnterpriseQuestion asked, Occasion occasion) {
        return gateway.ask(
                new Question<>(
                        MagdaService.ENTERPRISES,
                        List.of(),
                        content -> search(content, asked),
                        EnterpriseReader::several,
                        found -> found.stream().map(RegisteredEnterprise::number).toList()),
                occasion);
    }

    private static void search(Branch content, EnterpriseQuestion asked) {
        Branch criteria = content.branch("Criteria");
        criteria.leaf("Basisgegevens", YES).leaf("Resultaten", "%02d".formatted(asked.most()));
        criteria.branch("OndernemingOfVestiging").leaf("Code", ENTERPRISE);
        criteria.leaf("StatusKBO", asked.activeOnly() ? Optional.of(ACTIVE) : Optional.empty());
        criteria.leaf("Naam", asked.name());
        asked.postcode().ifPresent(code -> criteria.branch("Adres").leaf("GemeentePostCode", code));
        criteria.branch("Omschrijvingen").leaf("Aanduiding", YES);
        criteria.leaf("ExacteBenaming", asked.exact() ? YES : "0");
        content.leaf("Taal", LANGUAGE);
    }

    @Override
    public Answer<List<Dated<HeldFunction>>> functionsOf(NationalNumber whom, Occasion occasion) {
        return functions(
                whom.value(),
                criteria -> criteria.branch("Persoon").leaf("INSZ", whom.value()),
                occasion);
    }

    @Override
    public Answer<List<Dated<HeldFunction>>> functionsIn(
            EnterpriseNumber which, Occasion occasion) {
        return functions(
                which.value(),
                criteria ->
                        criteria.branch("Onderneming")
                                .branch("Ondernemingsnummer")
                                .attribute("Type", "FunctieIn")
                                .write(which.value()),
                occasion);
    }

    private Answer<List<Dated<HeldFunction>>> functions(
            String subject, Consumer<Branch> criteria, Occasion occasion) {
        return gateway.ask(
                new Question<>(
                        MagdaService.FUNCTIONS,
                        List.of(subject),
                        content -> criteria.accept(content.branch("Criteria")),
                        EnterpriseReader::functions,
                        MagdaEnterprises::holders),
                occasion);
    }

    private static List<RegisterKey> holders(List<Dated<HeldFunction>> functions) {
        return functions.stream().flatMap(one -> one.value().person().stream()).toList();
    }
}
