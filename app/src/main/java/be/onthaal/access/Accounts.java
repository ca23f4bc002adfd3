// SPDX-License-Identifier: EUPL-1.2
package be.onthaal.access;

import be.onthaal.access.internal.db.Routines;
import be.onthaal.common.Refused;
import be.onthaal.common.Tokens;
import java.util.Locale;
import org.jooq.DSLContext;
import org.jspecify.annotations.Nullable;
import org.springframework.security.crypto.argon2.Argon2PasswordEncoder;
import org.springframework.stereotype.Service;
import org.springframework.transaction.annotation.Transactional;

/** People who can sign in to work. */
@Service
public class Accounts {

    static final int SHORTEST_PASSWORD = 12;
    static final int LONGEST_PASSWORD = 200;

    private final DSLContext sql;
    private final Argon2PasswordEncoder passwords =
            Argon2PasswordEncoder.defaultsForSpringSecurity_v5_8();
    private String decoy = "";

    Accounts(DSLContext sql) {
        this.sql = sql;
    }

    /** Makes an account, or gives the one that has this login already. */
    @Transactional
    public AccountId open(String login, String displayName) {
        String key = login.strip().toLowerCase(Locale.ROOT);
        return new AccountId(Routines.openAccount(sql.configuration(), key, displayName));
    }

    /** A password as it is kept. Takes long on purpose: not for inside a transaction. */
    String hashed(String password) {
        if (password.length() < SHORTEST_PASSWORD || password.length() > LONGEST_PASSWORD) {
            throw new Refused("access.password-length", SHORTEST_PASSWORD);
        }
        return passwords.encode(password);
    }

    /** Renews what an account may do in all its sessions, in the commit that changed its rights. */
    @Transactional
    public void rightsChanged(AccountId account) {
        Routines.rightsChanged(sql.configuration(), account.value());
    }

    /**
     * Compares a password; without a hash it compares with one that nobody has, so that an unknown
     * login takes as long as a wrong password.
     */
    boolean matches(String password, @Nullable String hash) {
        String unknown = decoy();
        boolean right =
                password.length() <= LONGEST_PASSWORD
                        && passwords.matches(password, hash == null ? unknown : hash);
        return right && hash != null;
    }

    /** Made at the first sign-in of this process, whoever that is. */
    private synchronized String decoy() {
        if (decoy.isEmpty()) {
            decoy = passwords.encode(new Tokens().draw().value());
        }
        return decoy;
    }
}
