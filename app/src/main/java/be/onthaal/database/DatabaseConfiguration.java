// SPDX-License-Identifier: EUPL-1.2
package be.onthaal.database;

import javax.sql.DataSource;
import org.jooq.DSLContext;
import org.jooq.ExecuteContext;
import org.jooq.ExecuteListener;
import org.jooq.SQLDialect;
import org.jooq.conf.RenderNameCase;
import org.jooq.conf.RenderQuotedNames;
import org.jooq.conf.Settings;
import org.jooq.impl.DSL;
import org.jooq.impl.DataSourceConnectionProvider;
import org.jooq.impl.DefaultConfiguration;
import org.springframework.boot.context.properties.EnableConfigurationProperties;
import org.springframework.context.annotation.Bean;
import org.springframework.context.annotation.Configuration;
import org.springframework.jdbc.datasource.TransactionAwareDataSourceProxy;
import org.springframework.jdbc.support.JdbcTransactionManager;
import org.springframework.jdbc.support.SQLStateSQLExceptionTranslator;
import org.springframework.transaction.annotation.EnableTransactionManagement;
import org.springframework.transaction.support.TransactionSynchronizationManager;

/** Wires one pool, one way to speak SQL and one transaction manager. */
@Configuration(proxyBeanMethods = false)
@EnableConfigurationProperties(DatabaseSettings.class)
@EnableTransactionManagement(proxyTargetClass = true)
class DatabaseConfiguration {

    @Bean(destroyMethod = "close")
    Database database(DatabaseSettings settings) {
        return Database.open(settings);
    }

    @Bean(destroyMethod = "")
    DataSource dataSource(Database database) {
        return database.pool();
    }

    @Bean
    JdbcTransactionManager transactionManager(
            DataSource dataSource, TransactionOpening opening, DatabaseSettings settings) {
        return new CallerTransactions(dataSource, opening, settings.transactions());
    }

    @Bean
    DSLContext sql(DataSource dataSource) {
        var configuration = new DefaultConfiguration();
        configuration.set(
                new DataSourceConnectionProvider(new TransactionAwareDataSourceProxy(dataSource)));
        configuration.set(SQLDialect.POSTGRES);
        configuration.set(
                new Settings()
                        .withRenderQuotedNames(RenderQuotedNames.EXPLICIT_DEFAULT_UNQUOTED)
                        .withRenderNameCase(RenderNameCase.AS_IS)
                        .withExecuteLogging(false)
                        .withRenderSchema(true));
        configuration.set(new OnlyInTransactions(), new PlainErrors());
        return DSL.using(configuration);
    }

    @Bean
    Beside beside(Database database, TransactionOpening opening, DSLContext sql) {
        return new Beside(database.beside(), opening, sql);
    }

    /** A statement outside a transaction would have no caller: refused, so that nobody forgets. */
    static final class OnlyInTransactions implements ExecuteListener {

        @Override
        public void start(ExecuteContext context) {
            if (!TransactionSynchronizationManager.isActualTransactionActive()) {
                throw new IllegalStateException("A statement outside a transaction has no caller");
            }
            StatementCount.one();
        }
    }

    /** Database errors as Spring's exceptions, without the rows they were about. */
    static final class PlainErrors implements ExecuteListener {

        private static final SQLStateSQLExceptionTranslator translator =
                new SQLStateSQLExceptionTranslator();

        @Override
        public void exception(ExecuteContext context) {
            var failure = context.sqlException();
            if (failure != null) {
                var translated = translator.translate("jOOQ", null, failure);
                if (translated != null) {
                    context.exception(translated);
                }
            }
        }
    }
}
