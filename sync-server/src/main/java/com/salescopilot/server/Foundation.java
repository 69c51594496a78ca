package com.salescopilot.server;

import com.salescopilot.server.db.Catalogue;
import com.salescopilot.server.db.Database;
import com.salescopilot.server.db.DatabaseLogin;
import com.salescopilot.server.db.Durability;
import com.salescopilot.server.db.LocalPostgres;
import com.salescopilot.server.db.Migrations;
import com.salescopilot.server.db.PoolSizes;
import com.salescopilot.server.db.Roles;
import com.salescopilot.server.egress.Egress;
import com.salescopilot.server.egress.Resolver;
import com.salescopilot.server.keys.KeyCheck;
import com.salescopilot.server.keys.MasterKeys;
import com.salescopilot.server.keys.Vault;
import java.nio.file.Path;
import java.security.SecureRandom;
import java.time.InstantSource;
import java.util.List;

/// What every command stands on: the data directory, the database at this version, and the keys
/// that belong to it.
///
/// @param migrated the migrations that were run now
record Foundation(
    Database database,
    DatabaseLogin login,
    MasterKeys keys,
    KeyCheck keyCheck,
    Vault vault,
    Egress egress,
    List<String> migrated) {
  static final String NAME = "sales_copilot";

  /// Starts it, in the order in which one thing needs another.
  static Foundation start(
      ServerConfig config, Lifecycle lifecycle, InstantSource clock, SecureRandom random)
      throws Exception {
    DatabaseLogin login = login(config, lifecycle);
    List<String> migrated = lifecycle.start("schema", () -> bringUpToDate(login), _ -> {});
    Database database =
        lifecycle.start(
            "database", () -> Database.open(login, PoolSizes.STANDARD), Database::close);
    KeyCheck check = new KeyCheck(database, clock, random);
    MasterKeys keys = lifecycle.start("keys", () -> check.open(config.keyFile()), _ -> {});
    return new Foundation(
        database,
        login,
        keys,
        check,
        new Vault(keys, clock, random),
        new Egress(config.egressAllow(), config.named(), Resolver.system()),
        migrated);
  }

  /// The data directory, for this process alone, and the way to the database, as it stands.
  static DatabaseLogin login(ServerConfig config, Lifecycle lifecycle) throws Exception {
    var _ =
        lifecycle.start(
            "data directory", () -> DataDirectory.open(config.dataDir()), DataDirectory::close);
    if (config.database().isPresent()) {
      return config.database().get();
    }
    LocalPostgres postgres =
        lifecycle.start(
            "embedded PostgreSQL",
            () ->
                LocalPostgres.start(
                    postgres(config), config.postgresBinaries(), Durability.DURABLE),
            LocalPostgres::close);
    return postgres.database(NAME);
  }

  /// Where the embedded PostgreSQL has its files.
  static Path postgres(ServerConfig config) {
    return config.dataDir().resolve("postgres");
  }

  private static List<String> bringUpToDate(DatabaseLogin login) {
    Roles.ensure(login);
    List<String> migrated = Migrations.run(login);
    Catalogue.check(login);
    return migrated;
  }
}
