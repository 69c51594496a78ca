package com.salescopilot.server.db;

import java.io.IOException;
import java.io.UncheckedIOException;
import java.lang.System.Logger.Level;
import java.net.InetAddress;
import java.net.ServerSocket;
import java.nio.file.Files;
import java.nio.file.Path;
import java.security.SecureRandom;
import java.sql.Connection;
import java.sql.SQLException;
import java.util.ArrayList;
import java.util.HexFormat;
import java.util.List;
import java.util.Optional;

/// The PostgreSQL that comes with the server: its own directory, its own passwords, reachable from
/// this machine only, durable, and stopped with the server.
///
/// It outlives a killed JVM. The lock on its directory then proves to the next start that the one
/// found running belongs to nobody, so it is stopped before a new one starts.
public final class LocalPostgres implements AutoCloseable {

  private static final System.Logger LOG = System.getLogger(LocalPostgres.class.getName());
  private static final String SUPERUSER = "sc_super";
  private static final String PASSWORD_FILE = "superuser.password";
  private static final int ATTEMPTS = 5;

  private final Path directory;
  private final Path data;
  private final Path passwordFile;
  private final Durability durability;
  private final PostgresCommands commands;
  private final Postmaster postmaster;
  private final DirectoryLock lock;
  private final String loginPassword = random();
  private int port;

  private LocalPostgres(
      Path directory, PostgresBinaries binaries, Durability durability, DirectoryLock lock) {
    this.directory = directory;
    this.durability = durability;
    this.lock = lock;
    this.commands = new PostgresCommands(binaries, directory);
    this.data = directory.resolve("pg" + major());
    this.postmaster = new Postmaster(data);
    this.passwordFile = directory.resolve(PASSWORD_FILE);
  }

  /// Starts PostgreSQL on `directory`, making the directory and its files if need be.
  ///
  /// @param directory its own; one process at a time
  /// @param binaries where the programs are unpacked; may be shared by many directories
  /// @throws DatabaseRefused if the directory is in use, belongs to another version, or PostgreSQL
  ///   does not start
  public static LocalPostgres start(Path directory, Path binaries, Durability durability) {
    Path home = directory.toAbsolutePath().normalize();
    DirectoryLock lock =
        DirectoryLock.take(home)
            .orElseThrow(() -> new DatabaseRefused(home + " is in use by another server"));
    try {
      var programs = PostgresBinaries.in(binaries.toAbsolutePath().normalize());
      var postgres = new LocalPostgres(home, programs, durability, lock);
      postgres.start();
      return postgres;
    } catch (RuntimeException e) {
      lock.close();
      throw e;
    }
  }

  /// How to reach a database of the PostgreSQL that a server runs in `directory`, beside that
  /// server; empty if none runs there.
  public static Optional<DatabaseLogin> running(Path directory, String name) {
    Path password = directory.resolve(PASSWORD_FILE);
    if (Files.notExists(password)) {
      return Optional.empty();
    }
    try (var versions = Files.newDirectoryStream(directory, "pg[0-9]*")) {
      for (Path data : versions) {
        var postmaster = new Postmaster(data);
        if (postmaster.runs() && postmaster.port().isPresent()) {
          String url = url(postmaster.port().getAsInt(), name);
          return Optional.of(new DatabaseLogin(url, SUPERUSER, Files.readString(password).strip()));
        }
      }
      return Optional.empty();
    } catch (IOException e) {
      throw new UncheckedIOException(e);
    }
  }

  /// How to reach the database of that name, which is made, with all roles, if it is not there yet.
  public DatabaseLogin database(String name) {
    try (Connection connection = DriverSettings.connect(superuser("postgres"))) {
      var roles = new Roles(connection);
      roles.create();
      roles.createLogin(loginPassword);
      roles.createDatabase(name);
    } catch (SQLException e) {
      throw new DatabaseRefused("PostgreSQL in " + directory + " did not take its roles", e);
    }
    return login(name);
  }

  /// How to reach a database that is there.
  DatabaseLogin login(String database) {
    return new DatabaseLogin(url(database), Roles.LOGIN, loginPassword);
  }

  /// For making roles and databases; ignores row-level security, so no query of ours uses it.
  DatabaseLogin superuser(String database) {
    return new DatabaseLogin(url(database), SUPERUSER, superuserPassword());
  }

  /// Stops PostgreSQL, ending what is still connected, and lets go of the directory.
  @Override
  public void close() {
    try (lock) {
      stop();
    }
  }

