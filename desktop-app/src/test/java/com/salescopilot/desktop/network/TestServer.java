package com.salescopilot.desktop.network;

import static java.util.Objects.requireNonNull;

import com.fasterxml.jackson.databind.JsonNode;
import com.salescopilot.model.value.ValueJson;
import com.salescopilot.server.ServerProcess;
import java.io.IOException;
import java.io.UncheckedIOException;
import java.net.URI;
import java.net.http.HttpClient;
import java.net.http.HttpRequest;
import java.net.http.HttpRequest.BodyPublishers;
import java.nio.file.Files;
import java.nio.file.Path;
import java.util.ArrayList;
import java.util.Comparator;
import java.util.List;
import java.util.Map;
import java.util.UUID;
import java.util.stream.Stream;
import org.jspecify.annotations.Nullable;
import org.junit.jupiter.api.extension.BeforeAllCallback;
import org.junit.jupiter.api.extension.ExtensionContext;

/// One server process on a PostgreSQL of its own, for all test classes of a run. Each test signs up
/// people of its own.
///
/// ```
/// @RegisterExtension static final TestServer server = new TestServer();
/// ```
public final class TestServer implements BeforeAllCallback {
  public static final String PASSWORD = "correct horse battery";

  private static final ExtensionContext.Namespace NAMESPACE =
      ExtensionContext.Namespace.create(TestServer.class);

  private final HttpClient http = HttpClient.newHttpClient();
  private @Nullable Running running;

  private record Running(Path scratch, ServerProcess process) implements AutoCloseable {

    static Running start() {
      try {
        Path scratch = Files.createTempDirectory("server");
        Map<String, String> settings = Map.of("SC_DATA_DIR", scratch.resolve("data").toString());
        return new Running(scratch, ServerProcess.start(scratch, settings).awaitReady());
      } catch (IOException e) {
        throw new UncheckedIOException(e);
      }
    }

    @Override
    public void close() throws IOException {
      process.close();
      try (Stream<Path> files = Files.walk(scratch)) {
        for (Path file : files.sorted(Comparator.reverseOrder()).toList()) {
          Files.delete(file);
        }
      }
    }
  }

  @Override
  public void beforeAll(ExtensionContext context) {
    running =
        context
            .getRoot()
            .getStore(NAMESPACE)
            .computeIfAbsent("server", _ -> Running.start(), Running.class);
  }

  /// Where its API answers.
  public URI api() {
    return requireNonNull(running, "register it as a static @RegisterExtension")
        .process()
        .at("api");
  }

  /// An address that nobody has.
  public static String newAddress() {
    return "anna-" + UUID.randomUUID() + "@example.com";
  }

  /// What a route of the API answers this person; it must be a good answer.
  public JsonNode get(String email, String path) {
    return page(path, token(email));
  }

  /// Every item of a list, page by page.
  public List<JsonNode> all(String email, String list) {
    String token = token(email);
    List<JsonNode> items = new ArrayList<>();
    JsonNode page;
    do {
      page = page(list + "?limit=100&offset=" + items.size(), token);
      page.path("items").forEach(items::add);
    } while (items.size() < page.path("total").asInt() && !page.path("items").isEmpty());
    return items;
  }

  /// A token for the API.
  public String token(String email) {
    String login = "{\"email\":\"%s\",\"password\":\"%s\"}".formatted(email, PASSWORD);
    return send(HttpRequest.newBuilder(api().resolve("/api/auth/login"))
            .header("Content-Type", "application/json")
            .POST(BodyPublishers.ofString(login)))
        .path("token")
        .asText();
  }

  private JsonNode page(String path, String token) {
    return send(
        HttpRequest.newBuilder(api().resolve("/api/" + path))
            .header("Authorization", "Bearer " + token));
  }

  private JsonNode send(HttpRequest.Builder request) {
    var response = ServerProcess.send(http, request);
    if (response.statusCode() != 200) {
      throw new AssertionError(response.statusCode() + " " + response.body());
    }
    return ValueJson.tree(response.body());
  }
}
