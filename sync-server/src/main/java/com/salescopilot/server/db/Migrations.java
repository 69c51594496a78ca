package com.salescopilot.server.db;

import com.zaxxer.hikari.HikariDataSource;
import java.util.List;
import java.util.stream.Stream;
import javax.sql.DataSource;
import org.flywaydb.core.Flyway;
import org.flywaydb.core.api.FlywayException;
import org.flywaydb.core.api.MigrationInfo;
import org.flywaydb.core.api.MigrationState;

/// Brings the schema to the state this program was written for. Forward only, in plain SQL, as
/// `sc_owner`; several processes may try at once, Flyway's lock lets one of them.
public final class Migrations {

  private static final String LOCATION = "classpath:com/salescopilot/server/db/migration";

  private static final String LATEST = "latest";

  private final Flyway flyway;

  private Migrations(DataSource owner, String target) {
    flyway =
        Flyway.configure(Migrations.class.getClassLoader())
            .target(target)
            .dataSource(owner)
            .locations(LOCATION)
            .validateMigrationNaming(true)
            .cleanDisabled(true)
            .loggers("slf4j")
            .load();
  }

  /// Migrates the database of `login`, whose roles are there ([Roles#ensure]).
  ///
  /// @return the names of the migrations run now
  /// @throws DatabaseRefused if the database was migrated by a newer program, or a migration fails
  public static List<String> run(DatabaseLogin login) {
    try (HikariDataSource owner = Pools.ofOwner(login)) {
      return new Migrations(owner, LATEST).run();
    }
  }

  /// Brings an empty database to an older state, for rows that were written then.
  ///
  /// @throws DatabaseRefused if this program has never known that state
  public static void runTo(DatabaseLogin login, String schema) {
    try (HikariDataSource owner = Pools.ofOwner(login)) {
      var _ = new Migrations(owner, schema).run();
    }
  }

  /// Passes if this program knows a state of the schema.
  ///
  /// @throws DatabaseRefused if it does not
  public static void check(DatabaseLogin login, String schema) {
    try (HikariDataSource owner = Pools.ofOwner(login)) {
      MigrationInfo[] all = new Migrations(owner, LATEST).flyway.info().all();
      boolean known =
          Stream.of(all)
              .filter(m -> m.getState() != MigrationState.FUTURE_SUCCESS)
              .anyMatch(m -> m.getVersion().toString().equals(schema));
      if (!known) {
        throw new DatabaseRefused(
            "The backup has schema "
                + schema
                + ", this program knows none beyond "
                + newestKnown(all)
                + ". Use the newer program.");
      }
    }
  }

  private List<String> run() {
    try {
      refuseNewer(flyway.info().all());
      return flyway.migrate().migrations.stream()
          .map(m -> m.version + " " + m.description)
          .toList();
    } catch (FlywayException e) {
      throw new DatabaseRefused("The schema could not be brought up to date", e);
    }
  }

  private static void refuseNewer(MigrationInfo[] all) {
    Stream.of(all)
        .filter(m -> m.getState() == MigrationState.FUTURE_SUCCESS)
        .reduce((_, last) -> last)
        .ifPresent(
            newest -> {
              throw new DatabaseRefused(
                  "The database has schema "
                      + newest.getVersion()
                      + ", this program knows none beyond "
                      + newestKnown(all)
                      + ". Start the newer program.");
            });
  }

  private static String newestKnown(MigrationInfo[] all) {
    return Stream.of(all)
        .filter(m -> m.getState() != MigrationState.FUTURE_SUCCESS)
        .reduce((_, last) -> last)
        .map(m -> m.getVersion().toString())
        .orElse("nothing");
  }
}
