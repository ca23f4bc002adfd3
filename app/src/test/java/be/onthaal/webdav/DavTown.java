// SPDX-License-Identifier: EUPL-1.2
package be.onthaal.webdav;

import be.onthaal.access.Caller;
import be.onthaal.access.Callers;
import be.onthaal.access.Confidentiality;
import be.onthaal.access.Sessions;
import be.onthaal.cases.CaseFile;
import be.onthaal.cases.CaseTypes;
import be.onthaal.cases.Cases;
import be.onthaal.cases.OpenCase;
import be.onthaal.common.Channel;
import be.onthaal.documents.Document;
import be.onthaal.documents.DocumentId;
import be.onthaal.documents.Documents;
import be.onthaal.documents.NewDocument;
import be.onthaal.documents.Upload;
import be.onthaal.organisation.EmployeeId;
import be.onthaal.organisation.Employees;
import be.onthaal.organisation.StandardRole;
import be.onthaal.testing.Browser;
import be.onthaal.testing.TownFixtures;
import be.onthaal.testing.TownFixtures.TestAuthority;
import java.io.ByteArrayInputStream;
import java.nio.charset.StandardCharsets;
import java.time.LocalDate;
import java.util.Map;
import java.util.Optional;
import java.util.regex.Matcher;
import java.util.regex.Pattern;
import org.springframework.boot.test.context.TestComponent;

/** People with a letter in a case, and the addresses at which their programs open it. */
@TestComponent
class DavTown {

    private static final Pattern ADDRESS = Pattern.compile("/webdav/[\\w-]{43}/[^\"<]*");

    private final TownFixtures towns;
    private final CaseTypes types;
    private final Cases cases;
    private final Documents documents;
    private final Employees employees;
    private final Sessions sessions;

    DavTown(
            TownFixtures towns,
            CaseTypes types,
            Cases cases,
            Documents documents,
            Employees employees,
            Sessions sessions) {
        this.towns = towns;
        this.types = types;
        this.cases = cases;
        this.documents = documents;
        this.employees = employees;
        this.sessions = sessions;
    }

    /** Somebody at his desk: what he may, and the browser in which he is signed in. */
    record Person(Caller caller, Browser browser) {}

    TestAuthority found() {
        TestAuthority here = towns.found().municipality();
        Callers.run(here.administrator(), types::installStandard);
        return here;
    }

    Person person(TestAuthority here, int port) {
        Caller caller = towns.person(here, StandardRole.CASE_HANDLER);
        var id = new EmployeeId(caller.employee().orElseThrow());
        String login =
                Callers.as(here.administrator(), () -> employees.get(id).email().normalised());
        return new Person(caller, Browser.signedIn(port, sessions, login));
    }

    CaseFile file(TestAuthority here, Person who) {
        var command =
                new OpenCase(
                        CaseTypes.INFORMATION_QUESTION,
                        "Kapvergunning",
                        "",
                        Optional.empty(),
                        here.unit(),
                        new OpenCase.Intake(
                                Channel.DESK, LocalDate.of(2026, 11, 20), Optional.empty()),
                        Optional.of(Confidentiality.INTERNAL));
        return Callers.as(who.caller(), () -> cases.open(command));
    }

    DocumentId letter(CaseFile file, Person who, String name, String text) {
        return letter(file, who, name, text.getBytes(StandardCharsets.UTF_8));
    }

    DocumentId letter(CaseFile file, Person who, String name, byte[] bytes) {
        var about =
                new Document.About(
                        "Brief over de kap",
                        Optional.empty(),
                        Document.Direction.OUT,
                        LocalDate.of(2026, 11, 20),
                        "",
                        "nl");
        return Callers.as(
                who.caller(),
                () ->
                        documents.add(
                                file.id(),
                                new NewDocument(about, Optional.empty(), Optional.empty()),
                                upload(name, bytes)));
    }

    static Upload upload(String name, String text) {
        return upload(name, text.getBytes(StandardCharsets.UTF_8));
    }

    private static Upload upload(String name, byte[] bytes) {
        return new Upload(name, bytes.length, () -> new ByteArrayInputStream(bytes));
    }

    /** The address that somebody gets who opens the document in a program. */
    static String opened(Person who, DocumentId id, String program) {
        Browser.Answer answer =
                who.browser().post("/documenten/" + id + "/bewerken", Map.of("program", program));
        Matcher address = ADDRESS.matcher(answer.body());
        if (answer.status() != 200 || !address.find()) {
            throw new AssertionError("No address: " + answer.status());
        }
        return address.group();
    }
}
