package com.salescopilot.server.auth;

import static java.util.Objects.requireNonNull;

import com.fasterxml.jackson.databind.JsonNode;
import com.fasterxml.jackson.databind.node.MissingNode;
import com.salescopilot.model.id.UuidV7;
import com.salescopilot.model.value.ValueJson;
import com.salescopilot.server.audit.Audit;
import com.salescopilot.server.codes.OneTimeCodes;
import com.salescopilot.server.contract.WatchedClient;
import com.salescopilot.server.db.TestDatabase;
import com.salescopilot.server.egress.Allowed;
import com.salescopilot.server.egress.Egress;
import com.salescopilot.server.egress.Resolver;
import com.salescopilot.server.http.Json;
import com.salescopilot.server.http.Listeners;
import com.salescopilot.server.http.Listening;
import com.salescopilot.server.http.Network;
import com.salescopilot.server.http.Routes;
import com.salescopilot.server.http.Surfaces;
import com.salescopilot.server.keys.KeyFile;
import com.salescopilot.server.keys.MasterKeys;
import com.salescopilot.server.keys.Vault;
import com.salescopilot.server.oidc.Registration;
import com.salescopilot.server.post.Note;
import com.salescopilot.server.workspace.Departures;
import com.salescopilot.server.workspace.Invites;
import com.salescopilot.server.workspace.Workspaces;
import java.io.IOException;
import java.net.URI;
import java.net.http.HttpClient;
import java.net.http.HttpRequest;
import java.net.http.HttpRequest.BodyPublishers;
import java.net.http.HttpResponse;
import java.net.http.HttpResponse.BodyHandlers;
import java.nio.charset.StandardCharsets;
import java.nio.file.Files;
import java.nio.file.Path;
import java.nio.file.attribute.PosixFilePermissions;
import java.security.SecureRandom;
import java.time.Duration;
import java.time.Instant;
import java.time.InstantSource;
import java.util.ArrayList;
import java.util.Base64;
import java.util.List;
import java.util.Optional;
import java.util.Random;
import java.util.Set;
import java.util.UUID;
import java.util.concurrent.BlockingQueue;
import java.util.concurrent.ExecutorService;
import java.util.concurrent.Executors;
import java.util.concurrent.LinkedBlockingQueue;
import java.util.concurrent.TimeUnit;
import java.util.concurrent.atomic.AtomicInteger;
import java.util.concurrent.atomic.AtomicReference;
import java.util.function.Supplier;
import org.jspecify.annotations.Nullable;
import org.junit.jupiter.api.extension.AfterAllCallback;
import org.junit.jupiter.api.extension.BeforeAllCallback;
import org.junit.jupiter.api.extension.ExtensionContext;

/// Accounts over real HTTP on a real database, at a time that the test sets.
final class AuthDesk implements BeforeAllCallback, AfterAllCallback {
  static final String PASSWORD = "correct horse battery";

  private final TestDatabase db;
  private final SignUpPolicy policy;
  private final Passwords.Cost cost;
  private final AtomicReference<Instant> now =
      new AtomicReference<>(Instant.parse("2026-09-01T08:00:00Z"));
  private final AtomicInteger people = new AtomicInteger();
  private final HttpClient http = new WatchedClient();
  private final BlockingQueue<Optional<Note>> notes = new LinkedBlockingQueue<>();
  private final ExecutorService writing = Executors.newSingleThreadExecutor();
  private final List<Registration> registrations = new ArrayList<>();
  private @Nullable MasterKeys keys;
  private @Nullable Auth auth;
  private @Nullable Listeners listeners;

  AuthDesk(TestDatabase db) {
    this(db, SignUpPolicy.OPEN);
  }

  AuthDesk(TestDatabase db, SignUpPolicy policy) {
    this(db, policy, Passwords.Cost.STANDARD);
  }

  /// With passwords that cost something else, for what needs very many of them.
  AuthDesk(TestDatabase db, SignUpPolicy policy, Passwords.Cost cost) {
    this.db = db;
    this.policy = policy;
    this.cost = cost;
  }

