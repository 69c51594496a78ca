package com.salescopilot.desktop.remote;

import com.fasterxml.jackson.databind.node.ObjectNode;
import com.salescopilot.desktop.store.Membership;
import com.salescopilot.model.value.CanonicalJson;
import com.salescopilot.model.value.Value;
import java.time.Instant;
import java.time.InstantSource;
import java.util.Map;
import java.util.Optional;
import java.util.TreeMap;
import java.util.concurrent.locks.ReentrantLock;
import java.util.function.Consumer;
import okhttp3.Call;
import okhttp3.Response;

/// The tokens of one sign-in. The access token is exchanged when it ends, once however many calls
/// need it.
final class Wallet {
  private static final int FORBIDDEN = 403;

  private final Http http;
  private final InstantSource clock;
  private final ReentrantLock exchanging = new ReentrantLock();
  private volatile Consumer<SignIn> listener = _ -> {};
  private volatile SignIn signIn;
  private volatile Tokens tokens;
  private boolean handedOn;

  Wallet(Http http, InstantSource clock, SignIn signIn, Tokens tokens) {
    this.http = http;
    this.clock = clock;
    this.signIn = signIn;
    this.tokens = tokens;
  }

  /// A sign-in of which only the means to get new tokens are left.
  static Wallet empty(Http http, InstantSource clock, SignIn signIn) {
    return new Wallet(http, clock, signIn, new Tokens("", signIn.refresh(), Instant.MIN));
  }

  SignIn signIn() {
    return signIn;
  }

  /// Tells what the server says at every exchange, before anybody can use the new tokens: whoever
  /// keeps them loses none by a crash.
  void follow(Consumer<SignIn> told) {
    listener = told;
  }

  /// The same sign-in in another workspace, at another connection. This one gets no tokens any
  /// more: two that exchange the same ones would look like a thief and a victim.
  Wallet into(Membership workspace, Http elsewhere) {
    exchanging.lock();
    try {
      handedOn = true;
      Wallet next = empty(elsewhere, clock, signIn.in(workspace));
      next.follow(listener);
      return next;
    } finally {
      exchanging.unlock();
    }
  }

  interface Calls {
    Call with(String token);
  }

  /// Sends a call with a good token; one that the server no longer takes is exchanged once.
  Response authorised(Calls calls) {
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

  /// Gets new tokens now, and with them what the server knows of this person.
  void renew() {
    Tokens _ = exchanged(tokens);
  }

  private Tokens exchanged(Tokens stale) {
    exchanging.lock();
    try {
      if (handedOn) {
        throw new RemoteException.Unauthenticated();
      }
      if (!tokens.access().equals(stale.access())) {
        return tokens;
      }
      String body =
          json(
              Map.of(
                  "refreshToken",
                  stale.refresh(),
                  "workspaceId",
                  signIn.member().workspace().toString()));
      try (Response response = http.send(http.post("api/auth/refresh", body, Optional.empty()))) {
        if (response.code() == 401) {
          throw new RemoteException.Unauthenticated();
        }
        take(http.json(response));
        return tokens;
      } catch (RemoteException.Refused refused) {
        throw removed(refused);
      } catch (IllegalArgumentException e) {
        throw new RemoteException.Garbled(e);
      }
    } finally {
      exchanging.unlock();
    }
  }

  private void take(ObjectNode answer) {
    Tokens fresh = Tokens.of(answer, clock.instant());
    SignIn said = SignIn.of(answer);
    listener.accept(said);
    signIn = said;
    tokens = fresh;
  }

  /// Who is refused their own workspace is in it no more.
  private static RemoteException removed(RemoteException.Refused refused) {
    return refused.status() == FORBIDDEN && refused.code().equals("WORKSPACE")
        ? new RemoteException.Unserved("MEMBER_REMOVED", String.valueOf(refused.getMessage()))
        : refused;
  }

  static String json(Map<String, String> texts) {
    TreeMap<String, Value> members = new TreeMap<>();
    texts.forEach((name, text) -> members.put(name, Value.text(text)));
    return CanonicalJson.of(new Value.Fields(members));
  }
}
