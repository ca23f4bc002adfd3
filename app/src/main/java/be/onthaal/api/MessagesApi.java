// SPDX-License-Identifier: EUPL-1.2
package be.onthaal.api;

import be.onthaal.access.Permission;
import be.onthaal.access.Requires;
import be.onthaal.mail.AttachmentId;
import be.onthaal.mail.MessageId;
import be.onthaal.mail.Messages;
import io.swagger.v3.oas.annotations.Operation;
import io.swagger.v3.oas.annotations.tags.Tag;
import java.util.UUID;
import org.springframework.http.CacheControl;
import org.springframework.http.HttpHeaders;
import org.springframework.http.MediaType;
import org.springframework.http.ResponseEntity;
import org.springframework.web.bind.annotation.GetMapping;
import org.springframework.web.bind.annotation.PathVariable;
import org.springframework.web.bind.annotation.RestController;

/** Mail that came in, with its parts. */
@RestController
@Tag(name = "messages")
class MessagesApi {

    private final Messages messages;
    private final Answers answers;

    MessagesApi(Messages messages, Answers answers) {
        this.messages = messages;
        this.answers = answers;
    }

    @Requires(Permission.POST_VIEW)
    @Operation(
            operationId = "getMessage",
            summary = "Lees een bericht",
            description = "As text; opening it is logged as a consultation")
    @GetMapping("/api/messages/{id}")
    ResponseEntity<MailBody> get(@PathVariable UUID id) {
        return answers.one(MailBody.of(messages.consult(new MessageId(id))));
    }

    @Requires(Permission.POST_VIEW)
    @Operation(
            operationId = "getOriginal",
            summary = "Haal een bericht op zoals het binnenkwam",
            description = "Byte for byte (RFC 5322)")
    @GetMapping(
            path = "/api/messages/{id}/original",
            produces = MediaType.APPLICATION_OCTET_STREAM_VALUE)
    ResponseEntity<byte[]> original(@PathVariable UUID id) {
        return saved(messages.original(new MessageId(id)));
    }

    @Requires(Permission.POST_VIEW)
    @Operation(
            operationId = "getAttachment",
            summary = "Haal een bijlage op",
            description = "What strangers sent; its name and type stand in the message")
    @GetMapping(
            path = "/api/messages/{id}/attachments/{part}",
            produces = MediaType.APPLICATION_OCTET_STREAM_VALUE)
    ResponseEntity<byte[]> attachment(@PathVariable UUID id, @PathVariable UUID part) {
        return saved(messages.attachment(new MessageId(id), new AttachmentId(part)));
    }

    private static ResponseEntity<byte[]> saved(byte[] bytes) {
        return ResponseEntity.ok()
                .contentType(MediaType.APPLICATION_OCTET_STREAM)
                .cacheControl(CacheControl.noStore())
                .header(HttpHeaders.CONTENT_DISPOSITION, "attachment")
                .header("X-Content-Type-Options", "nosniff")
                .body(bytes);
    }
}
