// SPDX-License-Identifier: EUPL-1.2
package be.onthaal.webdav;

import static be.onthaal.webdav.internal.db.Tables.EDIT_ADDRESS;
import static be.onthaal.webdav.internal.db.Tables.HOLDER;

import be.onthaal.access.Callers;
import be.onthaal.access.Sessions;
import be.onthaal.common.Digest;
import be.onthaal.common.Forgetting;
import be.onthaal.common.Refused;
import be.onthaal.common.Token;
import be.onthaal.common.Tokens;
import be.onthaal.database.Ids;
import be.onthaal.documents.DocumentFiles;
import be.onthaal.documents.DocumentId;
import be.onthaal.documents.DocumentLine;
import be.onthaal.documents.Documents;
import be.onthaal.documents.OfficeKind;
import be.onthaal.webdav.internal.db.tables.records.EditAddressRecord;
import java.time.Clock;
import java.time.Duration;
import java.time.Instant;
import java.util.HexFormat;
import java.util.List;
import java.util.Optional;
import java.util.UUID;
import org.jooq.Condition;
import org.jooq.DSLContext;
import org.springframework.stereotype.Service;
import org.springframework.transaction.annotation.Propagation;
import org.springframework.transaction.annotation.Transactional;
import org.springframework.transaction.support.TransactionOperations;

/**
 * Gives out addresses at which programs work on a document. Each lives as long as the session in
 * which it was asked, and may what its person may at that moment.
 */
@Service
class EditAddresses implements Forgetting {

    private static final Duration LONGEST = Duration.ofHours(12);
    private static final int MOST_OF_ONE = 100;

    private final DSLContext sql;
    private final Documents documents;
    private final DocumentFiles files;
    private final Sessions sessions;
    private final TransactionOperations transactions;
    private final Clock clock;
    private final Tokens tokens = new Tokens();

    EditAddresses(
            DSLContext sql,
            Documents documents,
            DocumentFiles files,
            Sessions sessions,
            TransactionOperations transactions,
            Clock clock) {
        this.sql = sql;
        this.documents = documents;
        this.files = files;
        this.sessions = sessions;
        this.transactions = transactions;
        this.clock = clock;
    }

    /** An address that was given out, and its secret. */
    record Given(String path, String title, OfficeKind kind) {}

    /** Gives one out, to who may change the document now. */
    @Transactional
    public Given give(DocumentId id, Program program, Token browser) {
        documents.admit(id);
        DocumentLine line = documents.get(id);
        if (line.document().isFinal()) {
            throw new Refused("documents.final");
        }
        String name = line.version().file().name();
        OfficeKind kind =
                OfficeKind.of(name).orElseThrow(() -> new Refused("webdav.other-program"));
        if (sql.fetchCount(EDIT_ADDRESS, mine()) >= MOST_OF_ONE) {
            throw new Refused("webdav.many-addresses", MOST_OF_ONE);
        }
        files.handOver(id, line.version().number());
        Token token = tokens.draw();
        Instant now = clock.instant();
        sql.insertInto(EDIT_ADDRESS)
                .set(EDIT_ADDRESS.AUTHORITY_ID, authority())
                .set(EDIT_ADDRESS.ID, Ids.next())
                .set(EDIT_ADDRESS.TOKEN_HASH, token.digest().bytes())
                .set(EDIT_ADDRESS.SESSION_HASH, browser.digest().bytes())
                .set(EDIT_ADDRESS.ACCOUNT_ID, Callers.current().actor())
                .set(EDIT_ADDRESS.DOCUMENT_ID, id.value())
                .set(EDIT_ADDRESS.NAME, name)
                .set(EDIT_ADDRESS.PROGRAM, program.name())
                .set(EDIT_ADDRESS.SEEN, line.version().number())
                .set(EDIT_ADDRESS.LOGGED, line.version().number())
                .set(EDIT_ADDRESS.MADE_AT, now)
                .set(EDIT_ADDRESS.UNTIL, now.plus(LONGEST))
                .execute();
        String path = "/webdav/" + token.value() + new DavPath(List.of(name)).written();
        return new Given(path, line.document().about().title(), kind);
    }

    /** Who asks at an address, with the rights that he has now. */
    record Held(UUID address, Sessions.Session session) {}

    /** Behind whom an address stands; nobody when it is over, or never was. */
    @Transactional(propagation = Propagation.NEVER)
    public Optional<Held> holder(String secret) {
        Optional<Token> token = Token.parse(secret);
        if (token.isEmpty()) {
            return Optional.empty();
        }
        byte[] hash = token.get().digest().bytes();
        var found =
                transactions.execute(
                        status -> sql.selectFrom(HOLDER(hash, clock.instant())).fetchOptional());
        return found.flatMap(row -> {
            var session = new Digest(HexFormat.of().formatHex(row.getSessionHash()));
            return sessions.resume(session).map(one -> new Held(row.getId(), one));
        });
    }

    /** The address, for its own person. */
    EditAddress get(UUID id) {
        return read(sql.selectFrom(EDIT_ADDRESS).where(is(id)).fetchOptional());
    }

    /** The same while nothing else is done at it. */
    EditAddress alone(UUID id) {
        return read(sql.selectFrom(EDIT_ADDRESS).where(is(id)).forUpdate().fetchOptional());
    }

    /** The program has this version now; whether its opening was in the log already. */
    boolean opened(EditAddress address, int version) {
        boolean first =
                sql.update(EDIT_ADDRESS)
                                .set(EDIT_ADDRESS.LOGGED, version)
                                .where(is(address.id()))
                                .and(EDIT_ADDRESS.LOGGED.ne(version))
                                .execute()
                        == 1;
        sql.update(EDIT_ADDRESS)
                .set(EDIT_ADDRESS.SEEN, version)
                .where(is(address.id()))
                .and(EDIT_ADDRESS.SEEN.ne(version))
                .execute();
        return !first;
    }

    /** What it saved it has, and did not have to be shown. */
    void saved(EditAddress address, int version) {
        sql.update(EDIT_ADDRESS)
                .set(EDIT_ADDRESS.SEEN, version)
                .set(EDIT_ADDRESS.LOGGED, version)
                .where(is(address.id()))
                .execute();
    }

    @Override
    @Transactional
    public int forget() {
        return sql.deleteFrom(EDIT_ADDRESS)
                .where(EDIT_ADDRESS.AUTHORITY_ID.eq(authority()))
                .and(EDIT_ADDRESS.UNTIL.lt(clock.instant()))
                .execute();
    }

    private static EditAddress read(Optional<EditAddressRecord> found) {
        return found.map(row ->
                        new EditAddress(
                                row.getId(),
                                new DocumentId(row.getDocumentId()),
                                row.getName(),
                                Program.valueOf(row.getProgram()),
                                row.getSeen(),
                                row.getLogged(),
                                row.getMadeAt()))
                .orElseThrow(() -> new DavRefusal(DavRefusal.MISSING));
    }

    private static Condition mine() {
        return EDIT_ADDRESS
                .AUTHORITY_ID
                .eq(authority())
                .and(EDIT_ADDRESS.ACCOUNT_ID.eq(Callers.current().actor()));
    }

    private static Condition is(UUID id) {
        return mine().and(EDIT_ADDRESS.ID.eq(id));
    }

    static UUID authority() {
        return Callers.current().authority().value();
    }
}
