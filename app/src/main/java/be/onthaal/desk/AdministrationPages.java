// SPDX-License-Identifier: EUPL-1.2
package be.onthaal.desk;

import be.onthaal.access.Permission;
import be.onthaal.access.Purpose;
import be.onthaal.access.Requires;
import be.onthaal.access.UnitId;
import be.onthaal.common.EmailAddress;
import be.onthaal.common.Refused;
import be.onthaal.common.Token;
import be.onthaal.dispatch.DispatchId;
import be.onthaal.organisation.Employee;
import be.onthaal.organisation.EmployeeId;
import be.onthaal.organisation.NewEmployee;
import be.onthaal.web.Pages;
import be.onthaal.web.WebSettings;
import jakarta.servlet.http.HttpServletResponse;
import java.time.DateTimeException;
import java.time.LocalDate;
import java.util.Optional;
import java.util.UUID;
import org.springframework.stereotype.Controller;
import org.springframework.util.MultiValueMap;
import org.springframework.web.bind.annotation.GetMapping;
import org.springframework.web.bind.annotation.PathVariable;
import org.springframework.web.bind.annotation.PostMapping;
import org.springframework.web.bind.annotation.RequestParam;
import org.springframework.web.servlet.View;

/** Keeping units, people, roles and sendings in order, without a developer. */
@Controller
class AdministrationPages {

    private static final int NAME = 200;

    private final AdministrationDesk desk;
    private final Pages pages;
    private final WebSettings settings;

    AdministrationPages(AdministrationDesk desk, Pages pages, WebSettings settings) {
        this.desk = desk;
        this.pages = pages;
        this.settings = settings;
    }

    @Requires(Permission.ADMINISTER)
    @GetMapping("/beheer")
    View overview() {
        return pages.page(
                "desk/administration", Purposes.during(Purpose.ADMINISTRATION, desk::overview));
    }

    @Requires(Permission.ADMINISTER)
    @PostMapping("/beheer/diensten")
    View open(@RequestParam MultiValueMap<String, String> sent) {
        var fields = new Fields(sent);
        Optional<UnitId> parent = fields.id("parent").map(UnitId::new);
        String name = fields.required("name", NAME);
        Purposes.run(Purpose.ADMINISTRATION, () -> desk.open(name, parent));
        return pages.to("/beheer?gedaan=unit-opened");
    }

    @Requires(Permission.ADMINISTER)
    @PostMapping("/beheer/diensten/{id}/naam")
    View rename(@PathVariable UUID id, @RequestParam MultiValueMap<String, String> sent) {
        String name = new Fields(sent).required("name", NAME);
        Purposes.run(Purpose.ADMINISTRATION, () -> desk.rename(new UnitId(id), name));
        return pages.to("/beheer?gedaan=unit-renamed");
    }

    @Requires(Permission.ADMINISTER)
    @PostMapping("/beheer/diensten/{id}/opgaan")
    View merge(@PathVariable UUID id, @RequestParam MultiValueMap<String, String> sent) {
        UnitId successor =
                new Fields(sent)
                        .id("successor")
                        .map(UnitId::new)
                        .orElseThrow(() -> new Refused("desk.choose-unit"));
        Purposes.run(Purpose.ADMINISTRATION, () -> desk.merge(new UnitId(id), successor));
        return pages.to("/beheer?gedaan=unit-merged");
    }

    @Requires(Permission.ADMINISTER)
    @PostMapping("/beheer/medewerkers")
    View hire(@RequestParam MultiValueMap<String, String> sent) {
        var fields = new Fields(sent);
        EmailAddress email =
                EmailAddress.parse(fields.required("email", 254))
                        .orElseThrow(() -> new Refused("desk.email-wrong"));
        var person =
                new NewEmployee(
                        fields.required("name", NAME), fields.text("function", NAME), email);
        Employee hired = Purposes.during(Purpose.ADMINISTRATION, () -> desk.hire(person));
        return pages.to("/beheer/medewerkers/" + hired.id() + "?gedaan=employee-joined");
    }

    @Requires(Permission.ADMINISTER)
    @GetMapping("/beheer/medewerkers/{id}")
    View colleague(@PathVariable UUID id) {
        return pages.page("desk/colleague", desk.colleague(new EmployeeId(id), Optional.empty()));
    }

    @Requires(Permission.ADMINISTER)
    @PostMapping("/beheer/medewerkers/{id}/rollen")
    View grant(@PathVariable UUID id, @RequestParam MultiValueMap<String, String> sent) {
        var fields = new Fields(sent);
        String role = fields.required("role", 100);
        Optional<UnitId> unit = fields.id("unit").map(UnitId::new);
        Optional<LocalDate> until = fields.optional("until", 10).map(AdministrationPages::day);
        Purposes.run(
                Purpose.ADMINISTRATION, () -> desk.grant(new EmployeeId(id), role, unit, until));
        return pages.to("/beheer/medewerkers/" + id + "?gedaan=role-granted");
    }

