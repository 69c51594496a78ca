package com.salescopilot.server;

import static java.util.Objects.requireNonNull;

import com.fasterxml.jackson.databind.JsonNode;
import com.fasterxml.jackson.databind.node.MissingNode;
import com.salescopilot.model.id.UserId;
import com.salescopilot.model.id.UuidV7;
import com.salescopilot.model.id.WorkspaceId;
import com.salescopilot.model.sync.Role;
import com.salescopilot.model.value.ValueJson;
import com.salescopilot.server.ai.EngineSettings;
import com.salescopilot.server.campaign.StepHook;
import com.salescopilot.server.contract.WatchedClient;
import com.salescopilot.server.db.Database;
import com.salescopilot.server.db.Scope;
import com.salescopilot.server.db.TestDatabase;
import com.salescopilot.server.egress.Egress;
import com.salescopilot.server.egress.Endpoint;
import com.salescopilot.server.egress.Resolver;
import com.salescopilot.server.http.AppError;
import com.salescopilot.server.http.Caller;
import com.salescopilot.server.http.Json;
import com.salescopilot.server.http.Listeners;
import com.salescopilot.server.http.Listening;
import com.salescopilot.server.http.RouteTable;
import com.salescopilot.server.http.Routes;
import com.salescopilot.server.http.Surfaces;
import com.salescopilot.server.stream.CommitHook;
import com.salescopilot.server.stream.Epochs;
import com.salescopilot.server.stream.Heads;
import com.salescopilot.server.stream.RowTables;
import com.salescopilot.server.stream.Streams;
import com.salescopilot.server.sync.SyncRoutes;
import java.io.IOException;
import java.net.URI;
import java.net.http.HttpClient;
import java.net.http.HttpRequest;
import java.net.http.HttpRequest.BodyPublishers;
import java.net.http.HttpResponse;
import java.net.http.HttpResponse.BodyHandlers;
import java.nio.charset.StandardCharsets;
import java.time.Clock;
import java.time.Duration;
import java.time.InstantSource;
import java.util.ArrayList;
import java.util.List;
import java.util.Optional;
import java.util.Random;
import java.util.Set;
import java.util.UUID;
import org.jspecify.annotations.Nullable;
import org.junit.jupiter.api.extension.AfterAllCallback;
import org.junit.jupiter.api.extension.BeforeAllCallback;
import org.junit.jupiter.api.extension.ExtensionContext;

/// The routes of the server over real HTTP, on the real database of a test class. Tokens are not
/// tried here: a bearer token is the caller, spelt out.
///
/// ```
/// @Order(1) @RegisterExtension static final TestDatabase db = new TestDatabase();
/// @Order(2) @RegisterExtension static final TestApi api = new TestApi(db);
/// ```
public final class TestApi implements BeforeAllCallback, AfterAllCallback {
  private static final Duration PATIENCE = Duration.ofSeconds(30);

  private final TestDatabase db;
  private final InstantSource clock;
  private final RowTables tables = new RowTables();
  private final Heads heads = new Heads();
  private final HttpClient http = new WatchedClient();
  private Optional<EngineSettings> engine = Optional.empty();
  private List<CommitHook> more = List.of();
  private @Nullable Streams streams;
  private @Nullable Epochs epochs;
  private @Nullable Listeners listeners;
  private @Nullable Surfaces surfaces;

  /// A server with the machine's clock.
  public TestApi(TestDatabase db) {
    this(db, Clock.systemUTC());
  }

  /// A server with a clock of the test.
  public TestApi(TestDatabase db, InstantSource clock) {
    this.db = db;
    this.clock = clock;
  }

  /// The same with more hooks than that of steps.
  public TestApi(TestDatabase db, InstantSource clock, List<CommitHook> more) {
    this(db, clock);
    this.more = List.copyOf(more);
  }

  /// The same with an engine for suggestions, which may be anywhere on this machine.
  public TestApi(TestDatabase db, InstantSource clock, EngineSettings engine) {
    this(db, clock);
    this.engine = Optional.of(engine);
  }

  /// An answer.
  ///
  /// @param json missing if there was no body
  public record Reply(int status, JsonNode json, String text, @Nullable String etag) {
    /// The code of a problem.
    public String code() {
      return json.path("code").asText();
    }

    /// The text of a member.
    public String at(String name) {
      return json.path(name).asText();
    }

    /// The pointers of a problem's errors.
    public List<String> pointers() {
      List<String> pointers = new ArrayList<>();
      json.path("errors").forEach(error -> pointers.add(error.path("pointer").asText()));
      return pointers;
    }
  }

  /// Somebody who calls.
  public final class Client {
    private final Scope scope;
    private final Role role;

