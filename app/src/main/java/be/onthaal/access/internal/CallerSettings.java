// SPDX-License-Identifier: EUPL-1.2
package be.onthaal.access.internal;

import be.onthaal.access.Caller;
import be.onthaal.access.Callers;
import be.onthaal.database.StatementCount;
import be.onthaal.database.TransactionOpening;
import java.sql.Connection;
import java.sql.PreparedStatement;
import java.sql.SQLException;
import java.util.Collection;
import java.util.stream.Collectors;
import org.springframework.stereotype.Component;

/** Tells PostgreSQL who is asking; the settings end with the transaction. */
@Component
class CallerSettings implements TransactionOpening {

    private static final String TELL =
            "select set_config('onthaal.kind', ?, true), set_config('onthaal.actor', ?, true),"
                    + " set_config('onthaal.authority', ?, true),"
                    + " set_config('onthaal.authority_group', ?, true),"
                    + " set_config('onthaal.units', ?, true),"
                    + " set_config('onthaal.clearance', ?, true),"
                    + " set_config('onthaal.public_authority', ?, true),"
                    + " set_config('onthaal.things', ?, true)";

    @Override
    public void open(Connection connection) throws SQLException {
        Caller caller = Callers.find().orElse(null);
        if (caller == null) {
            return;
        }
        boolean visitor = caller.kind() == Caller.Kind.PUBLIC;
        String authority = caller.scope().map(s -> s.authority().toString()).orElse("");
        String group = caller.scope().map(s -> s.group().toString()).orElse("");
        StatementCount.one();
        try (PreparedStatement statement = connection.prepareStatement(TELL)) {
            statement.setString(1, caller.kind().name());
            statement.setString(2, caller.actor().toString());
            statement.setString(3, visitor ? "" : authority);
            statement.setString(4, visitor ? "" : group);
            statement.setString(5, array(caller.rights().units()));
            statement.setString(
                    6, visitor ? "" : String.valueOf(caller.rights().clearance().level()));
            statement.setString(7, visitor ? authority : "");
            statement.setString(8, array(caller.rights().things()));
            statement.execute();
        }
    }

    private static String array(Collection<?> values) {
        return values.stream().map(Object::toString).collect(Collectors.joining(",", "{", "}"));
    }
}
