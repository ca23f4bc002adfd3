// SPDX-License-Identifier: EUPL-1.2
package be.onthaal.documents;

import be.onthaal.common.Digest;
import be.onthaal.files.Files;
import be.onthaal.mail.MailRecords;
import be.onthaal.outbox.Effect;
import be.onthaal.outbox.spi.EffectHandler;
import be.onthaal.records.spi.Keeper;
import java.util.List;
import org.springframework.stereotype.Component;
import org.springframework.transaction.support.TransactionOperations;

/** The bytes of a draft that was deleted go too, unless somebody else keeps the same ones. */
@Component
class ForgottenFiles implements EffectHandler {

    private final List<Keeper> keepers;
    private final MailRecords mail;
    private final Files files;
    private final TransactionOperations transactions;

    ForgottenFiles(
            List<Keeper> keepers,
            MailRecords mail,
            Files files,
            TransactionOperations transactions) {
        this.keepers = List.copyOf(keepers);
        this.mail = mail;
        this.files = files;
        this.transactions = transactions;
    }

    @Override
    public String kind() {
        return DocumentIntake.FORGET;
    }

    @Override
    public void perform(Effect effect) {
        var file = new Digest(String.valueOf(effect.payload().get("file")));
        transactions.executeWithoutResult(status -> {
            files.forgetting(List.of(file));
            boolean named =
                    mail.names(file) || keepers.stream().anyMatch(keeper -> keeper.names(file));
            if (!named) {
                files.destroy(file);
            }
        });
    }
}
