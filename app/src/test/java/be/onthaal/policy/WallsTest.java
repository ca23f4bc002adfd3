// SPDX-License-Identifier: EUPL-1.2
package be.onthaal.policy;

import static com.tngtech.archunit.lang.syntax.ArchRuleDefinition.classes;
import static com.tngtech.archunit.lang.syntax.ArchRuleDefinition.methods;
import static com.tngtech.archunit.lang.syntax.ArchRuleDefinition.noClasses;

import be.onthaal.Onthaal;
import be.onthaal.access.OpenToAll;
import be.onthaal.access.Requires;
import be.onthaal.database.Part;
import com.tngtech.archunit.base.DescribedPredicate;
import com.tngtech.archunit.core.domain.JavaClass;
import com.tngtech.archunit.core.domain.JavaClasses;
import com.tngtech.archunit.core.domain.JavaMethod;
import com.tngtech.archunit.core.importer.ClassFileImporter;
import com.tngtech.archunit.core.importer.ImportOption;
import com.tngtech.archunit.lang.ArchCondition;
import com.tngtech.archunit.lang.ConditionEvents;
import com.tngtech.archunit.lang.SimpleConditionEvent;
import java.time.Instant;
import java.time.LocalDate;
import java.time.LocalDateTime;
import java.time.ZonedDateTime;
import org.junit.jupiter.api.Test;
import org.springframework.modulith.core.ApplicationModules;
import org.springframework.stereotype.Controller;
import org.springframework.stereotype.Service;
import org.springframework.transaction.annotation.Transactional;
import org.springframework.web.bind.annotation.RestController;

class WallsTest {

    private static final JavaClasses PRODUCT =
            new ClassFileImporter()
                    .withImportOption(new ImportOption.DoNotIncludeTests())
                    .importPackages("be.onthaal");

    private static final DescribedPredicate<JavaMethod> HANDLERS =
            DescribedPredicate.describe(
                    "handle requests",
                    method ->
                            method.getAnnotations().stream()
                                    .anyMatch(annotation ->
                                            annotation
                                                    .getRawType()
                                                    .getSimpleName()
                                                    .endsWith("Mapping")));

    @Test
    void modulesKeepToTheirWalls() {
        ApplicationModules.of(Onthaal.class).verify();
    }

    @Test
    void everyHandlerSaysWhoMayUseIt() {
        methods()
                .that(HANDLERS)
                .should()
                .beAnnotatedWith(Requires.class)
                .orShould()
                .beAnnotatedWith(OpenToAll.class)
                .check(PRODUCT);
    }

    @Test
    void handlersAreNobodysDependency() {
        classes()
                .that()
                .areAnnotatedWith(Controller.class)
                .or()
                .areAnnotatedWith(RestController.class)
                .should()
                .bePackagePrivate()
                .check(PRODUCT);
    }

    @Test
    void whatAServiceOffersHappensInATransaction() {
        classes()
                .that()
                .areAnnotatedWith(Service.class)
                .and()
                .haveSimpleNameNotEndingWith("Calendars")
                .should(offerOnlyTransactions())
                .check(PRODUCT);
    }

    @Test
    void nobodyAsksTheTimeWithoutTheClock() {
        for (Class<?> type :
                new Class<?>[] {
                    Instant.class, LocalDate.class, LocalDateTime.class, ZonedDateTime.class
                }) {
            noClasses().should().callMethod(type, "now").check(PRODUCT);
        }
    }

    @Test
    void nobodyDependsOnAnAdapter() {
        noClasses()
                .that()
                .resideOutsideOfPackages("be.onthaal.integration..", "be.onthaal.magda..")
                .should()
                .dependOnClassesThat()
                .resideInAnyPackage("be.onthaal.integration..", "be.onthaal.magda..")
                .allowEmptyShould(true)
                .check(PRODUCT);
    }

    @Test
    void theKernelKnowsNoFramework() {
        noClasses()
                .that()
                .resideInAPackage("be.onthaal.common..")
                .should()
                .dependOnClassesThat()
                .resideInAnyPackage("org.springframework..", "org.jooq..", "java.sql..")
                .check(PRODUCT);
    }

    /** A part of a page is only a question; it is asked in the transaction of the page. */
    private static ArchCondition<JavaClass> offerOnlyTransactions() {
        return new ArchCondition<>("offer only transactional methods") {
            @Override
            public void check(JavaClass type, ConditionEvents events) {
                boolean whole = type.isAnnotatedWith(Transactional.class);
                type.getMethods().stream()
                        .filter(method -> method.getModifiers().toString().contains("PUBLIC"))
                        .filter(method -> !method.getModifiers().toString().contains("STATIC"))
                        .filter(method -> !whole && !method.isAnnotatedWith(Transactional.class))
                        .filter(method -> !method.isMetaAnnotatedWith(Transactional.class))
                        .filter(method -> !method.getName().contains("lambda$"))
                        .filter(method -> !method.getRawReturnType().isEquivalentTo(Part.class))
                        .forEach(method ->
                                events.add(
                                        SimpleConditionEvent.violated(
                                                method,
                                                method.getFullName() + " is not transactional")));
            }
        };
    }
}
