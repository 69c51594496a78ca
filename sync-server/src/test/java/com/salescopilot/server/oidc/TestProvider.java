package com.salescopilot.server.oidc;

import com.fasterxml.jackson.databind.node.JsonNodeFactory;
import com.fasterxml.jackson.databind.node.ObjectNode;
import com.nimbusds.jose.jwk.JWK;
import com.nimbusds.jose.jwk.JWKSet;
import com.nimbusds.jose.jwk.RSAKey;
import com.sun.net.httpserver.HttpExchange;
import com.sun.net.httpserver.HttpServer;
import java.io.IOException;
import java.io.UncheckedIOException;
import java.net.InetAddress;
import java.net.InetSocketAddress;
import java.net.URI;
import java.net.URLDecoder;
import java.net.URLEncoder;
import java.nio.charset.StandardCharsets;
import java.security.GeneralSecurityException;
import java.time.Duration;
import java.time.InstantSource;
import java.util.ArrayList;
import java.util.LinkedHashMap;
import java.util.List;
import java.util.Map;
import java.util.Optional;
import java.util.Queue;
import java.util.UUID;
import java.util.concurrent.ConcurrentHashMap;
import java.util.concurrent.ConcurrentLinkedQueue;
import java.util.concurrent.CountDownLatch;
import java.util.concurrent.Executors;
import java.util.concurrent.TimeUnit;
import java.util.concurrent.atomic.AtomicInteger;
import java.util.function.Consumer;

/// A small OpenID provider: real HTTP, real signatures, and everybody who comes consents at once.
/// It does what a test tells it to do wrong.
public final class TestProvider implements AutoCloseable {
  public static final String CLIENT = "sales-copilot-client";
  public static final String SECRET = "provider-secret-7fK2/+&=";

  private static final Duration LONG = Duration.ofMinutes(5);
  private static final Duration NOW_AND_THEN = Duration.ofMillis(200);

  private final CountDownLatch over = new CountDownLatch(1);
  private final HttpServer http;
  private final InstantSource clock;
  private final Map<String, Map<String, String>> codes = new ConcurrentHashMap<>();
  private final Queue<String> granted = new ConcurrentLinkedQueue<>();
  private final AtomicInteger answers = new AtomicInteger();
  private final AtomicInteger keyAnswers = new AtomicInteger();
  private final List<JWK> published = new ArrayList<>();
  private RSAKey key;
  private volatile Consumer<ObjectNode> person = _ -> {};
  private volatile Consumer<ObjectNode> description = _ -> {};
  private volatile Forgery forgery = Forgery.NONE;
  private volatile Outage outage = Outage.NONE;

  /// What is wrong with a token.
  public enum Forgery {
    NONE,
    A_HEADER_THAT_IS_NULL,
    A_KEY_THAT_IS_NULL,
    ANOTHER_KEY,
    ANOTHER_KEY_WITH_ITS_OWN_IN_THE_HEADER,
    UNKNOWN_KID,
    NO_KID,
    ALG_NONE,
    HS256_WITH_THE_PUBLIC_KEY,
    RS512,
    A_CLAIM_CHANGED_AFTER_SIGNING,
    NO_TOKEN,
    NOT_A_TOKEN
  }

  /// How the token endpoint fails.
  public enum Outage {
    NONE,
    ERROR_500,
    ERROR_400,
    HANGS_UP,
    TOO_LONG,
    NO_JSON,
    REDIRECTS_INSIDE,
    NEVER_ANSWERS,
    DRIPS
  }

  private TestProvider(HttpServer http, InstantSource clock) {
    this.http = http;
    this.clock = clock;
    this.key = Signing.newKey("p1");
    published.add(key.toPublicJWK());
  }

  /// A provider on this machine.
  public static TestProvider start(InstantSource clock) {
    try {
      HttpServer http =
          HttpServer.create(new InetSocketAddress(InetAddress.ofLiteral("127.0.0.1"), 0), 0);
      TestProvider provider = new TestProvider(http, clock);
      http.createContext("/", provider::handle);
      http.setExecutor(Executors.newVirtualThreadPerTaskExecutor());
      http.start();
      return provider;
    } catch (IOException e) {
      throw new UncheckedIOException(e);
    }
  }

