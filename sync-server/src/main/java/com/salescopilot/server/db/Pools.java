package com.salescopilot.server.db;

import com.zaxxer.hikari.HikariConfig;
import com.zaxxer.hikari.HikariDataSource;

/// The two pools, one per role: who borrows a connection cannot choose its rights.
final class Pools implements AutoCloseable {

  private static final long CONNECTION_TIMEOUT_MS = 2_000;
  private static final long VALIDATION_TIMEOUT_MS = 1_000;
  private static final long MAX_LIFETIME_MS = 25 * 60_000L;
  private static final long LEAK_THRESHOLD_MS = 15_000;

  final HikariDataSource app;
  final HikariDataSource worker;

  Pools(DatabaseLogin login, PoolSizes sizes, Statements statements) {
    app = pool("app", login, sizes.app(), statements.get("appSession"));
    worker = pool("worker", login, sizes.worker(), statements.get("workerSession"));
  }

  /// For migrations: as `sc_owner`, and without time limits. Flyway works on two connections.
  static HikariDataSource ofOwner(DatabaseLogin login) {
    HikariConfig config = config("owner", login, 2);
    config.setMinimumIdle(0);
    config.addDataSourceProperty("options", "-c role=sc_owner");
    config.addDataSourceProperty("socketTimeout", "0");
    return new HikariDataSource(config);
  }

  private static HikariDataSource pool(String name, DatabaseLogin login, int size, Sql session) {
    HikariConfig config = config(name, login, size);
    config.setMaxLifetime(MAX_LIFETIME_MS);
    config.setLeakDetectionThreshold(LEAK_THRESHOLD_MS);
    config.setInitializationFailTimeout(-1);
    config.setConnectionInitSql(session.text());
    return new HikariDataSource(config);
  }

  private static HikariConfig config(String name, DatabaseLogin login, int size) {
    var config = new HikariConfig();
    config.setPoolName(name);
    config.setJdbcUrl(login.url());
    config.setUsername(login.user());
    config.setPassword(login.password());
    config.setMaximumPoolSize(size);
    config.setConnectionTimeout(CONNECTION_TIMEOUT_MS);
    config.setValidationTimeout(VALIDATION_TIMEOUT_MS);
    DriverSettings.ALL.forEach(config::addDataSourceProperty);
    return config;
  }

  /// Connections out at this moment.
  int busy() {
    return app.getHikariPoolMXBean().getActiveConnections()
        + worker.getHikariPoolMXBean().getActiveConnections();
  }

  @Override
  public void close() {
    try (app) {
      worker.close();
    }
  }
}
