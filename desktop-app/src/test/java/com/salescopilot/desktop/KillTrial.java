package com.salescopilot.desktop;

import static java.util.Objects.requireNonNull;
import static org.assertj.core.api.Assertions.assertThat;

import com.fasterxml.jackson.databind.JsonNode;
import com.fasterxml.jackson.databind.node.MissingNode;
import com.salescopilot.desktop.network.TestServer;
import java.io.IOException;
import java.io.UncheckedIOException;
import java.nio.file.Files;
import java.nio.file.Path;
import java.util.ArrayList;
import java.util.Comparator;
import java.util.HashMap;
import java.util.List;
import java.util.Map;
import java.util.Random;
import java.util.TreeMap;
import java.util.stream.Stream;

/// A client that is killed again and again right after an acknowledgement, and the list of what it
/// acknowledged.
final class KillTrial implements AutoCloseable {
  private final Path scratch;
  private final TestServer server;
  private final Random random;
  private final String email = TestServer.newAddress();
  private final Map<String, Row> expected = new TreeMap<>();
  private final List<Waiting> waiting = new ArrayList<>();
  private ClientProcess client;
  private boolean online;
  private int acknowledged;
  private int names;

  KillTrial(Path scratch, TestServer server, long seed) {
    this.scratch = scratch;
    this.server = server;
    this.random = new Random(seed);
    this.client = ClientProcess.start(home());
    client.done("signup", who());
    online = true;
  }

  /// An edit that was acknowledged without a server.
  private record Waiting(String row, String mutation) {}

  /// What a row must say; without fields it was deleted.
  private record Row(String entity, Map<String, String> fields) {
    boolean deleted() {
      return fields.isEmpty();
    }

    boolean matches(JsonNode row) {
      return deleted()
          ? row.isMissingNode()
          : fields.entrySet().stream()
              .allMatch(field -> row.path(field.getKey()).asText().equals(field.getValue()));
    }
  }

  private Path home() {
    return scratch.resolve("home");
  }

  private Map<String, String> who() {
    return Map.of(
        "server", server.api().toString(), "email", email, "password", TestServer.PASSWORD);
  }

  /// How many edits were acknowledged.
  int acknowledged() {
    return acknowledged;
  }

  /// Signs in, so that sending and reading go on in the background while edits are made.
  void goOnline() {
    client.done("login", who());
    online = true;
    // from now on the server may confirm what was acknowledged
    waiting.clear();
  }

  /// Makes edits, and kills the client the moment the last one is acknowledged.
  ///
  /// @param meanwhile happens before the last edit
  void editAndKill(Runnable meanwhile) {
    for (int more = random.nextInt(4); more > 0; more--) {
      edit();
    }
    meanwhile.run();
    edit();
    if (random.nextBoolean()) {
      // under way when the client dies: it may be kept or not, but not twice
      client.tell("create", making("template", Map.of("title", "maybe" + names++)));
    }
    client.kill();
  }

  private void edit() {
    List<String> rows =
        expected.keySet().stream().filter(id -> !expectedRow(id).deleted()).toList();
    int kind = rows.isEmpty() ? 0 : random.nextInt(10);
    if (kind < 4) {
      create("template", Map.of("title", "t" + names++));
    } else if (kind < 6) {
      String name = "p" + names++;
      create("prospect", Map.of("email", name + "@b.io", "company", name));
    } else {
      String id = rows.get(random.nextInt(rows.size()));
      if (kind == 9) {
        delete(id);
      } else {
        patch(id);
      }
    }
  }

  private static Map<String, Object> making(String entity, Map<String, String> fields) {
    return Map.of("entity", entity, "fields", fields);
  }

  private void create(String entity, Map<String, String> fields) {
    JsonNode answer = client.done("create", making(entity, fields));
    String id = answer.path("id").asText();
    acknowledge(id, answer);
    expected.put(id, new Row(entity, new HashMap<>(fields)));
  }

  private void patch(String id) {
    Row row = expectedRow(id);
    String field = row.entity().equals("template") ? "description" : "company";
    String value = "v" + names++;
    joinedWith(id);
    acknowledge(
        id,
        client.done(
            "patch", Map.of("entity", row.entity(), "id", id, "fields", Map.of(field, value))));
    row.fields().put(field, value);
  }

