package com.salescopilot.desktop.remote;

import com.fasterxml.jackson.databind.JsonNode;
import com.fasterxml.jackson.databind.node.ObjectNode;
import com.salescopilot.model.client.PullPage;
import com.salescopilot.model.entity.RowKey;
import com.salescopilot.model.protocol.Objection;
import com.salescopilot.model.protocol.ProtocolException;
import com.salescopilot.model.protocol.PullRequest;
import com.salescopilot.model.protocol.PushReply;
import com.salescopilot.model.protocol.PushRequest;
import com.salescopilot.model.value.CanonicalJson;
import com.salescopilot.model.value.Value;
import java.io.IOException;
import java.time.DateTimeException;
import java.time.InstantSource;
import java.util.List;
import java.util.Map;
import java.util.Optional;
import java.util.TreeMap;
import java.util.concurrent.locks.ReentrantLock;
import java.util.function.Consumer;
import java.util.stream.Stream;
import okhttp3.Call;
import okhttp3.Response;
import okio.BufferedSource;
import org.jspecify.annotations.Nullable;

/// A member signed in at a server. The access token is exchanged when it ends, once however many
/// calls need it.
public final class Session implements SyncServer, AutoCloseable {
  private static final long LONGEST_LINE = 4L << 20;

  /// As many as the server puts on one page.
  private static final String MOST_ITEMS = "200";

  private final Http http;
  private final InstantSource clock;
  private final ReentrantLock exchanging = new ReentrantLock();
  private final Member member;
  private volatile Tokens tokens;

  private Session(Http http, InstantSource clock, Member member, Tokens tokens) {
    this.http = http;
    this.clock = clock;
    this.member = member;
    this.tokens = tokens;
  }

  /// Makes an account, with a workspace of its own, and signs in.
  ///
  /// @throws RemoteException if there is no answer or the server refuses
  public static Session signUp(ServerAddress server, SignUp wanted, InstantSource clock) {
    return open(
        server,
        "api/auth/signup",
        Map.of(
            "email", wanted.email(),
            "password", wanted.password(),
            "firstName", wanted.firstName(),
            "lastName", wanted.lastName()),
        clock);
  }

  /// Signs in.
  ///
  /// @throws RemoteException if there is no answer or the server refuses
  public static Session logIn(
      ServerAddress server, String email, String password, InstantSource clock) {
    return open(server, "api/auth/login", Map.of("email", email, "password", password), clock);
  }

  private static Session open(
      ServerAddress server, String route, Map<String, String> body, InstantSource clock) {
    Http http = new Http(server);
    try (Response response = http.send(http.post(route, json(body), Optional.empty()))) {
      var answer = http.json(response);
      return new Session(http, clock, Member.of(answer), Tokens.of(answer, clock.instant()));
    } catch (IllegalArgumentException e) {
      throw new RemoteException.Garbled(e);
    }
  }

  /// Where this is.
  public ServerAddress server() {
    return http.address();
  }

  /// Who this is.
  public Member member() {
    return member;
  }

  @Override
  public PushReply push(PushRequest request) {
    String json = request.json();
    try (Response response =
        authorised(token -> http.post("api/sync/push", json, Optional.of(token)))) {
      if (mayObject(response)) {
        ObjectNode problem = http.object(response);
        if (problem.path("code").asText().equals("CHAIN")) {
          return PushReply.parseBroken(problem.toString());
        }
        return new PushReply.Objected(objection(response, problem));
      }
      return PushReply.parseThrough(http.json(response).toString());
    } catch (ProtocolException e) {
      throw new RemoteException.Garbled(e);
    }
  }

  /// Whether the answer is a problem of a kind that the client may be able to mend.
  private static boolean mayObject(Response response) {
    return (response.code() == 409 || response.code() == 400) && Http.isJson(response);
  }

  private Objection objection(Response response, ObjectNode problem) {
    return Objection.parse(problem.toString()).orElseThrow(() -> http.failure(response, problem));
  }

