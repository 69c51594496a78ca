package com.salescopilot.desktop;

import static org.assertj.core.api.Assertions.assertThat;
import static org.awaitility.Awaitility.await;

import com.fasterxml.jackson.databind.JsonNode;
import com.icegreen.greenmail.util.GreenMail;
import com.icegreen.greenmail.util.ServerSetup;
import com.salescopilot.server.ServerProcess;
import java.io.IOException;
import java.nio.file.Files;
import java.nio.file.Path;
import java.nio.file.StandardCopyOption;
import java.nio.file.attribute.BasicFileAttributes;
import java.nio.file.attribute.PosixFilePermissions;
import java.time.Duration;
import java.util.Comparator;
import java.util.HashMap;
import java.util.LinkedHashMap;
import java.util.List;
import java.util.Map;
import java.util.stream.Stream;
import org.junit.jupiter.api.AfterEach;
import org.junit.jupiter.api.BeforeEach;
import org.junit.jupiter.api.Tag;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.api.io.TempDir;

/// The server's database directory is put back to a copy of some time ago, as an operator does it:
/// a server process on real files, two packed clients, a mail server.
@Tag("long")
final class RestoredBackupIT {
  private static final Duration SENDING = Duration.ofSeconds(60);
  private static final Map<String, String> ADA =
      Map.of("email", "ada@desk.example", "password", "correct horse battery");

  @TempDir Path scratch;

  private final Map<String, String> ports = new HashMap<>();
  private final GreenMail world =
      new GreenMail(new ServerSetup(0, "127.0.0.1", ServerSetup.PROTOCOL_SMTP));

  @BeforeEach
  void startTheWorld() {
    world.start();
  }

  @AfterEach
  void stopTheWorld() {
    world.stop();
  }

  @Test
  void confirmed_edits_come_back_and_what_left_meanwhile_does_not_leave_again() throws Exception {
    try (ClientProcess desk = ClientProcess.start(scratch.resolve("desk"));
        ClientProcess laptop = ClientProcess.start(scratch.resolve("laptop"))) {
      String ana;
      String early;
      String waiting;
      try (ServerProcess server = server()) {
        desk.done("signup", who(server, Map.of("firstName", "Ada", "lastName", "Byron")));
        laptop.done("login", who(server, Map.of()));
        ana = create(desk, "prospect", Map.of("email", "ana@b.example", "company", "Acme"));
        early = letter(desk, ana, 0);
        awaitSent(desk, early);
        waiting = letter(desk, ana, 20); // accepted, and not sent yet when the copy is made
        desk.done("sync");
        laptop.done("sync");
      }
      copy(scratch.resolve("data/postgres"), scratch.resolve("backup"));

      String bea;
      String late;
      try (ServerProcess server = server()) {
        online(server, desk, laptop);
        desk.done("patch", patch(ana, "company", "Beta"));
        bea = create(desk, "prospect", Map.of("email", "bea@b.example"));
        late = letter(desk, bea, 0);
        awaitSent(desk, late);
        awaitSent(desk, waiting);
        desk.done("sync");
        laptop.done("patch", patch(bea, "company", "Gamma"));
        laptop.done("sync");
        desk.done("sync");
      }
      assertThat(world.getReceivedMessages()).hasSize(3);
      desk.done("go-offline");
      desk.done("patch", patch(ana, "jobTitle", "CTO")); // made while nobody answers

      delete(scratch.resolve("data/postgres"));
      copy(scratch.resolve("backup"), scratch.resolve("data/postgres"));
      try (ServerProcess server = server()) {
        assertThat(server.stderr()).contains("held back until release-sends");
        online(server, desk, laptop);
        for (int round = 0; round < 2; round++) {
          desk.done("sync");
          laptop.done("sync");
        }
        for (ClientProcess client : List.of(desk, laptop)) {
          JsonNode row = client.row("prospect", ana);
          assertThat(row.path("company").asText()).isEqualTo("Beta");
          assertThat(row.path("jobTitle").asText()).isEqualTo("CTO");
          assertThat(client.row("prospect", bea).path("company").asText()).isEqualTo("Gamma");
          for (String mail : List.of(early, late, waiting)) {
            assertThat(status(client, mail)).isEqualTo("SENT");
          }
        }
        assertThat(laptop.dump()).isEqualTo(desk.dump());

        String fresh = letter(desk, ana, 0);
        awaitSent(desk, fresh);
      }
      assertThat(world.getReceivedMessages()).hasSize(4);
      assertThat(release()).contains("RELEASED 0");
    }
  }