  /// Is registered at a provider from the start on.
  AuthDesk at(Registration registration) {
    registrations.add(registration);
    return this;
  }

  /// An answer.
  record Reply(int status, JsonNode json, HttpResponse<String> whole) {
    String at(String pointer) {
      return json.at(pointer).asText();
    }

    String code() {
      return at("/code");
    }

    List<String> pointers() {
      return json.path("errors").findValuesAsText("pointer");
    }

    /// Everything but what is this request's alone.
    String sameness() {
      return status
          + " "
          + whole.headers().map().keySet()
          + json.toString().replace(at("/requestId"), "");
    }
  }

  /// Master keys of these ids, the active one first; an id always has the same key.
  static MasterKeys keysOf(String... kids) {
    try {
      Path file =
          Files.createTempFile(
              "master",
              ".key",
              PosixFilePermissions.asFileAttribute(PosixFilePermissions.fromString("rw-------")));
      StringBuilder lines = new StringBuilder();
      for (String kid : kids) {
        byte[] key = new byte[MasterKeys.BYTES];
        new Random(kid.hashCode()).nextBytes(key);
        lines.append(kid).append(' ').append(Base64.getEncoder().encodeToString(key)).append('\n');
      }
      Files.writeString(file, lines, StandardCharsets.UTF_8);
      MasterKeys keys = new KeyFile(file).read().orElseThrow();
      Files.delete(file);
      return keys;
    } catch (IOException e) {
      throw new AssertionError(e);
    }
  }

  MasterKeys keys() {
    return requireNonNull(keys);
  }

  Auth auth() {
    return requireNonNull(auth);
  }

  InstantSource clock() {
    return now::get;
  }

  void pass(Duration time) {
    now.updateAndGet(before -> before.plus(time));
  }

  /// Accounts in another process, on the same database and keys.
  Auth anotherProcess() {
    return auth(keys());
  }

  private Invites invites() {
    return new Invites(
        db.database(),
        new OneTimeCodes(UUID::randomUUID, new SecureRandom()),
        new Audit(),
        Optional.of(this::write),
        clock());
  }

  private Departures departures() {
    return new Departures(db.database(), new Audit(), clock());
  }

  private static Invitations invitations(Invites invites) {
    return (tx, code, now) ->
        invites
            .use(tx, code, now)
            .map(
                good ->
                    (inner, user, when) -> {
                      Invites.Place place = invites.enter(inner, good, user, when);
                      return new Invitations.Place(place.workspace(), place.name(), place.role());
                    });
  }

  private Auth auth(MasterKeys masters) {
    Random random = new SecureRandom();
    return new Auth(
        db.database(),
        masters,
        clock(),
        new UuidV7(clock(), random),
        random,
        new Json(),
        new Auth.Settings(new Options(false, false, true, policy), Optional.empty()),
        invitations(invites()),
        departures()::leave,
        Optional.of(this::write),
        new Auth.Outside(
            registrations,
            new Egress(List.of(Allowed.parse("127.0.0.1/32")), Set.of(), Resolver.system()).web(),
            new Vault(masters, clock(), random),
            () -> requireNonNull(listeners).addresses().api()),
        _ -> {},
        cost);
  }

  /// The note that was sent last, of those that were not asked for yet; empty if what was to be
  /// sent turned out to be nothing.
  Optional<Note> note() {
    try {
      return requireNonNull(notes.poll(30, TimeUnit.SECONDS), "nothing was to be sent");
    } catch (InterruptedException e) {
      Thread.currentThread().interrupt();
      throw new AssertionError(e);
    }
  }

  /// After the request that asks for it, as the real post does.
  private void write(Supplier<Optional<Note>> note) {
    writing.execute(() -> notes.add(note.get()));
  }

  /// An address that nobody has.
  String newAddress() {
    return "person" + people.incrementAndGet() + "@a.example";
  }

  /// Signs somebody up.
  Reply signUp(String email) {
    return post(
        "/auth/signup",
        """
        {"email":"%s","password":"%s","firstName":"Ana","lastName":"Diaz"}\
        """
            .formatted(email, PASSWORD));
  }

