package com.salescopilot.desktop.remote;

import com.fasterxml.jackson.databind.JsonNode;
import com.fasterxml.jackson.databind.node.ObjectNode;
import com.salescopilot.desktop.store.Membership;
import com.salescopilot.model.client.PullPage;
import com.salescopilot.model.entity.RowKey;
import com.salescopilot.model.protocol.Objection;
import com.salescopilot.model.protocol.ProtocolException;
import com.salescopilot.model.protocol.PullRequest;
import com.salescopilot.model.protocol.PushReply;
import com.salescopilot.model.protocol.PushRequest;
import java.io.IOException;
import java.time.DateTimeException;
import java.time.Duration;
import java.time.InstantSource;
import java.util.HashMap;
import java.util.List;
import java.util.Map;
import java.util.Optional;
import java.util.concurrent.TimeUnit;
import java.util.function.Consumer;
import java.util.stream.Stream;
import okhttp3.Call;
import okhttp3.Response;
import okio.BufferedSource;
import org.jspecify.annotations.Nullable;

/// A member signed in at a server.
public final class Session implements SyncServer, AutoCloseable {
  private static final long LONGEST_LINE = 4L << 20;

  /// Nobody waits longer to be let go.
  private static final Duration GOODBYE = Duration.ofSeconds(5);

  /// Whoever asks for the future has an estimate already.
  private static final Duration FORESIGHT = Duration.ofSeconds(8);

  /// As many as the server puts on one page.
  private static final String MOST_ITEMS = "200";

  private final Http http;
  private final Wallet wallet;

  private Session(Http http, Wallet wallet) {
    this.http = http;
    this.wallet = wallet;
  }

  /// Makes an account, with a workspace of its own, and signs in.
  ///
  /// @throws RemoteException if there is no answer or the server refuses
  public static Session signUp(ServerAddress server, SignUp wanted, InstantSource clock) {
    return open(server, "api/auth/signup", wanted.body(), clock);
  }

  /// Signs in.
  ///
  /// @throws RemoteException if there is no answer or the server refuses
  public static Session logIn(
      ServerAddress server, String email, String password, InstantSource clock) {
    return logIn(server, email, password, Optional.empty(), clock);
  }

  /// Signs in where one was before.
  ///
  /// @param device what the server said at an earlier sign-in, so that nobody else's wrong guesses
  ///   keep this device out
  /// @throws RemoteException if there is no answer or the server refuses
  public static Session logIn(
      ServerAddress server,
      String email,
      String password,
      Optional<String> device,
      InstantSource clock) {
    Map<String, String> body = new HashMap<>(Map.of("email", email, "password", password));
    device.ifPresent(mark -> body.put("device", mark));
    return open(server, "api/auth/login", body, clock);
  }

  /// Goes on with a sign-in of an earlier start. Nothing is asked before it is needed.
  ///
  /// @param known what was kept of it
  public static Session resumed(ServerAddress server, SignIn known, InstantSource clock) {
    Http http = new Http(server);
    return new Session(http, Wallet.empty(http, clock, known));
  }

  /// Goes on in another workspace. Nothing is asked before it is needed; this one has ended.
  public Session into(Membership workspace) {
    Http elsewhere = new Http(http.address());
    return new Session(elsewhere, wallet.into(workspace, elsewhere));
  }

  static Session open(
      ServerAddress server, String route, Map<String, String> body, InstantSource clock) {
    Http http = new Http(server);
    try (Response response = http.send(http.post(route, Wallet.json(body), Optional.empty()))) {
      var answer = http.json(response);
      return new Session(
          http, new Wallet(http, clock, SignIn.of(answer), Tokens.of(answer, clock.instant())));
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
    return signIn().member();
  }

  /// What the server last said of who this is.
  public SignIn signIn() {
    return wallet.signIn();
  }

  /// Tells what the server says whenever tokens are exchanged, on any thread.
  public void follow(Consumer<SignIn> told) {
    wallet.follow(told);
  }

  /// Asks the server now who this is.
  ///
  /// @throws RemoteException if that cannot be done now
  public void renew() {
    wallet.renew();
  }

  /// What belongs to the person alone.
  public MyAccount person() {
    return new MyAccount(new Rest(http, wallet));
  }

  /// Who works together where one is.
  public Team team() {
    return new Team(new Rest(http, wallet));
  }

  /// What the server plans. Nobody waits long for it.
  public Forecasts forecasts() {
    return new Forecasts(new Rest(http, wallet, FORESIGHT));
  }

  /// What the server's engines say of letters.
  public Suggestions suggestions() {
    return new Suggestions(new Rest(http, wallet));
  }

  /// Ends the sign-in at the server, if it can be told soon.
  ///
  /// @return whether the server knows of it
  public boolean logOut() {
    try (Response response =
        wallet.authorised(
            token -> {
              Call call = http.send("POST", "api/auth/logout", Optional.empty(), token);
              call.timeout().timeout(GOODBYE.toMillis(), TimeUnit.MILLISECONDS);
              return call;
            })) {
      return response.isSuccessful();
    } catch (RemoteException.Unauthenticated e) {
      return true; // it has ended there already
    } catch (RemoteException e) {
      return false;
    }
  }

  @Override
  public PushReply push(PushRequest request) {
    String json = request.json();
    try (Response response =
        wallet.authorised(token -> http.post("api/sync/push", json, Optional.of(token)))) {
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
        wallet.authorised(token -> http.get(route, Map.of("limit", MOST_ITEMS), token))) {
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

  private final class StreamedPull implements Pull {
    private final String request;
    private volatile boolean cancelled;
    private volatile @Nullable Call call;

    StreamedPull(String request) {
      this.request = request;
    }

    @Override
    public Optional<Objection> run(Consumer<PullPage> pages) {
      try (Response response = wallet.authorised(this::begin)) {
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