    @Requires(Permission.ADMINISTER)
    @PostMapping("/beheer/medewerkers/{id}/rollen/{grant}/einde")
    View end(@PathVariable UUID id, @PathVariable UUID grant) {
        Purposes.run(Purpose.ADMINISTRATION, () -> desk.end(new EmployeeId(id), grant));
        return pages.to("/beheer/medewerkers/" + id + "?gedaan=role-ended");
    }

    @Requires(Permission.ADMINISTER)
    @PostMapping("/beheer/medewerkers/{id}/toegang")
    View writeIdentity(@PathVariable UUID id, @RequestParam MultiValueMap<String, String> sent) {
        String identity = new Fields(sent).required("identity", NAME);
        Purposes.run(
                Purpose.ADMINISTRATION, () -> desk.writeIdentity(new EmployeeId(id), identity));
        return pages.to("/beheer/medewerkers/" + id + "?gedaan=identity-written");
    }

    @Requires(Permission.ADMINISTER)
    @PostMapping("/beheer/medewerkers/{id}/toegang/weg")
    View eraseIdentity(@PathVariable UUID id) {
        Purposes.run(Purpose.ADMINISTRATION, () -> desk.eraseIdentity(new EmployeeId(id)));
        return pages.to("/beheer/medewerkers/" + id + "?gedaan=identity-erased");
    }

    @Requires(Permission.ADMINISTER)
    @PostMapping("/beheer/medewerkers/{id}/tweede-stap/weg")
    View resetSecondStep(@PathVariable UUID id) {
        Purposes.run(Purpose.ADMINISTRATION, () -> desk.resetSecondStep(new EmployeeId(id)));
        return pages.to("/beheer/medewerkers/" + id + "?gedaan=second-step-reset");
    }

    @Requires(Permission.ADMINISTER)
    @PostMapping("/beheer/medewerkers/{id}/klant")
    View linkOwnFile(@PathVariable UUID id, @RequestParam MultiValueMap<String, String> sent) {
        String customer = new Fields(sent).required("customer", NAME);
        Purposes.run(Purpose.ADMINISTRATION, () -> desk.linkOwnFile(new EmployeeId(id), customer));
        return pages.to("/beheer/medewerkers/" + id + "?gedaan=own-file-linked");
    }

    @Requires(Permission.ADMINISTER)
    @PostMapping("/beheer/medewerkers/{id}/klant/weg")
    View unlinkOwnFile(@PathVariable UUID id) {
        Purposes.run(Purpose.ADMINISTRATION, () -> desk.unlinkOwnFile(new EmployeeId(id)));
        return pages.to("/beheer/medewerkers/" + id + "?gedaan=own-file-unlinked");
    }

    /** The page that shows the link is the answer itself, so that no address ever leads to it. */
    @Requires(Permission.ADMINISTER)
    @PostMapping("/beheer/medewerkers/{id}/uitnodiging")
    View invite(@PathVariable UUID id, HttpServletResponse response) {
        var employee = new EmployeeId(id);
        Token token = Purposes.during(Purpose.ADMINISTRATION, () -> desk.invite(employee));
        String link = settings.address() + "/uitnodiging/" + token.value();
        response.setHeader("Cache-Control", "no-store");
        return pages.page("desk/colleague", desk.colleague(employee, Optional.of(link)));
    }

    @Requires(Permission.ADMINISTER)
    @PostMapping("/beheer/medewerkers/{id}/weg")
    View leave(@PathVariable UUID id) {
        Purposes.run(Purpose.ADMINISTRATION, () -> desk.leave(new EmployeeId(id)));
        return pages.to("/beheer?gedaan=employee-left");
    }

    @Requires(Permission.ADMINISTER)
    @PostMapping("/beheer/verzendingen/{id}/opnieuw")
    View sendAgain(@PathVariable UUID id) {
        Purposes.run(Purpose.ADMINISTRATION, () -> desk.sendAgain(new DispatchId(id)));
        return pages.to("/beheer?gedaan=sent-again");
    }

    @Requires(Permission.ADMINISTER)
    @PostMapping("/beheer/effecten/{id}/opnieuw")
    View again(@PathVariable UUID id) {
        Purposes.run(Purpose.ADMINISTRATION, () -> desk.again(id));
        return pages.to("/beheer?gedaan=sent-again");
    }

    private static LocalDate day(String text) {
        try {
            return LocalDate.parse(text);
        } catch (DateTimeException nonsense) {
            throw new Refused("desk.date-wrong");
        }
    }
}