  /// Who it is.
  public URI issuer() {
    return URI.create("http://127.0.0.1:" + http.getAddress().getPort());
  }

  /// A server's place with it.
  public Registration registration(Provider as) {
    return new Registration(as, issuer(), CLIENT, SECRET);
  }

  /// The settings of a server that has a place with it.
  ///
  /// @param name such as `GOOGLE`
  public Map<String, String> settings(String name) {
    String prefix = "SC_" + name;
    return Map.of(
        prefix + "_ISSUER",
        issuer().toString(),
        prefix + "_CLIENT_ID",
        CLIENT,
        prefix + "_CLIENT_SECRET",
        SECRET);
  }

  /// Everything right again, for a person of this name.
  public void reset(String subject, String email) {
    person = claims -> claims.put("sub", subject).put("email", email).put("email_verified", true);
    forgery = Forgery.NONE;
    outage = Outage.NONE;
    description = _ -> {};
  }

  /// Says something else of the person who comes next.
  public void says(Consumer<ObjectNode> change) {
    person = person.andThen(change);
  }

  /// Describes itself otherwise.
  public void describes(Consumer<ObjectNode> change) {
    description = change;
  }

  public void forges(Forgery how) {
    forgery = how;
  }

  public void fails(Outage how) {
    outage = how;
  }

  /// Signs with a new key from now on; the old one is no longer published.
  public synchronized void rotate() {
    key = Signing.newKey("p" + UUID.randomUUID());
    published.clear();
    published.add(key.toPublicJWK());
  }

  /// How many tokens were asked for.
  public int answers() {
    return answers.get();
  }

  /// How often its keys were asked for.
  public int keyAnswers() {
    return keyAnswers.get();
  }

  private void handle(HttpExchange exchange) throws IOException {
    try (exchange) {
      switch (exchange.getRequestURI().getPath()) {
        case "/.well-known/openid-configuration" -> answer(exchange, 200, described().toString());
        case "/keys" -> {
          keyAnswers.incrementAndGet();
          boolean spoilt = forgery == Forgery.A_KEY_THAT_IS_NULL;
          String keys = new JWKSet(List.copyOf(published)).toString();
          answer(exchange, 200, spoilt ? "{\"keys\":[null]}" : keys);
        }
        case "/authorize" -> authorize(exchange);
        case "/token" -> token(exchange);
        default -> answer(exchange, 404, "{}");
      }
    }
  }

  private ObjectNode described() {
    ObjectNode said = JsonNodeFactory.instance.objectNode();
    said.put("issuer", issuer().toString())
        .put("authorization_endpoint", issuer() + "/authorize")
        .put("token_endpoint", issuer() + "/token")
        .put("jwks_uri", issuer() + "/keys");
    said.putArray("code_challenge_methods_supported").add("plain").add("S256");
    said.putArray("token_endpoint_auth_methods_supported").add("client_secret_post");
    description.accept(said);
    return said;
  }

  private void authorize(HttpExchange exchange) throws IOException {
    Map<String, String> query = form(exchange.getRequestURI().getRawQuery());
    String code = UUID.randomUUID().toString();
    codes.put(code, query);
    exchange
        .getResponseHeaders()
        .set(
            "Location",
            query.get("redirect_uri")
                + "?code="
                + code
                + "&state="
                + URLEncoder.encode(query.get("state"), StandardCharsets.UTF_8));
    exchange.sendResponseHeaders(302, -1);
  }