  Reply logIn(String email, String password) {
    return post("/auth/login", "{\"email\":\"%s\",\"password\":\"%s\"}".formatted(email, password));
  }

  /// As if from another network: this machine is a proxy that is trusted.
  ///
  /// @param device of an earlier sign-in; empty: none
  Reply logIn(String email, String password, String device, String from) {
    String mark = device.isEmpty() ? "null" : '"' + device + '"';
    String body =
        "{\"email\":\"%s\",\"password\":\"%s\",\"device\":%s}".formatted(email, password, mark);
    return send(with("POST", request("/auth/login").header("X-Forwarded-For", from), body));
  }

  Reply refresh(String token) {
    return post("/auth/refresh", "{\"refreshToken\":\"%s\"}".formatted(token));
  }

  Reply me(String token) {
    return send(request("/auth/me").header("Authorization", "Bearer " + token));
  }

  Reply post(String path, String body) {
    return send(
        request(path)
            .header("Content-Type", "application/json")
            .POST(BodyPublishers.ofString(body)));
  }

  Reply get(String path) {
    return send(request(path));
  }

  Reply get(String path, Reply signedIn) {
    return send(authorised(path, signedIn));
  }

  Reply post(String path, String body, Reply signedIn) {
    return send(with("POST", authorised(path, signedIn), body));
  }

  Reply patch(String path, String body, Reply signedIn) {
    return send(with("PATCH", authorised(path, signedIn), body));
  }

  Reply delete(String path, String body, Reply signedIn) {
    return send(with("DELETE", authorised(path, signedIn), body));
  }

  private HttpRequest.Builder authorised(String path, Reply signedIn) {
    return request(path).header("Authorization", "Bearer " + signedIn.at("/token"));
  }

  private static HttpRequest.Builder with(String method, HttpRequest.Builder request, String body) {
    return body.isEmpty()
        ? request.method(method, BodyPublishers.noBody())
        : request
            .header("Content-Type", "application/json")
            .method(method, BodyPublishers.ofString(body));
  }

  /// Where it answers.
  URI api() {
    return requireNonNull(listeners).addresses().api();
  }

  private HttpRequest.Builder request(String path) {
    return HttpRequest.newBuilder(
            requireNonNull(listeners).addresses().api().resolve("/api" + path))
        .timeout(Duration.ofSeconds(30));
  }

  private Reply send(HttpRequest.Builder request) {
    try {
      HttpResponse<String> answer = http.send(request.build(), BodyHandlers.ofString());
      JsonNode json =
          answer.body().isEmpty() ? MissingNode.getInstance() : ValueJson.tree(answer.body());
      return new Reply(answer.statusCode(), json, answer);
    } catch (IOException e) {
      throw new AssertionError(e);
    } catch (InterruptedException e) {
      Thread.currentThread().interrupt();
      throw new AssertionError(e);
    }
  }

  private List<Routes> routes(Auth accounts) {
    List<Routes> all = new ArrayList<>(accounts.routes());
    all.addAll(
        new Workspaces(
                db.database(), invites(), departures(), new Audit(), accounts::renewTokens, clock())
            .routes());
    return all;
  }

  @Override
  public void beforeAll(ExtensionContext context) {
    keys = keysOf("k3", "k2", "k1");
    auth = auth(keys);
    listeners =
        new Listeners(
            new Listening(
                "127.0.0.1",
                "127.0.0.1",
                0,
                0,
                0,
                List.of(Network.parse("127.0.0.0/8")),
                64,
                Duration.ofSeconds(1)),
            new Surfaces(routes(auth), List.of(), List.of(), List.of()),
            auth.authenticator(),
            new Json(),
            new UuidV7(clock(), new Random(1)),
            new Random(1));
    listeners.start();
  }

  @Override
  public void afterAll(ExtensionContext context) {
    if (listeners != null) {
      listeners.stop();
    }
    writing.close();
    http.close();
  }
}
