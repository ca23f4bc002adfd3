// SPDX-License-Identifier: EUPL-1.2
package be.onthaal.dispatch.internal;

import be.onthaal.access.AuthorityId;
import be.onthaal.common.EmailAddress;
import be.onthaal.dispatch.DispatchId;
import be.onthaal.secrets.InstallationKey;
import java.net.IDN;
import java.nio.ByteBuffer;
import java.util.HexFormat;
import java.util.Optional;
import java.util.UUID;
import java.util.regex.Matcher;
import java.util.regex.Pattern;
import org.springframework.stereotype.Component;

/**
 * Message ids that only we can make: whoever answers one has seen the mail, and whoever invents one
 * is not believed.
 */
@Component
public class MessageIds {

    private static final String PURPOSE = "dispatch.message-id";
    private static final Pattern FORM =
            Pattern.compile("d\\.([0-9a-f]{32})\\.([0-9a-f]{32})@[^@\\s<>]{1,255}");

    private final InstallationKey key;

    MessageIds(InstallationKey key) {
        this.key = key;
    }

    public String make(AuthorityId authority, DispatchId dispatch, EmailAddress sender) {
        String signature = key.sign(PURPOSE, authority + "/" + dispatch);
        String name = hex(dispatch.value());
        return "d." + name + "." + signature + "@" + IDN.toASCII(sender.domain());
    }

    /** The sending this id was made for by us and for this authority. */
    public Optional<DispatchId> verified(AuthorityId authority, String messageId) {
        Matcher form = FORM.matcher(messageId);
        if (!form.matches()) {
            return Optional.empty();
        }
        byte[] bytes = HexFormat.of().parseHex(form.group(1));
        var buffer = ByteBuffer.wrap(bytes);
        var dispatch = new DispatchId(new UUID(buffer.getLong(), buffer.getLong()));
        return key.verifies(PURPOSE, authority + "/" + dispatch, form.group(2))
                ? Optional.of(dispatch)
                : Optional.empty();
    }

    private static String hex(UUID id) {
        var buffer = ByteBuffer.allocate(16);
        buffer.putLong(id.getMostSignificantBits()).putLong(id.getLeastSignificantBits());
        return HexFormat.of().formatHex(buffer.array());
    }
}