  @Override
  public Pull pull(PullRequest request) {
    return new StreamedPull(request.json());
  }

  @Override
  public List<PastChange> history(RowKey row) {
    return items("api/history/" + row.entity().table() + "/" + row.id())
        .map(PastChange::of)
        .toList();
  }

  @Override
  public List<Trashed> trash() {
    return items("api/trash").flatMap(item -> Trashed.of(item).stream()).toList();
  }

  /// The items of the first page of a list; none where there is no such list.
  private Stream<JsonNode> items(String route) {
    try (Response response =
        authorised(token -> http.get(route, Map.of("limit", MOST_ITEMS), token))) {
      if (response.code() == 404 && Http.isJson(response)) {
        return Stream.of();
      }
      return http.json(response).path("items").valueStream();
    } catch (IllegalArgumentException | DateTimeException e) {
      throw new RemoteException.Garbled(e);
    }
  }

  @Override
  public void interrupt() {
    http.interrupt();
  }

  @Override
  public void close() {
    http.close();
  }

  private interface Calls {
    Call with(String token);
  }

  /// Sends a call with a good token; one that the server no longer takes is exchanged once.
  private Response authorised(Calls calls) {
    Tokens used = tokens;
    if (!clock.instant().isBefore(used.until())) {
      used = exchanged(used);
    }
    Response response = http.send(calls.with(used.access()));
    if (response.code() != 401) {
      return response;
    }
    response.close();
    response = http.send(calls.with(exchanged(used).access()));
    if (response.code() == 401) {
      response.close();
      throw new RemoteException.Unauthenticated();
    }
    return response;
  }

  private Tokens exchanged(Tokens stale) {
    exchanging.lock();
    try {
      if (!tokens.access().equals(stale.access())) {
        return tokens;
      }
      String body = json(Map.of("refreshToken", stale.refresh()));
      try (Response response = http.send(http.post("api/auth/refresh", body, Optional.empty()))) {
        if (response.code() == 401) {
          throw new RemoteException.Unauthenticated();
        }
        tokens = Tokens.of(http.json(response), clock.instant());
        return tokens;
      } catch (IllegalArgumentException e) {
        throw new RemoteException.Garbled(e);
      }
    } finally {
      exchanging.unlock();
    }
  }

  private static String json(Map<String, String> texts) {
    TreeMap<String, Value> members = new TreeMap<>();
    texts.forEach((name, text) -> members.put(name, Value.text(text)));
    return CanonicalJson.of(new Value.Fields(members));
  }

  private final class StreamedPull implements Pull {
    private final String request;
    private volatile boolean cancelled;
    private volatile @Nullable Call call;

    StreamedPull(String request) {
      this.request = request;
    }

    @Override
    public Optional<Objection> run(Consumer<PullPage> pages) {
      try (Response response = authorised(this::begin)) {
        if (response.code() == 204) {
          return Optional.empty();
        }
        if (mayObject(response)) {
          return Optional.of(objection(response, http.object(response)));
        }
        if (!response.isSuccessful() || !Http.isJson(response)) {
          throw http.failure(response);
        }
        read(response.body().source(), pages);
        return Optional.empty();
      } catch (IOException e) {
        throw new RemoteException.NoAnswer(http.address().toString(), e);
      } catch (ProtocolException e) {
        throw new RemoteException.Garbled(e);
      }
    }

    private Call begin(String token) {
      Call begun = http.post("api/sync/pull", request, Optional.of(token));
      call = begun;
      // whichever of the two comes second sees the other
      if (cancelled) {
        begun.cancel();
      }
      return begun;
    }

    private static void read(BufferedSource source, Consumer<PullPage> pages) throws IOException {
      Pages assembling = new Pages();
      while (!source.exhausted()) {
        assembling.line(source.readUtf8LineStrict(LONGEST_LINE)).ifPresent(pages);
      }
      assembling.finish();
    }

    @Override
    public void cancel() {
      cancelled = true;
      Call begun = call;
      if (begun != null) {
        begun.cancel();
      }
    }
  }
}
