// SPDX-License-Identifier: EUPL-1.2
package be.onthaal.simulators.mail;

import com.icegreen.greenmail.imap.ImapHostManager;
import com.icegreen.greenmail.store.FolderException;
import com.icegreen.greenmail.store.MailFolder;
import com.icegreen.greenmail.store.StoredMessage;
import com.icegreen.greenmail.user.GreenMailUser;
import com.icegreen.greenmail.user.UserException;
import com.icegreen.greenmail.util.GreenMail;
import com.icegreen.greenmail.util.ServerSetup;
import jakarta.mail.Flags;
import jakarta.mail.MessagingException;
import jakarta.mail.Session;
import jakarta.mail.internet.MimeMessage;
import java.io.ByteArrayInputStream;
import java.io.ByteArrayOutputStream;
import java.io.IOException;
import java.io.UncheckedIOException;
import java.net.InetSocketAddress;
import java.net.ServerSocket;
import java.nio.charset.StandardCharsets;
import java.time.Instant;
import java.util.ArrayList;
import java.util.Date;
import java.util.List;
import java.util.Properties;

/**
 * The mail server of a town on loopback: SMTP in, IMAP out, mail for anybody. Reached through a
 * line that can be made slow or cut.
 */
public final class MailTown implements AutoCloseable {

    private static final String LOOPBACK = "127.0.0.1";
    private static final Session SESSION = Session.getInstance(new Properties());

    private final GreenMail server;
    private final Line imap;

    private MailTown(GreenMail server, Line imap) {
        this.server = server;
        this.imap = imap;
    }

    /** Starts it on these ports, or on others where somebody has them; 0 means any that is free. */
    public static MailTown startNear(int smtpPort, int imapPort) {
        return start(isFree(smtpPort) ? smtpPort : 0, isFree(imapPort) ? imapPort : 0);
    }

    private static boolean isFree(int port) {
        try (var probe = new ServerSocket()) {
            probe.setReuseAddress(true);
            probe.bind(new InetSocketAddress(LOOPBACK, port));
            return true;
        } catch (IOException busy) {
            return false;
        }
    }

    /** Starts it; port 0 means any that is free. */
    public static MailTown start(int smtpPort, int imapPort) {
        var smtp = new ServerSetup(smtpPort, LOOPBACK, ServerSetup.PROTOCOL_SMTP);
        var imap = new ServerSetup(0, LOOPBACK, ServerSetup.PROTOCOL_IMAP);
        var server =
                new GreenMail(
                        new ServerSetup[] {
                            smtpPort == 0 ? smtp.dynamicPort() : smtp, imap.dynamicPort()
                        });
        server.start();
        return new MailTown(server, Line.open(imapPort, server.getImap().getPort()));
    }

    public int smtpPort() {
        return server.getSmtp().getPort();
    }

    public int imapPort() {
        return imap.port();
    }

    /** The IMAP server without the line in between, for those who measure. */
    public String directImapUrl() {
        return "imap://" + LOOPBACK + ":" + server.getImap().getPort();
    }

    /** As a mailbox of the product names it. */
    public String imapUrl() {
        return "imap://" + LOOPBACK + ":" + imapPort();
    }

    /** The line over which mail is read. */
    public Line line() {
        return imap;
    }

    /** Somebody with a mailbox; he signs in with his address. */
    public void addUser(String address, String password) {
        server.setUser(address, address, password);
    }

    /** Puts a mail in a mailbox as if it just arrived; given twice, it is there twice. */
    public void deliver(String address, byte[] raw) {
        try {
            user(address).deliver(new MimeMessage(SESSION, new ByteArrayInputStream(raw)));
        } catch (MessagingException failure) {
            throw new IllegalArgumentException("Not a mail that can be delivered", failure);
        }
    }

    /** Puts a mail in a mailbox as if it arrived at that moment. */
    public void deliver(String address, String mail, Instant moment) {
        byte[] raw = mail.replace("\n", "\r\n").getBytes(StandardCharsets.UTF_8);
        try {
            inbox(address)
                    .appendMessage(
                            new MimeMessage(SESSION, new ByteArrayInputStream(raw)),
                            new Flags(),
                            Date.from(moment));
        } catch (MessagingException failure) {
            throw new IllegalArgumentException("Not a mail that can be delivered", failure);
        }
    }

    public void deliver(String address, String mail) {
        deliver(address, mail.replace("\n", "\r\n").getBytes(StandardCharsets.UTF_8));
    }

    /** What lies in a mailbox, oldest first. */
    public List<String> mailOf(String address) {
        List<String> mails = new ArrayList<>();
        for (StoredMessage message : inbox(address).getMessages()) {
            mails.add(new String(bytes(message), StandardCharsets.ISO_8859_1));
        }
        return mails;
    }

    /** Numbers everything anew, as a server does that lost its index: another UIDVALIDITY. */
    public void renumber(String address) {
        GreenMailUser user = user(address);
        List<byte[]> mails = inbox(address).getMessages().stream().map(MailTown::bytes).toList();
        awaitSecondAfter(inbox(address).getUidValidity());
        server.getUserManager().deleteUser(user);
        try {
            server.getUserManager().createUser(address, address, user.getPassword());
            for (byte[] mail : mails) {
                inbox(address)
                        .appendMessage(
                                new MimeMessage(SESSION, new ByteArrayInputStream(mail)),
                                new Flags(),
                                new Date());
            }
        } catch (UserException | MessagingException failure) {
            throw new IllegalStateException("The mailbox could not be made anew", failure);
        }
    }

    /** The number of a mailbox is the second it was made in. */
    private static void awaitSecondAfter(long second) {
        try {
            while (System.currentTimeMillis() / 1_000 <= second) {
                Thread.sleep(20);
            }
        } catch (InterruptedException stopped) {
            Thread.currentThread().interrupt();
        }
    }

    /** Empties every mailbox. */
    public void empty() {
        try {
            server.purgeEmailFromAllMailboxes();
        } catch (FolderException failure) {
            throw new IllegalStateException(failure);
        }
    }

    @Override
    public void close() {
        imap.close();
        server.stop();
    }

    private GreenMailUser user(String address) {
        GreenMailUser user = server.getUserManager().getUserByEmail(address);
        if (user == null) {
            throw new IllegalArgumentException("Nobody has this address");
        }
        return user;
    }

    private MailFolder inbox(String address) {
        try {
            ImapHostManager host = server.getManagers().getImapHostManager();
            return host.getInbox(user(address));
        } catch (FolderException failure) {
            throw new IllegalStateException(failure);
        }
    }

    private static byte[] bytes(StoredMessage message) {
        try {
            var out = new ByteArrayOutputStream();
            message.getMimeMessage().writeTo(out);
            return out.toByteArray();
        } catch (IOException failure) {
            throw new UncheckedIOException(failure);
        } catch (MessagingException failure) {
            throw new IllegalStateException(failure);
        }
    }
}
