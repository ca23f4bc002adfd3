// SPDX-License-Identifier: EUPL-1.2
package be.onthaal.dispatch.internal;

import be.onthaal.access.AuthorityId;
import be.onthaal.common.EmailAddress;
import be.onthaal.dispatch.DispatchId;
import be.onthaal.secrets.InstallationKey;
import java.math.BigInteger;
import java.nio.ByteBuffer;
import java.security.MessageDigest;
import java.util.Arrays;
import java.util.HexFormat;
import java.util.Locale;
import java.util.Optional;
import java.util.UUID;
import java.util.regex.Matcher;
import java.util.regex.Pattern;
import org.springframework.stereotype.Component;

/**
 * Addresses to answer at that only we can make: behind a plus stands which sending is answered,
 * signed with a key of the authority. The mark means the same in capitals, since mail programs
 * change those, and fits what an address may hold before its at sign.
 */
@Component
public class ReplyAddresses {

    private static final String PURPOSE = "dispatch.reply-address/";
    private static final int LONGEST = 320;
    private static final int LONGEST_LOCAL = 64;
    private static final int DIGITS = 32;
    private static final int NAME = 16;
    private static final int SIGNATURE = 10;
    private static final int MARK = 42;
    private static final Pattern FORM =
            Pattern.compile("[^@\\s]+\\+([0-9a-vA-V]{" + MARK + "})@[^@\\s]+");

    private final InstallationKey key;

    ReplyAddresses(InstallationKey key) {
        this.key = key;
    }

    /** The address for answers to a sending; none where the one of the sender is too long. */
    public Optional<EmailAddress> make(
            AuthorityId authority, DispatchId dispatch, EmailAddress sender) {
        byte[] name =
                ByteBuffer.allocate(NAME)
                        .putLong(dispatch.value().getMostSignificantBits())
                        .putLong(dispatch.value().getLeastSignificantBits())
                        .array();
        byte[] whole = Arrays.copyOf(name, NAME + SIGNATURE);
        System.arraycopy(signature(authority, dispatch), 0, whole, NAME, SIGNATURE);
        String digits = new BigInteger(1, whole).toString(DIGITS);
        String mark = "0".repeat(MARK - digits.length()) + digits;
        int at = sender.value().lastIndexOf('@');
        String local = sender.value().substring(0, at) + "+" + mark;
        return local.length() > LONGEST_LOCAL
                ? Optional.empty()
                : EmailAddress.parse(local + sender.value().substring(at));
    }

    /** The sending whose answers come in at this address, for this authority. */
    public Optional<DispatchId> verified(AuthorityId authority, String address) {
        Matcher form = FORM.matcher(address.length() > LONGEST ? "" : address);
        if (!form.matches()) {
            return Optional.empty();
        }
        var number = new BigInteger(form.group(1).toLowerCase(Locale.ROOT), DIGITS);
        if (number.bitLength() > (NAME + SIGNATURE) * Byte.SIZE) {
            return Optional.empty();
        }
        byte[] whole = bytes(number);
        var buffer = ByteBuffer.wrap(whole);
        var dispatch = new DispatchId(new UUID(buffer.getLong(), buffer.getLong()));
        byte[] signature = Arrays.copyOfRange(whole, NAME, whole.length);
        return MessageDigest.isEqual(signature(authority, dispatch), signature)
                ? Optional.of(dispatch)
                : Optional.empty();
    }

    /** As many bytes as were signed, whatever zeros or sign the number has. */
    private static byte[] bytes(BigInteger number) {
        String hex = number.toString(16);
        return HexFormat.of().parseHex("0".repeat(2 * (NAME + SIGNATURE) - hex.length()) + hex);
    }

    private byte[] signature(AuthorityId authority, DispatchId dispatch) {
        String whole = key.sign(PURPOSE + authority, dispatch.toString());
        return HexFormat.of().parseHex(whole.substring(0, 2 * SIGNATURE));
    }
}
