// SPDX-License-Identifier: EUPL-1.2
import java.io.IOException;
import java.nio.charset.StandardCharsets;
import java.nio.file.Files;
import java.nio.file.Path;
import java.security.MessageDigest;
import java.util.HexFormat;
import java.util.List;
import java.util.Map;
import java.util.stream.Stream;
import org.flywaydb.core.Flyway;
import org.jooq.codegen.GenerationTool;
import org.jooq.meta.jaxb.Configuration;
import org.jooq.meta.jaxb.Database;
import org.jooq.meta.jaxb.ForcedType;
import org.jooq.meta.jaxb.Generate;
import org.jooq.meta.jaxb.Generator;
import org.jooq.meta.jaxb.Jdbc;
import org.jooq.meta.jaxb.Logging;
import org.jooq.meta.jaxb.Target;

/**
 * Makes the Java picture of the schema from a really migrated PostgreSQL: one package per module,
 * so that naming another module's table breaks the build. Skipped while the migrations are
 * unchanged.
 */
class GenerateSchema {

    public static void main(String[] arguments) throws Exception {
        Path project = Path.of(arguments[0]);
        Path migrations = project.resolve("src/main/resources/db/migration");
        Path target = project.resolve("target/generated-sources/jooq");
        Path stamp = project.resolve("target/schema.stamp");
        String state = fingerprint(migrations);
        if (Files.exists(stamp) && Files.readString(stamp).equals(state) && Files.exists(target)) {
            return;
        }
        var builder =
                io.zonky.test.db.postgres.embedded.EmbeddedPostgres.builder()
                        .setOverrideWorkingDirectory(
                                project.resolve("target/schema-postgres").toFile());
        try (var postgres = builder.start()) {
            String url = postgres.getJdbcUrl("postgres", "postgres");
            try (var connection = postgres.getPostgresDatabase().getConnection();
                    var statement = connection.createStatement()) {
                statement.execute("create role onthaal_app");
            }
            Flyway.configure()
                    .dataSource(url, "postgres", "")
                    .locations("filesystem:" + migrations)
                    .defaultSchema("migration")
                    .createSchemas(true)
                    .outOfOrder(true)
                    .placeholders(Map.of("app", "onthaal_app"))
                    .load()
                    .migrate();
            deleteAll(target);
            for (String module : modules(migrations)) {
                generate(url, module, target);
            }
        }
        Files.writeString(stamp, state);
    }

    private static List<String> modules(Path migrations) throws IOException {
        try (Stream<Path> folders = Files.list(migrations)) {
            return folders.map(folder -> folder.getFileName().toString()).sorted().toList();
        }
    }

    private static void generate(String url, String module, Path target) throws Exception {
        var database =
                new Database()
                        .withName("org.jooq.meta.postgres.PostgresDatabase")
                        .withInputSchema(module)
                        .withOutputSchemaToDefault(false)
                        .withForcedTypes(
                                new ForcedType()
                                        .withName("INSTANT")
                                        .withIncludeTypes(
                                                "(?i:timestamp with time zone|timestamptz)"))
                        .withIncludeSystemIndexes(false);
        var generate =
                new Generate()
                        .withDaos(false)
                        .withPojos(false)
                        .withRecords(true)
                        .withComments(false)
                        .withGlobalKeyReferences(false)
                        .withIndexes(false)
                        .withKeys(true)
                        .withImplicitJoinPathsToOne(false)
                        .withImplicitJoinPathsToMany(false)
                        .withImplicitJoinPathsManyToMany(false);
        var configuration =
                new Configuration()
                        .withLogging(Logging.WARN)
                        .withJdbc(new Jdbc().withUrl(url).withUser("postgres").withPassword(""))
                        .withGenerator(
                                new Generator()
                                        .withDatabase(database)
                                        .withGenerate(generate)
                                        .withTarget(
                                                new Target()
                                                        .withPackageName(
                                                                "be.onthaal."
                                                                        + module
                                                                        + ".internal.db")
                                                        .withDirectory(target.toString())
                                                        .withClean(false)));
        GenerationTool.generate(configuration);
    }

    private static String fingerprint(Path migrations) throws Exception {
        var digest = MessageDigest.getInstance("SHA-256");
        try (Stream<Path> files = Files.walk(migrations)) {
            for (Path file : files.filter(Files::isRegularFile).sorted().toList()) {
                digest.update(file.toString().getBytes(StandardCharsets.UTF_8));
                digest.update(Files.readAllBytes(file));
            }
        }
        return HexFormat.of().formatHex(digest.digest());
    }

    private static void deleteAll(Path folder) throws IOException {
        if (!Files.exists(folder)) {
            return;
        }
        try (Stream<Path> all = Files.walk(folder)) {
            for (Path path : all.sorted(java.util.Comparator.reverseOrder()).toList()) {
                Files.delete(path);
            }
        }
    }
}