    private Client(Scope scope, Role role) {
      this.scope = scope;
      this.role = role;
    }

    /// Asks for something.
    public Reply get(String path) {
      return send("GET", path, "");
    }

    /// Sends JSON; headers as name, value, name, value.
    public Reply post(String path, String body, String... headers) {
      return send("POST", path, body, headers);
    }

    /// Changes something.
    public Reply patch(String path, String body, String... headers) {
      return send("PATCH", path, body, headers);
    }

    /// Deletes something.
    public Reply delete(String path, String... headers) {
      return send("DELETE", path, "", headers);
    }

    /// Any request below `/api`.
    public Reply send(String method, String path, String body, String... headers) {
      HttpRequest.Builder request =
          HttpRequest.newBuilder(uri(path))
              .timeout(PATIENCE)
              .header(
                  "Authorization", "Bearer " + scope.workspace() + "," + scope.user() + "," + role)
              .method(
                  method, body.isEmpty() ? BodyPublishers.noBody() : BodyPublishers.ofString(body));
      if (!body.isEmpty() && !List.of(headers).contains("Content-Type")) {
        request.header("Content-Type", "application/json");
      }
      if (headers.length > 0) {
        request.headers(headers);
      }
      return reply(request.build());
    }
  }

  /// A member who calls, with the role USER.
  public Client as(Scope scope) {
    return new Client(scope, Role.USER);
  }

  /// A member who calls, with the role ADMIN.
  public Client asAdmin(Scope scope) {
    return new Client(scope, Role.ADMIN);
  }

  /// What the server changes rows with.
  public Streams streams() {
    return requireNonNull(streams);
  }

  /// The lives of its database; none has begun.
  public Epochs epochs() {
    return requireNonNull(epochs);
  }

  /// The tables that it reads them from.
  public RowTables tables() {
    return tables;
  }

  /// Every route of the API listener.
  public List<RouteTable.Route> routes() {
    return requireNonNull(surfaces).apiRoutes();
  }

  private URI uri(String path) {
    return requireNonNull(listeners).addresses().api().resolve("/api" + path);
  }

  private Reply reply(HttpRequest request) {
    try {
      HttpResponse<String> response = http.send(request, BodyHandlers.ofString());
      String text = response.body();
      boolean json =
          response.headers().firstValue("Content-Type").filter(t -> t.contains("json")).isPresent()
              && !text.isEmpty()
              && text.indexOf('\n') < 0;
      return new Reply(
          response.statusCode(),
          json ? ValueJson.tree(text) : MissingNode.getInstance(),
          text,
          response.headers().firstValue("ETag").orElse(null));
    } catch (IOException e) {
      throw new AssertionError(e);
    } catch (InterruptedException e) {
      Thread.currentThread().interrupt();
      throw new AssertionError(e);
    }
  }

  @Override
  public void beforeAll(ExtensionContext context) {
    Database database = db.database();
    Random random = new Random(1);
    UuidV7 ids = new UuidV7(clock, random);
    List<CommitHook> hooks = new ArrayList<>(more);
    hooks.add(new StepHook(clock));
    streams = new Streams(database, tables, hooks, TestDatabase.tags(), heads, ids::next, clock);
    List<Routes> api =
        new ArrayList<>(RestApi.routes(database, streams, tables, ids::next, clock, outside()));
    epochs = new Epochs(database, streams, ids::next, clock);
    api.add(new SyncRoutes(streams, epochs, heads, random));
    surfaces = new Surfaces(api, List.of(), List.of(), List.of());
    listeners =
        new Listeners(
            new Listening("127.0.0.1", "127.0.0.1", 0, 0, 0, List.of(), 64, Duration.ofSeconds(1)),
            surfaces,
            TestApi::caller,
            new Json(),
            ids,
            random);
    listeners.start();
  }

  private RestApi.Outside outside() {
    Set<Endpoint> named =
        engine.map(settings -> Set.of(Endpoint.of(settings.base()))).orElse(Set.of());
    return new RestApi.Outside(engine, new Egress(List.of(), named, Resolver.system()).streams());
  }

  private static Caller caller(String token) {
    String[] parts = token.split(",", -1);
    if (parts.length != 3) {
      throw new AppError.Unauthenticated();
    }
    return new Caller(
        WorkspaceId.parse(parts[0]),
        UserId.parse(parts[1]),
        Role.valueOf(parts[2]),
        UUID.nameUUIDFromBytes(token.getBytes(StandardCharsets.UTF_8)));
  }

  @Override
  public void afterAll(ExtensionContext context) {
    heads.letGo();
    if (listeners != null) {
      listeners.stop();
    }
    http.close();
  }
}
