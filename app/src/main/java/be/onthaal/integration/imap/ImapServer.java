// SPDX-License-Identifier: EUPL-1.2
package be.onthaal.integration.imap;

import be.onthaal.mail.spi.MailAccount;
import be.onthaal.mail.spi.MailServer;
import be.onthaal.mail.spi.MailServerProblem;
import be.onthaal.mail.spi.MailServerProblem.Kind;
import be.onthaal.mail.spi.OpenFolder;
import jakarta.mail.AuthenticationFailedException;
import jakarta.mail.Folder;
import jakarta.mail.FolderNotFoundException;
import jakarta.mail.MessagingException;
import jakarta.mail.Session;
import jakarta.mail.Store;
import java.net.InetAddress;
import java.net.URI;
import java.net.UnknownHostException;
import java.util.Properties;
import org.eclipse.angus.mail.imap.IMAPFolder;
import org.springframework.boot.context.properties.EnableConfigurationProperties;
import org.springframework.stereotype.Component;

/** Opens folders of IMAP servers, with a limit on every wait. */
@Component
@EnableConfigurationProperties(ImapSettings.class)
class ImapServer implements MailServer {

    private final ImapSettings settings;

    ImapServer(ImapSettings settings) {
        this.settings = settings;
    }

    @Override
    public OpenFolder open(MailAccount account) throws MailServerProblem {
        Store store = null;
        try {
            URI url = URI.create(account.url());
            String protocol = url.getScheme();
            store = Session.getInstance(properties(protocol, url.getHost())).getStore(protocol);
            store.connect(url.getHost(), url.getPort(), account.user(), account.password());
            var folder = (IMAPFolder) store.getFolder(account.folder());
            folder.open(Folder.READ_ONLY);
            return new ImapFolder(store, folder, folder.getUIDValidity(), settings);
        } catch (MessagingException | IllegalArgumentException failure) {
            ImapFolder.close(store);
            throw new MailServerProblem(kind(failure), failure);
        }
    }

    /** A password goes over an open line to this machine only. */
    private Properties properties(String protocol, String host) {
        String prefix = "mail." + protocol + ".";
        var properties = new Properties();
        properties.setProperty(
                prefix + "connectiontimeout", String.valueOf(settings.connect().toMillis()));
        properties.setProperty(prefix + "timeout", String.valueOf(settings.read().toMillis()));
        properties.setProperty(prefix + "writetimeout", String.valueOf(settings.read().toMillis()));
        properties.setProperty(prefix + "connectionpooltimeout", "1000");
        properties.setProperty(prefix + "ssl.checkserveridentity", "true");
        properties.setProperty(prefix + "starttls.enable", "true");
        properties.setProperty(prefix + "starttls.required", String.valueOf(!isLoopback(host)));
        return properties;
    }

    private static boolean isLoopback(String host) {
        try {
            return InetAddress.getByName(host).isLoopbackAddress();
        } catch (UnknownHostException unknown) {
            return false;
        }
    }

    private static Kind kind(Exception failure) {
        return switch (failure) {
            case AuthenticationFailedException refused -> Kind.LOGIN_REFUSED;
            case FolderNotFoundException missing -> Kind.FOLDER_MISSING;
            default -> Kind.UNREACHABLE;
        };
    }
}
