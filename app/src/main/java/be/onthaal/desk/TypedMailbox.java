// SPDX-License-Identifier: EUPL-1.2
package be.onthaal.desk;

import be.onthaal.access.Confidentiality;
import be.onthaal.access.UnitId;
import be.onthaal.common.EmailAddress;
import be.onthaal.mail.Mailbox;
import be.onthaal.mail.NewMailbox;
import java.net.URI;
import java.util.LinkedHashMap;
import java.util.Map;
import java.util.UUID;
import java.util.regex.Pattern;

/**
 * A mailbox as an administrator types it.
 *
 * @param unit whose mail it is; empty while none was chosen
 * @param reach how it is reached
 * @param level how far its mail may be seen
 */
public record TypedMailbox(
        String unit, String address, String name, Reach reach, Confidentiality level) {

    private static final int NAME = 200;
    private static final Pattern HOST =
            Pattern.compile("[A-Za-z0-9]([A-Za-z0-9.-]{0,251}[A-Za-z0-9])?");
    private static final Pattern PORT = Pattern.compile("[1-9][0-9]{0,4}");
    private static final int HIGHEST_PORT = 65_535;

    /**
     * The mail server, the account on it and the folder to read.
     *
     * @param line imaps, private from the first byte; or imap, which becomes private by STARTTLS
     * @param port empty for the usual one
     */
    public record Reach(
            String line, String host, String port, String user, String password, String folder) {

        /** Without the password, since records end up in logs. */
        @Override
        public String toString() {
            return "Reach[" + line + " " + host + "]";
        }

        String url() {
            return line + "://" + host + ":" + (port.isEmpty() ? usualPort() : port);
        }

        private String usualPort() {
            return line.equals("imaps") ? "993" : "143";
        }
    }

    static TypedMailbox empty() {
        return new TypedMailbox(
                "", "", "", new Reach("imaps", "", "", "", "", "INBOX"), Confidentiality.INTERNAL);
    }

    /** As it is kept; a password is never shown again. */
    static TypedMailbox of(Mailbox mailbox) {
        URI url = URI.create(mailbox.server().url());
        return new TypedMailbox(
                mailbox.unit().toString(),
                mailbox.address(),
                mailbox.name(),
                new Reach(
                        url.getScheme(),
                        url.getHost(),
                        url.getPort() < 0 ? "" : String.valueOf(url.getPort()),
                        mailbox.server().user(),
                        "",
                        mailbox.server().folder()),
                mailbox.confidentiality());
    }

    static TypedMailbox read(Fields fields) {
        return new TypedMailbox(
                fields.text("unit", 36),
                fields.text("address", 254),
                fields.text("name", NAME),
                reach(fields),
                fields.text("level", 20).equals("CONFIDENTIAL")
                        ? Confidentiality.CONFIDENTIAL
                        : Confidentiality.INTERNAL);
    }

    private static Reach reach(Fields fields) {
        return new Reach(
                fields.text("line", 5).equals("imap") ? "imap" : "imaps",
                fields.text("host", 253),
                fields.text("port", 5),
                fields.text("user", 254),
                fields.text("password", 500),
                fields.text("folder", NAME));
    }

    /** What is wrong with all of it, field to key. */
    Map<String, String> problems() {
        Map<String, String> problems = new LinkedHashMap<>();
        if (unit.isEmpty()) {
            problems.put("unit", "desk.mailbox.unit-missing");
        }
        if (EmailAddress.parse(address).isEmpty()) {
            problems.put("address", "desk.mailbox.address-wrong");
        }
        if (name.isEmpty()) {
            problems.put("name", "desk.mailbox.name-missing");
        }
        problems.putAll(problemsOfReach());
        return problems;
    }

    /** What is wrong with how it is reached. */
    Map<String, String> problemsOfReach() {
        Map<String, String> problems = new LinkedHashMap<>();
        if (!HOST.matcher(reach.host()).matches()) {
            problems.put("host", "desk.mailbox.host-wrong");
        }
        if (!reach.port().isEmpty() && !isPort(reach.port())) {
            problems.put("port", "desk.mailbox.port-wrong");
        }
        if (reach.user().isEmpty()) {
            problems.put("user", "desk.mailbox.user-missing");
        }
        if (reach.password().isEmpty()) {
            problems.put("password", "desk.mailbox.password-missing");
        }
        if (reach.folder().isEmpty()) {
            problems.put("folder", "desk.mailbox.folder-missing");
        }
        return problems;
    }

    NewMailbox mailbox() {
        return new NewMailbox(new UnitId(UUID.fromString(unit)), address, name, server(), level);
    }

    NewMailbox.Server server() {
        return new NewMailbox.Server(reach.url(), reach.user(), reach.password(), reach.folder());
    }

    private static boolean isPort(String text) {
        return PORT.matcher(text).matches() && Integer.parseInt(text) <= HIGHEST_PORT;
    }
}
