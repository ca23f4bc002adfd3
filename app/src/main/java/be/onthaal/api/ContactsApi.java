// SPDX-License-Identifier: EUPL-1.2
package be.onthaal.api;

import be.onthaal.access.Permission;
import be.onthaal.access.Requires;
import be.onthaal.contact.ContactId;
import be.onthaal.contact.Contacts;
import io.swagger.v3.oas.annotations.Operation;
import io.swagger.v3.oas.annotations.tags.Tag;
import jakarta.servlet.http.HttpServletRequest;
import java.util.UUID;
import org.springframework.http.ResponseEntity;
import org.springframework.web.bind.annotation.GetMapping;
import org.springframework.web.bind.annotation.PathVariable;
import org.springframework.web.bind.annotation.PostMapping;
import org.springframework.web.bind.annotation.RequestBody;
import org.springframework.web.bind.annotation.RestController;

/** Contact moments. */
@RestController
@Tag(name = "contacts")
class ContactsApi {

    private final Contacts contacts;
    private final Answers answers;

    ContactsApi(Contacts contacts, Answers answers) {
        this.contacts = contacts;
        this.answers = answers;
    }

    @Requires(Permission.PARTY_VIEW)
    @Operation(
            operationId = "getContact",
            summary = "Lees een klantcontact",
            description = "Opening it is logged as a consultation")
    @GetMapping("/api/contacts/{id}")
    ResponseEntity<ContactItem> get(@PathVariable UUID id) {
        return answers.one(ContactItem.of(contacts.consult(new ContactId(id))));
    }

    @Requires(Permission.CONTACT_HANDLE)
    @Operation(
            operationId = "recordContact",
            summary = "Noteer een klantcontact",
            description = "On any channel, with the questions that were asked")
    @PostMapping("/api/contacts")
    ResponseEntity<Done> record(HttpServletRequest request, @RequestBody NewContactBody contact) {
        return answers.made(
                request,
                contact,
                "/api/contacts/",
                () -> Done.of(contacts.record(contact.read()).value()));
    }
}