  private void token(HttpExchange exchange) throws IOException {
    answers.incrementAndGet();
    String body = new String(exchange.getRequestBody().readAllBytes(), StandardCharsets.UTF_8);
    switch (outage) {
      case NONE -> grant(exchange, form(body));
      case ERROR_500 -> answer(exchange, 500, "{}");
      case ERROR_400 -> answer(exchange, 400, "{\"error\":\"invalid_grant\"}");
      case HANGS_UP -> exchange.close();
      case TOO_LONG -> answer(exchange, 200, "{\"x\":\"" + "x".repeat(1 << 20) + "\"}");
      case NO_JSON -> answer(exchange, 200, "<html>");
      case REDIRECTS_INSIDE -> {
        exchange.getResponseHeaders().set("Location", "http://169.254.169.254/latest");
        exchange.sendResponseHeaders(307, -1);
      }
      case NEVER_ANSWERS -> {
        boolean _ = isOver(LONG);
      }
      case DRIPS -> drip(exchange);
    }
  }

  /// A byte now and then, never the whole answer.
  private void drip(HttpExchange exchange) throws IOException {
    exchange.sendResponseHeaders(200, 0);
    while (!isOver(NOW_AND_THEN)) {
      exchange.getResponseBody().write(' ');
      exchange.getResponseBody().flush();
    }
  }

  private boolean isOver(Duration wait) {
    try {
      return over.await(wait.toMillis(), TimeUnit.MILLISECONDS);
    } catch (InterruptedException e) {
      Thread.currentThread().interrupt();
      return true;
    }
  }

  private void grant(HttpExchange exchange, Map<String, String> form) throws IOException {
    Map<String, String> began =
        Optional.ofNullable(codes.remove(form.getOrDefault("code", ""))).orElse(Map.of());
    boolean right =
        !began.isEmpty()
            && CLIENT.equals(form.get("client_id"))
            && SECRET.equals(form.get("client_secret"))
            && began.getOrDefault("redirect_uri", "").equals(form.get("redirect_uri"))
            && (!began.containsKey("code_challenge")
                || OpenIdProvider.s256(form.getOrDefault("code_verifier", ""))
                    .equals(began.get("code_challenge")));
    if (!right) {
      answer(exchange, 400, "{\"error\":\"invalid_grant\"}");
      return;
    }
    long now = clock.instant().getEpochSecond();
    ObjectNode claims = JsonNodeFactory.instance.objectNode();
    claims
        .put("iss", issuer().toString())
        .put("aud", CLIENT)
        .put("iat", now)
        .put("exp", now + 3_600)
        .put("nonce", began.getOrDefault("nonce", ""))
        .put("given_name", "Ana")
        .put("family_name", "Diaz");
    person.accept(claims);
    ObjectNode tokens = JsonNodeFactory.instance.objectNode();
    tokens
        .put("access_token", granted("provider-access-"))
        .put("refresh_token", granted("provider-refresh-"))
        .put("token_type", "Bearer")
        .put("expires_in", 3_600);
    if (forgery != Forgery.NO_TOKEN) {
      tokens.put("id_token", signed(claims));
    }
    answer(exchange, 200, tokens.toString());
  }

  private String granted(String kind) {
    String token = kind + UUID.randomUUID();
    granted.add(token);
    return token;
  }

  /// The tokens that it gave away.
  public List<String> granted() {
    return List.copyOf(granted);
  }

  private String signed(ObjectNode claims) {
    try {
      return Signing.token(forgery, key, claims);
    } catch (GeneralSecurityException e) {
      throw new AssertionError(e);
    }
  }

  private static void answer(HttpExchange exchange, int status, String body) throws IOException {
    byte[] bytes = body.getBytes(StandardCharsets.UTF_8);
    exchange.getResponseHeaders().set("Content-Type", "application/json");
    exchange.sendResponseHeaders(status, bytes.length);
    exchange.getResponseBody().write(bytes);
  }

  private static Map<String, String> form(String text) {
    Map<String, String> form = new LinkedHashMap<>();
    for (String pair : text.split("&", -1)) {
      int at = pair.indexOf('=');
      form.put(
          URLDecoder.decode(pair.substring(0, at), StandardCharsets.UTF_8),
          URLDecoder.decode(pair.substring(at + 1), StandardCharsets.UTF_8));
    }
    return form;
  }

  @Override
  public void close() {
    over.countDown();
    http.stop(0);
  }
}
