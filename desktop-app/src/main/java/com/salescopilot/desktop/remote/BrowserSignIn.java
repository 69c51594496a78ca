package com.salescopilot.desktop.remote;

import com.fasterxml.jackson.databind.node.ObjectNode;
import java.nio.charset.StandardCharsets;
import java.security.MessageDigest;
import java.security.NoSuchAlgorithmException;
import java.time.Duration;
import java.time.InstantSource;
import java.util.Base64;
import java.util.Locale;
import java.util.Map;
import java.util.concurrent.CancellationException;
import java.util.concurrent.CompletableFuture;
import java.util.concurrent.TimeUnit;
import java.util.function.Consumer;
import java.util.random.RandomGenerator;
import okhttp3.HttpUrl;

/// A sign-in, or a link to one, that goes on in the browser and comes back to this machine (RFC
/// 8252), with a proof that who comes back is who began (RFC 7636).
public final class BrowserSignIn implements AutoCloseable {
  private static final Duration LONGEST = Duration.ofMinutes(5);
  private static final int SECRET = 32;

  private final ServerAddress server;
  private final Loopback loopback;
  private final String verifier;
  private final String link;

  private BrowserSignIn(ServerAddress server, Loopback loopback, String verifier, String link) {
    this.server = server;
    this.loopback = loopback;
    this.verifier = verifier;
    this.link = link;
  }

  /// Who knows the person.
  public enum Provider {
    GOOGLE,
    LINKEDIN;

    /// As the server calls it.
    String word() {
      return name().toLowerCase(Locale.ROOT);
    }

    String route() {
      return "api/auth/" + word();
    }
  }

  /// Begins to wait on this machine.
  ///
  /// @param thanks what the browser shows at the end
  public static BrowserSignIn begin(
      ServerAddress server, Provider provider, String thanks, RandomGenerator random) {
    String state = secret(random);
    String verifier = secret(random);
    Loopback loopback = Loopback.listen(state, thanks);
    HttpUrl link =
        server
            .route(provider.route())
            .newBuilder()
            .addQueryParameter("redirect_uri", loopback.address())
            .addQueryParameter("state", state)
            .addQueryParameter("code_challenge", challenge(verifier))
            .addQueryParameter("code_challenge_method", "S256")
            .build();
    return new BrowserSignIn(server, loopback, verifier, link.toString());
  }

  /// The same for somebody who is signed in and wants to be linked.
  ///
  /// @throws RemoteException if the server refuses
  static BrowserSignIn link(Rest rest, Provider provider, String thanks, RandomGenerator random) {
    String state = secret(random);
    String verifier = secret(random);
    Loopback loopback = Loopback.listen(state, thanks);
    try {
      ObjectNode sent =
          rest.send(
              "POST",
              "api/auth/links",
              Map.of(
                  "provider",
                  provider.word(),
                  "redirectUri",
                  loopback.address(),
                  "state",
                  state,
                  "codeChallenge",
                  challenge(verifier)));
      return new BrowserSignIn(rest.server(), loopback, verifier, sent.path("url").asText());
    } catch (RemoteException e) {
      loopback.close();
      throw e;
    }
  }

  /// Where the browser has to go.
  public String link() {
    return link;
  }

  /// Calls when the person has come back, on any thread; not at all if nobody waits any more.
  ///
  /// @param back gets the code that they bring
  /// @param failed is told if they do not come, or are refused
  public void onReturn(Consumer<String> back, Consumer<RemoteException> failed) {
    CompletableFuture<String> _ =
        loopback
            .code()
            .orTimeout(LONGEST.toSeconds(), TimeUnit.SECONDS)
            .whenComplete(
                (code, failure) -> {
                  if (failure == null) {
                    back.accept(code);
                  } else if (!(failure instanceof CancellationException)) {
                    failed.accept(
                        failure instanceof RemoteException refused
                            ? refused
                            : new RemoteException.Refused(
                                0, "BROWSER_LATE", "Nobody came back from the browser."));
                  }
                });
  }

  /// Signs in with what they brought.
  ///
  /// @throws RemoteException if the server refuses
  public Session exchange(String code, InstantSource clock) {
    return Session.open(server, "api/auth/token", proof(code), clock);
  }

  /// What they brought, with the proof that it is for this program.
  Map<String, String> proof(String code) {
    return Map.of("code", code, "codeVerifier", verifier, "redirectUri", loopback.address());
  }

  /// Waits no more.
  @Override
  public void close() {
    loopback.close();
  }

  private static String secret(RandomGenerator random) {
    byte[] bytes = new byte[SECRET];
    random.nextBytes(bytes);
    return text(bytes);
  }

  private static String challenge(String verifier) {
    try {
      return text(
          MessageDigest.getInstance("SHA-256")
              .digest(verifier.getBytes(StandardCharsets.US_ASCII)));
    } catch (NoSuchAlgorithmException e) {
      throw new IllegalStateException("every JDK has SHA-256", e);
    }
  }

  private static String text(byte[] bytes) {
    return Base64.getUrlEncoder().withoutPadding().encodeToString(bytes);
  }
}