  private void delete(String id) {
    Row row = expectedRow(id);
    acknowledge(id, client.done("delete", Map.of("entity", row.entity(), "id", id)));
    expected.put(id, new Row(row.entity(), Map.of()));
  }

  private Row expectedRow(String id) {
    return requireNonNull(expected.get(id));
  }

  /// A change of the row that was changed last may travel with that change, under a new id.
  private void joinedWith(String id) {
    if (!waiting.isEmpty() && waiting.getLast().row().equals(id)) {
      waiting.removeLast();
    }
  }

  private void acknowledge(String id, JsonNode answer) {
    acknowledged++;
    if (!online) {
      waiting.add(new Waiting(id, answer.path("ack").asText()));
    }
  }

  /// The store's files, put aside. The client is doing nothing.
  Path copyOfStore() {
    Path copy = scratch.resolve("copy-" + System.nanoTime());
    copy(home().resolve("stores"), copy);
    return copy;
  }

  /// Puts older files in the place of the store's, as if what came later had never reached the
  /// disk.
  void putBack(Path older) {
    Path stores = home().resolve("stores");
    try (Stream<Path> files = Files.walk(stores)) {
      for (Path file : files.sorted(Comparator.reverseOrder()).toList()) {
        Files.delete(file);
      }
    } catch (IOException e) {
      throw new UncheckedIOException(e);
    }
    copy(older, stores);
  }

  private static void copy(Path from, Path to) {
    try (Stream<Path> files = Files.walk(from)) {
      for (Path file : files.toList()) {
        Files.copy(file, to.resolve(from.relativize(file)));
      }
    } catch (IOException e) {
      throw new UncheckedIOException(e);
    }
  }

  /// Starts the client again, without a sign-in: it must know all it acknowledged.
  void restartAndCheck() {
    client = ClientProcess.start(home());
    online = false;
    List<String> lost = new ArrayList<>();
    expected.forEach(
        (id, row) -> {
          JsonNode shown = client.row(row.entity(), id);
          if (!row.matches(shown)) {
            lost.add(row + " is shown as " + shown);
          }
        });
    assertThat(lost).as("acknowledged edits that are lost").isEmpty();
    assertThat(client.done("outbox").path("items").valueStream().map(i -> i.path("id").asText()))
        .as("what no server has confirmed still waits")
        .containsAll(waiting.stream().map(Waiting::mutation).toList());
  }

  /// Sends everything: server, this client and a second one of the same person must hold each edit
  /// once.
  void assertEverywhereOnce() {
    client.done("login", who());
    try (ClientProcess second = ClientProcess.start(scratch.resolve("second"))) {
      second.done("login", who());
      assertThat(client.done("sync").path("pending").asInt()).isZero();
      assertThat(second.done("sync").path("pending").asInt()).isZero();
      assertThat(client.done("sync").path("pending").asInt()).isZero();
      assertThat(second.dump()).isEqualTo(client.dump());
      assertThat(client.done("conflicts").path("items")).isEmpty();
      for (String entity : List.of("template", "prospect")) {
        assertServerHas(entity, client.done("list", Map.of("entity", entity)).path("items"));
      }
    }
  }

  private void assertServerHas(String entity, JsonNode shown) {
    Map<String, JsonNode> rows = new HashMap<>();
    for (JsonNode row : server.all(email, entity + "s")) {
      assertThat(rows.put(row.path("id").asText(), row)).as("listed twice").isNull();
    }
    assertThat(rows).hasSize(shown.size());
    String name = entity.equals("template") ? "title" : "email";
    assertThat(rows.values()).extracting(row -> row.path(name).asText()).doesNotHaveDuplicates();
    expected.forEach(
        (id, row) -> {
          if (row.entity().equals(entity)) {
            assertThat(row.deleted() ? !rows.containsKey(id) : row.matches(at(rows, id)))
                .as("%s on the server: %s", row, rows.get(id))
                .isTrue();
          }
        });
    long certain =
        expected.values().stream()
            .filter(row -> row.entity().equals(entity) && !row.deleted())
            .count();
    assertThat(rows.values().stream().filter(row -> !row.path(name).asText().startsWith("maybe")))
        .hasSize((int) certain);
  }

  private static JsonNode at(Map<String, JsonNode> rows, String id) {
    JsonNode row = rows.get(id);
    return row == null ? MissingNode.getInstance() : row;
  }

  @Override
  public void close() {
    client.close();
  }
}