  /// The whole directory of the server, so that nothing in it can tell: the first client does. The
  /// simulator and `RestoredServerTest` hold it at every build.
  @Tag("long")
  @Test
  void a_copy_of_everything_is_noticed_by_the_first_client() throws Exception {
    try (ClientProcess desk = ClientProcess.start(scratch.resolve("desk"))) {
      String ana;
      try (ServerProcess server = server()) {
        desk.done("signup", who(server, Map.of("firstName", "Ada", "lastName", "Byron")));
        ana = create(desk, "prospect", Map.of("email", "ana@b.example", "company", "Acme"));
        desk.done("sync");
      }
      copy(scratch.resolve("data"), scratch.resolve("backup"));
      try (ServerProcess server = server()) {
        online(server, desk);
        desk.done("patch", patch(ana, "company", "Beta"));
        desk.done("sync");
      }
      delete(scratch.resolve("data"));
      copy(scratch.resolve("backup"), scratch.resolve("data"));
      try (ServerProcess server = server()) {
        online(server, desk);
        desk.done("sync");
        assertThat(server.stderr()).contains("a client has read what this database has lost");
        assertThat(desk.row("prospect", ana).path("company").asText()).isEqualTo("Beta");
        assertThat(desk.row("prospect", ana).path("rev").asLong()).isPositive();
      }
    }
  }

  private ServerProcess server() {
    Map<String, String> settings =
        new HashMap<>(
            Map.of(
                "SC_DATA_DIR", scratch.resolve("data").toString(),
                "SC_SMTP_HOST", "127.0.0.1",
                "SC_SMTP_PORT", Integer.toString(world.getSmtp().getPort()),
                "SC_SMTP_TLS", "none",
                "SC_SMTP_FROM", "ada@desk.example"));
    settings.putAll(ports);
    ServerProcess server = ServerProcess.start(scratch, settings).awaitReady();
    ports.put("SC_PORT", Integer.toString(server.at("api").getPort()));
    return server;
  }

  /// What the command prints.
  private List<String> release() {
    try (ServerProcess command =
        ServerProcess.start(
            scratch, Map.of("SC_DATA_DIR", scratch.resolve("data").toString()), "release-sends")) {
      assertThat(command.exitCode()).as(command.stderr()).isZero();
      return command.stdout();
    }
  }

  private static Map<String, String> who(ServerProcess server, Map<String, String> more) {
    Map<String, String> members = new LinkedHashMap<>(ADA);
    members.put("server", server.at("api").toString());
    members.putAll(more);
    return members;
  }

  private static void online(ServerProcess server, ClientProcess... clients) {
    for (ClientProcess client : clients) {
      client.done("login", who(server, Map.of()));
      client.done("go-online");
    }
  }

  private static String create(ClientProcess desk, String entity, Map<String, String> fields) {
    return desk.done("create", Map.of("entity", entity, "fields", fields)).path("id").asText();
  }

  private static Map<String, Object> patch(String prospect, String field, String value) {
    return Map.of("entity", "prospect", "id", prospect, "fields", Map.of(field, value));
  }

  private static String letter(ClientProcess desk, String prospect, int undoSeconds) {
    String draft =
        create(
            desk,
            "email_draft",
            Map.of("prospectId", prospect, "subject", "Hello", "bodyHtml", "<p>Hello</p>"));
    return desk.done("send", Map.of("draftId", draft, "undoSeconds", undoSeconds))
        .path("emailId")
        .asText();
  }

  private static void awaitSent(ClientProcess desk, String mail) {
    await().atMost(SENDING).until(() -> status(desk, mail).equals("SENT"));
  }

  private static String status(ClientProcess desk, String mail) {
    return desk.row("email", mail).path("status").asText();
  }

  private static void copy(Path from, Path to) throws IOException {
    try (Stream<Path> files = Files.walk(from)) {
      for (Path file : files.toList()) {
        Path target = to.resolve(from.relativize(file).toString());
        if (Files.readAttributes(file, BasicFileAttributes.class).isDirectory()) {
          Files.createDirectories(target);
          Files.setPosixFilePermissions(target, PosixFilePermissions.fromString("rwx------"));
        } else {
          Files.copy(file, target, StandardCopyOption.COPY_ATTRIBUTES);
        }
      }
    }
  }

  private static void delete(Path directory) throws IOException {
    try (Stream<Path> files = Files.walk(directory)) {
      for (Path file : files.sorted(Comparator.reverseOrder()).toList()) {
        Files.delete(file);
      }
    }
  }
}
