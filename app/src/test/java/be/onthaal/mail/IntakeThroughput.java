// SPDX-License-Identifier: EUPL-1.2
package be.onthaal.mail;

import be.onthaal.simulators.mail.MailTown;
import be.onthaal.testing.IntakeProcess;
import be.onthaal.testing.TownFixtures;
import be.onthaal.testing.TownFixtures.TestAuthority;
import java.time.Duration;

/** Tells how many mails a second come in from the simulated mail server; decides nothing. */
public final class IntakeThroughput {

    private static final int WARM_UP = 500;

    private IntakeThroughput() {}

    /** The first argument is the number of mails. */
    public static void main(String[] arguments) {
        int mails = arguments.length == 0 ? 2_000 : Integer.parseInt(arguments[0]);
        try (var town = MailTown.start(0, 0);
                var application =
                        IntakeProcess.start(
                                "--onthaal.database.directory=target/throughput-data",
                                "--onthaal.database.name=throughput_" + System.nanoTime(),
                                "--onthaal.mail.intake.enabled=false",
                                "--onthaal.outbox.enabled=false",
                                "--spring.main.sources="
                                        + TownFixtures.class.getName()
                                        + ","
                                        + PostOffice.class.getName())) {
            PostOffice office = application.getBean(PostOffice.class);
            TestAuthority here = application.getBean(TownFixtures.class).found().municipality();
            run(town, office, here, WARM_UP);
            long start = System.nanoTime();
            Duration reading = run(town, office, here, mails);
            Duration whole = Duration.ofNanos(System.nanoTime() - start);
            System.out.printf(
                    "%d mails in %d ms: %.0f a second (with delivery %d ms)%n",
                    mails,
                    reading.toMillis(),
                    mails * 1_000.0 / reading.toMillis(),
                    whole.toMillis());
        }
        System.exit(0);
    }

    private static Duration run(MailTown town, PostOffice office, TestAuthority here, int mails) {
        String address = PostOffice.newAddress();
        town.addUser(address, "geheim");
        for (int i = 0; i < mails; i++) {
            town.deliver(address, mail(i));
        }
        MailboxId id = office.add(here, town.directImapUrl(), address, "geheim");
        long start = System.nanoTime();
        office.open();
        office.await(here, id, mails);
        Duration time = Duration.ofNanos(System.nanoTime() - start);
        office.close();
        return time;
    }

    private static String mail(int number) {
        return """
        From: Klant %1$d <klant-%1$d@voorbeeld.be>
        To: onthaal@proefdorp.be
        Subject: Vraag %1$d over de uren van het loket
        Message-ID: <mail-%1$d@voorbeeld.be>
        Date: Mon, 2 Mar 2026 10:00:00 +0100
        MIME-Version: 1.0
        Content-Type: multipart/alternative; boundary=b

        --b
        Content-Type: text/plain; charset=UTF-8

        Beste, wanneer is het loket open? Ik wil graag een nieuwe identiteitskaart aanvragen.
        --b
        Content-Type: text/html; charset=UTF-8

        <p>Beste, wanneer is het loket open? Ik wil graag een nieuwe identiteitskaart aanvragen.</p>
        --b--
        """
                .formatted(number);
    }
}
