package com.salescopilot.desktop.headless;

import static java.nio.charset.StandardCharsets.UTF_8;
import static org.assertj.core.api.Assertions.assertThat;

import com.salescopilot.server.LiveServer;
import com.salescopilot.server.LiveServer.Surface;
import com.salescopilot.server.SecretScan;
import com.salescopilot.server.db.DatabaseLogin;
import com.salescopilot.server.db.TestDatabase;
import java.net.URI;
import java.nio.file.Files;
import java.nio.file.Path;
import java.sql.Connection;
import java.sql.DriverManager;
import java.sql.ResultSet;
import java.sql.SQLException;
import java.util.ArrayList;
import java.util.Base64;
import java.util.List;
import java.util.Set;
import java.util.TreeSet;
import java.util.stream.Stream;
import org.junit.jupiter.api.Order;
import org.junit.jupiter.api.Tag;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.api.extension.RegisterExtension;
import org.junit.jupiter.api.io.TempDir;

/// What a client was trusted with lies nowhere afterwards: not in its directory (database, write
/// ahead log, journal, crash files), not in what it left among temporary files, and not in a copy
/// of the server's whole database.
@Tag("long")
final class ClientSecretsTest {
  private static final String PASSWORD = "canary-password-Xq7!vÄ2";
  private static final String OTHER = "canary-password-Nw4?eÖ8";
  private static final String ADDRESS = "ana@canary.example";

  @Order(1)
  @RegisterExtension
  static final TestDatabase db = new TestDatabase();

  @Order(2)
  @RegisterExtension
  static final LiveServer server = new LiveServer(db);

  @TempDir Path scratch;

  private final SecretScan scan = new SecretScan().add("password", PASSWORD).add("mistyped", OTHER);
  private final SecretScan control = new SecretScan().add("address", ADDRESS);

  @Test
  void no_secret_is_found_in_what_a_client_leaves_behind_nor_in_a_copy_of_the_database()
      throws Exception {
    Set<Path> before = temporary();
    Path desk = scratch.resolve("desk");
    try (Eavesdropper ear = new Eavesdropper(server.at(Surface.API));
        Console console = Console.start(desk, new Console.Clock())) {
      use(console, ear.address());
      ear.heard().forEach((secret, what) -> scan.add(what, secret));
      assertThat(ear.heard()).hasSizeGreaterThanOrEqualTo(6).containsValue("refreshToken");
      assertThat(scan.below(desk, _ -> false)).as("while it runs").isEmpty();
    }
    assertThat(scan.below(desk, _ -> false)).isEmpty();
    for (Path left : temporary()) {
      if (!before.contains(left) && Files.isRegularFile(left)) {
        assertThat(scan.in(left)).isEmpty();
      }
    }
    String copy = copyOfEveryTable();
    assertThat(scan.in("copy of the database", copy)).isEmpty();

    // controls: what is no secret is seen in both, and a planted secret is found
    assertThat(control.below(desk, _ -> false)).isNotEmpty();
    assertThat(control.in("copy", copy)).isNotEmpty();
    byte[] hidden = ("xy" + PASSWORD).getBytes(UTF_8);
    Files.writeString(desk.resolve("planted"), "z" + Base64.getEncoder().encodeToString(hidden));
    assertThat(scan.below(desk, _ -> false)).isNotEmpty().allMatch(at -> at.endsWith("planted"));
  }

  /// Signs up, works, mistypes, and signs in again.
  private static void use(Console console, URI api) {
    console.done(who("signup", api, PASSWORD));
    console.done("{'cmd':'create','entity':'prospect','fields':{'email':'%s'}}".formatted(ADDRESS));
    console.done("{'cmd':'sync'}");
    assertThat(console.ask(who("login", api, OTHER)).has("error")).isTrue();
    console.done(who("login", api, PASSWORD));
    console.done("{'cmd':'sync'}");
  }

  private static String who(String command, URI api, String password) {
    return "{'cmd':'%s','server':'%s','email':'%s','password':'%s'}"
        .formatted(command, api, ADDRESS, password);
  }

  private static Set<Path> temporary() throws Exception {
    try (Stream<Path> all = Files.list(Path.of(System.getProperty("java.io.tmpdir")))) {
      return new TreeSet<>(all.filter(Files::isReadable).toList());
    }
  }

  /// As a backup would hold it: the text of every row of every table.
  private static String copyOfEveryTable() throws SQLException {
    DatabaseLogin login = db.superuser();
    StringBuilder copy = new StringBuilder();
    try (Connection connection =
            DriverManager.getConnection(login.url(), login.user(), login.password());
        var statement = connection.createStatement()) {
      for (String table : tables(connection)) {
        try (ResultSet rows = statement.executeQuery("table " + table)) {
          while (rows.next()) {
            for (int i = 1; i <= rows.getMetaData().getColumnCount(); i++) {
              copy.append(rows.getString(i)).append('\t');
            }
            copy.append('\n');
          }
        }
      }
    }
    return copy.toString();
  }

  private static List<String> tables(Connection connection) throws SQLException {
    List<String> names = new ArrayList<>();
    try (ResultSet all =
        connection.getMetaData().getTables(null, "public", "%", new String[] {"TABLE"})) {
      while (all.next()) {
        names.add(all.getString("TABLE_NAME"));
      }
    }
    assertThat(names).hasSizeGreaterThan(30);
    return names;
  }
}
