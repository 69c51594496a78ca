package com.salescopilot.server.db;

import java.nio.file.Path;
import java.sql.Connection;
import java.sql.SQLException;
import java.util.UUID;
import java.util.stream.IntStream;

/// One PostgreSQL a JVM, with one migrated database that all others are copies of.
final class SharedPostgres implements AutoCloseable {

  private static final Path HOME = Path.of("target", "postgres");
  private static final String TEMPLATE = "migrated";

  private final LocalPostgres postgres;
  private final Statements statements = Statements.load(SharedPostgres.class);

  private SharedPostgres(LocalPostgres postgres) {
    this.postgres = postgres;
  }

  /// The directory stays for the next run, which then saves the making of it; what an earlier run
  /// left inside does not.
  static SharedPostgres start() {
    var shared = new SharedPostgres(firstFree());
    try {
      shared.command("dropLeftOver", "");
      Migrations.run(shared.postgres.database(TEMPLATE));
      return shared;
    } catch (RuntimeException e) {
      shared.close();
      throw e;
    }
  }

  private static LocalPostgres firstFree() {
    return IntStream.range(0, 8)
        .mapToObj(n -> HOME.resolve("test-" + n))
        .filter(SharedPostgres::isFree)
        .findFirst()
        .map(home -> LocalPostgres.start(home, binaries(), Durability.THROW_AWAY))
        .orElseThrow();
  }

  private static boolean isFree(Path home) {
    var lock = DirectoryLock.take(home.toAbsolutePath());
    lock.ifPresent(DirectoryLock::close);
    return lock.isPresent();
  }

  static Path binaries() {
    return HOME.resolve("binaries");
  }

  DatabaseLogin newDatabase() {
    String name = "test_" + UUID.randomUUID().toString().replace("-", "");
    command("copyTemplate", name);
    return postgres.login(name);
  }

  DatabaseLogin superuser(DatabaseLogin login) {
    return postgres.superuser(name(login));
  }

  void drop(DatabaseLogin login) {
    command("drop", name(login));
  }

  @Override
  public void close() {
    postgres.close();
  }

  private static String name(DatabaseLogin login) {
    return login.url().substring(login.url().lastIndexOf('/') + 1);
  }

  /// The statement answers with the commands to run; DDL takes no parameters.
  private void command(String statement, String name) {
    Sql sql = statements.get(statement);
    try (Connection connection = DriverSettings.connect(postgres.superuser("postgres"));
        var prepared = connection.prepareStatement(sql.text())) {
      for (int i = 0; i < sql.parameters().size(); i++) {
        prepared.setString(i + 1, name);
      }
      try (var commands = prepared.executeQuery();
          var runner = connection.createStatement()) {
        while (commands.next()) {
          runner.execute(commands.getString(1));
        }
      }
    } catch (SQLException e) {
      throw new IllegalStateException(statement + " failed", e);
    }
  }
}