  private void start() {
    if (Files.notExists(data)) {
      refuseOtherVersions();
      initialise();
    } else {
      stopOrphan();
    }
    for (int attempt = 1; ; attempt++) {
      port = freePort();
      if (pgCtl(startArguments()) == 0) {
        break;
      }
      String said = commands.said();
      if (attempt == ATTEMPTS) {
        throw new DatabaseRefused("PostgreSQL in " + directory + " does not start: " + said);
      }
      // another program took the port, or the children of a killed postmaster are still leaving
      LOG.log(Level.WARNING, "PostgreSQL did not start, attempt {0}: {1}", attempt, said);
    }
    checkDurability();
  }

  private List<String> startArguments() {
    var options = new StringBuilder("-p " + port + " -h 127.0.0.1 -k ''");
    for (String setting : Durability.SETTINGS) {
      options.append(" -c ").append(setting).append('=').append(durability.value());
    }
    options.append(" -c jit=off -c timezone=UTC -c log_timezone=UTC");
    String log = directory.resolve("postgres.log").toString();
    return List.of("start", "-w", "-t", "30", "-l", log, "-o", options.toString());
  }

  private void stop() {
    if (pgCtl(List.of("stop", "-w", "-t", "10", "-m", "fast")) != 0 && postmaster.runs()) {
      pgCtl(List.of("stop", "-w", "-t", "10", "-m", "immediate"));
    }
  }

  private void stopOrphan() {
    if (postmaster.runs()) {
      LOG.log(Level.WARNING, "stopping the PostgreSQL that a killed server left in {0}", directory);
      stop();
    }
    if (!postmaster.runs()) {
      postmaster.forget();
    }
  }

  private int pgCtl(List<String> arguments) {
    var all = new ArrayList<>(arguments);
    all.addAll(List.of("-D", data.toString()));
    return commands.run("pg_ctl", all);
  }

  /// Not `--locale=C`, under which `pg_trgm` silently drops every letter beyond ASCII.
  private void initialise() {
    Path part = directory.resolve("initialising");
    PrivateFiles.deleteTree(part);
    var arguments =
        new ArrayList<>(List.of("-D", part.toString(), "-U", SUPERUSER, "--no-instructions"));
    superuserPassword();
    arguments.addAll(List.of("--auth=scram-sha-256", "--pwfile=" + passwordFile));
    arguments.addAll(List.of("--data-checksums", "--encoding=UTF8"));
    arguments.addAll(List.of("--locale-provider=builtin", "--locale=C.UTF-8"));
    if (durability == Durability.THROW_AWAY) {
      arguments.add("--no-sync");
    }
    if (commands.run("initdb", arguments) != 0) {
      throw new DatabaseRefused("PostgreSQL could not make its files: " + commands.said());
    }
    try {
      Files.move(part, data); // the name appears when the work is whole
    } catch (IOException e) {
      throw new UncheckedIOException(e);
    }
  }

  private void refuseOtherVersions() {
    try (var others = Files.newDirectoryStream(directory, "pg[0-9]*")) {
      for (Path other : others) {
        throw new DatabaseRefused(
            "Another major version of PostgreSQL wrote "
                + other
                + ". Back it up with the release that wrote it and restore it with this one.");
      }
    } catch (IOException e) {
      throw new UncheckedIOException(e);
    }
  }

  private String major() {
    if (commands.run("postgres", List.of("--version")) != 0) {
      throw new DatabaseRefused("PostgreSQL does not run here: " + commands.said());
    }
    return commands.said().replaceFirst("^.*\\) (\\d+).*$", "$1");
  }

  private void checkDurability() {
    try (Connection connection = DriverSettings.connect(superuser("postgres"))) {
      var roles = new Roles(connection);
      for (String setting : Durability.SETTINGS) {
        if (!roles.setting(setting).equals(durability.value())) {
          throw new DatabaseRefused(
              "PostgreSQL runs with another "
                  + setting
                  + " than "
                  + durability.value()
                  + "; look for it in the configuration files in "
                  + data);
        }
      }
    } catch (SQLException e) {
      throw new DatabaseRefused("PostgreSQL in " + directory + " does not answer", e);
    }
  }

  private String url(String database) {
    return url(port, database);
  }

  private static String url(int port, String database) {
    return "jdbc:postgresql://127.0.0.1:" + port + "/" + database;
  }

  private String superuserPassword() {
    try {
      if (Files.notExists(passwordFile)) {
        PrivateFiles.write(passwordFile, random());
      }
      return Files.readString(passwordFile).strip();
    } catch (IOException e) {
      throw new UncheckedIOException(e);
    }
  }

  private static String random() {
    var bytes = new byte[24];
    new SecureRandom().nextBytes(bytes);
    return HexFormat.of().formatHex(bytes);
  }

  private static int freePort() {
    try (var socket = new ServerSocket(0, 1, InetAddress.getLoopbackAddress())) {
      return socket.getLocalPort();
    } catch (IOException e) {
      throw new UncheckedIOException(e);
    }
  }
}
