// SPDX-License-Identifier: EUPL-1.2
package be.onthaal.webhooks.internal;

import be.onthaal.common.Refused;
import java.net.InetAddress;
import java.net.URI;
import java.net.URISyntaxException;
import java.util.Locale;
import org.springframework.stereotype.Component;

/**
 * Reads the address of a receiver as somebody typed it. Where a name leads is looked at when it is
 * called, and not here.
 */
@Component
public class TypedAddress {

    private static final int LONGEST = 2_000;

    private final WebhookSettings settings;

    TypedAddress(WebhookSettings settings) {
        this.settings = settings;
    }

    /** The address; refused when it is none that we may call. */
    public URI read(String typed) {
        URI address = parsed(typed.strip());
        String scheme = String.valueOf(address.getScheme()).toLowerCase(Locale.ROOT);
        boolean right = scheme.equals("https") || (scheme.equals("http") && settings.inside());
        boolean plain =
                address.getRawUserInfo() == null
                        && address.getRawFragment() == null
                        && address.getPort() != 0;
        if (!right || !plain || address.getHost() == null) {
            throw new Refused("webhooks.address");
        }
        if (!settings.inside() && inside(address.getHost())) {
            throw new Refused("webhooks.address-inside");
        }
        return address;
    }

    private static URI parsed(String typed) {
        if (typed.length() > LONGEST) {
            throw new Refused("webhooks.address");
        }
        try {
            return new URI(new URI(typed).toASCIIString());
        } catch (URISyntaxException nonsense) {
            throw new Refused("webhooks.address");
        }
    }

    private static boolean inside(String host) {
        try {
            return !Addresses.isPublic(InetAddress.ofLiteral(host));
        } catch (IllegalArgumentException name) {
            return host.equalsIgnoreCase("localhost");
        }
    }
}
