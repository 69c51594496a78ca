package com.salescopilot.desktop.syncbench;

import com.salescopilot.desktop.remote.ServerAddress;
import com.salescopilot.desktop.remote.Session;
import com.salescopilot.desktop.remote.SignUp;
import com.salescopilot.server.ServerProcess;
import com.salescopilot.server.db.DatabaseLogin;
import com.salescopilot.server.db.Durability;
import com.salescopilot.server.db.LocalPostgres;
import java.io.IOException;
import java.io.UncheckedIOException;
import java.net.URI;
import java.nio.file.Files;
import java.nio.file.Path;
import java.time.Clock;
import java.util.ArrayList;
import java.util.HashMap;
import java.util.List;
import java.util.Map;
import java.util.NoSuchElementException;
import java.util.stream.Stream;

/// The server in a process of its own, with the options that the installers give it, on a durable
/// PostgreSQL of its own.
final class Rig implements AutoCloseable {
  private static final Path BINARIES = Path.of("target", "postgres", "binaries").toAbsolutePath();
  private static final String EMAIL = "ada@bench.example";
  private static final String PASSWORD = "correct horse battery";
  private static final double TICKS_A_SECOND = 100;

  /// Of the fields after the name of the process.
  private static final int USER_TIME = 11;

  private final LocalPostgres postgres;
  private final Path postgresHome;
  private final DatabaseLogin login;
  private final ServerProcess server;

  private Rig(
      LocalPostgres postgres, Path postgresHome, DatabaseLogin login, ServerProcess server) {
    this.postgres = postgres;
    this.postgresHome = postgresHome;
    this.login = login;
    this.server = server;
  }

  static Rig start(Path scratch) {
    Path home = scratch.resolve("postgres");
    LocalPostgres postgres = LocalPostgres.start(home, BINARIES, Durability.DURABLE);
    DatabaseLogin login = postgres.database("bench");
    Map<String, String> settings = new HashMap<>();
    settings.put("SC_DATA_DIR", scratch.resolve("server").toString());
    settings.put("SC_DATABASE_URL", login.url());
    settings.put("SC_DATABASE_USER", login.user());
    settings.put("SC_DATABASE_PASSWORD", login.password());
    List<String> java =
        new ArrayList<>(List.of("-XX:+UseSerialGC", "-XX:+UseCompactObjectHeaders", "-Xmx512m"));
    String more = System.getProperty("bench.java", "");
    if (!more.isEmpty()) {
      java.addAll(List.of(more.split(" ", -1)));
    }
    ServerProcess server = ServerProcess.start(java, scratch, settings);
    return new Rig(postgres, home, login, server.awaitReady());
  }

  DatabaseLogin login() {
    return login;
  }

  URI at(String listener) {
    return server.at(listener);
  }

  ServerAddress address() {
    return ServerAddress.parse(server.at("api").toString());
  }

  Session signUp() {
    return Session.signUp(
        address(), new SignUp(EMAIL, PASSWORD, "Ada", "Byron"), Clock.systemUTC());
  }

  Session logIn() {
    return Session.logIn(address(), EMAIL, PASSWORD, Clock.systemUTC());
  }

  String credentials() {
    return "{\"email\":\"" + EMAIL + "\",\"password\":\"" + PASSWORD + "\"}";
  }

  /// What the server's process has used of the processors, in seconds.
  double cpuSeconds() {
    String stat = stat(server.pid());
    if (stat.isEmpty()) {
      return Double.NaN; // not a Linux
    }
    String[] fields = fields(stat);
    return (Long.parseLong(fields[USER_TIME]) + Long.parseLong(fields[USER_TIME + 1]))
        / TICKS_A_SECOND;
  }

  /// What PostgreSQL's processes have used of the processors, in seconds.
  double databaseCpuSeconds() {
    try (Stream<Path> files = Files.walk(postgresHome, 3)) {
      Path file = files.filter(f -> f.endsWith("postmaster.pid")).findFirst().orElseThrow();
      String postmaster = Files.readAllLines(file).getFirst().strip();
      double ticks = 0;
      for (ProcessHandle process : ProcessHandle.allProcesses().toList()) {
        String stat = stat(process.pid());
        if (stat.isEmpty()) {
          continue; // it has ended
        }
        String[] fields = fields(stat);
        boolean self = postmaster.equals(String.valueOf(process.pid()));
        if (self || fields[1].equals(postmaster)) {
          // of those that have ended the postmaster has the sum
          for (int i = USER_TIME; i < USER_TIME + (self ? 4 : 2); i++) {
            ticks += Long.parseLong(fields[i]);
          }
        }
      }
      return ticks / TICKS_A_SECOND;
    } catch (IOException | UncheckedIOException | NoSuchElementException e) {
      return Double.NaN; // not a Linux
    }
  }

  private static String stat(long pid) {
    try {
      return Files.readString(Path.of("/proc", String.valueOf(pid), "stat"));
    } catch (IOException e) {
      return "";
    }
  }

  /// From the third field on: the second may hold blanks.
  private static String[] fields(String stat) {
    return stat.substring(stat.lastIndexOf(')') + 2).split(" ", -1);
  }

  /// The memory that the server's process occupies, in MB.
  double residentMegabytes() {
    try {
      return Files.readAllLines(Path.of("/proc", String.valueOf(server.pid()), "status")).stream()
              .filter(line -> line.startsWith("VmRSS:"))
              .mapToLong(line -> Long.parseLong(line.replaceAll("\\D", "")))
              .findFirst()
              .orElse(0)
          / 1024.0;
    } catch (IOException e) {
      return Double.NaN;
    }
  }

  @Override
  public void close() {
    try (postgres) {
      server.close();
    }
  }
}
