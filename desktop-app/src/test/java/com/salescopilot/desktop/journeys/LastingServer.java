package com.salescopilot.desktop.journeys;

import static java.util.Objects.requireNonNull;

import com.fasterxml.jackson.databind.JsonNode;
import com.salescopilot.desktop.demo.OtherPeople;
import com.salescopilot.model.value.ValueJson;
import com.salescopilot.server.ServerProcess;
import com.salescopilot.server.demo.TestMailbox;
import java.net.URI;
import java.net.http.HttpClient;
import java.net.http.HttpRequest;
import java.net.http.HttpRequest.BodyPublishers;
import java.nio.file.Path;
import java.util.HashMap;
import java.util.Map;
import java.util.UUID;
import java.util.regex.Matcher;
import java.util.regex.Pattern;
import org.jspecify.annotations.Nullable;

/// A server that can be stopped and started again: same data, same addresses. What it sends arrives
/// in a real mailbox.
final class LastingServer implements AutoCloseable {
  static final String ADA = "ada@desk.example";
  static final String PASSWORD = "correct horse battery";
  private static final Pattern ADDRESSES =
      Pattern.compile("imap=(\\S+) user=(\\S+) password=(\\S+) smtp=(\\S+)");

  private final Path scratch;
  private final HttpClient http = HttpClient.newHttpClient();
  private final TestMailbox world = TestMailbox.start(ADA);
  private final Map<String, String> ports = new HashMap<>();
  private @Nullable ServerProcess running;

  LastingServer(Path scratch) {
    this.scratch = scratch;
  }

  /// Starts it, the second time where it was before.
  LastingServer start() {
    Map<String, String> settings = new HashMap<>(world.settings());
    settings.put("SC_DATA_DIR", scratch.resolve("data").toString());
    settings.put("SC_EARLY_OPEN_SECONDS", "0"); // mails are looked at as soon as they are there
    settings.putAll(ports);
    ServerProcess started = ServerProcess.start(scratch, settings).awaitReady();
    running = started;
    ports.put("SC_PORT", Integer.toString(started.at("api").getPort()));
    ports.put("SC_TRACKING_PORT", Integer.toString(started.at("tracking").getPort()));
    return this;
  }

  void stop() {
    process().close();
    running = null;
  }

  URI api() {
    return process().at("api");
  }

  /// Ada signs up.
  LastingServer withAda() {
    JsonNode _ =
        ask(
            post(
                "signup",
                """
                {"email":"%s","password":"%s","firstName":"Ada","lastName":"Byron"}\
                """
                    .formatted(ADA, PASSWORD)));
    return this;
  }

  /// Those whom Ada writes to.
  OtherPeople people() {
    Matcher found = matcher();
    return new OtherPeople(
        new OtherPeople.Mailbox(URI.create(found.group(1)), found.group(2), found.group(3)),
        process().at("tracking"));
  }

  /// Where anybody can bring a mail to the mailbox.
  URI smtp() {
    return URI.create(matcher().group(4));
  }

  private Matcher matcher() {
    Matcher found = ADDRESSES.matcher(world.instructions());
    if (!found.find()) {
      throw new AssertionError(world.instructions());
    }
    return found;
  }

  /// The mail that has left for somebody, as its sender knows it.
  UUID mailTo(String firstName) {
    String login = "{\"email\":\"%s\",\"password\":\"%s\"}".formatted(ADA, PASSWORD);
    String token = ask(post("login", login)).path("token").asText();
    JsonNode timeline =
        ask(
            HttpRequest.newBuilder(api().resolve("/api/dashboard/timeline"))
                .header("Authorization", "Bearer " + token));
    return timeline
        .path("events")
        .valueStream()
        .filter(event -> event.at("/prospect/firstName").asText().equals(firstName))
        .map(event -> UUID.fromString(event.path("emailId").asText()))
        .findFirst()
        .orElseThrow(() -> new AssertionError("no mail to " + firstName + ": " + timeline));
  }

  private HttpRequest.Builder post(String route, String json) {
    return HttpRequest.newBuilder(api().resolve("/api/auth/" + route))
        .header("Content-Type", "application/json")
        .POST(BodyPublishers.ofString(json));
  }

  private JsonNode ask(HttpRequest.Builder request) {
    var response = ServerProcess.send(http, request);
    if (response.statusCode() / 100 != 2) {
      throw new AssertionError(response.statusCode() + " " + response.body());
    }
    return ValueJson.tree(response.body());
  }

  private ServerProcess process() {
    return requireNonNull(running, "the server is stopped");
  }

  @Override
  public void close() {
    if (running != null) {
      running.close();
    }
    world.close();
    http.close();
  }
}
