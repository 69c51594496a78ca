package com.salescopilot.server.auth;

import static org.assertj.core.api.Assertions.assertThat;

import com.fasterxml.jackson.databind.node.ObjectNode;
import com.salescopilot.server.auth.AuthDesk.Reply;
import com.salescopilot.server.db.Args;
import com.salescopilot.server.db.Statements;
import com.salescopilot.server.db.TestDatabase;
import com.salescopilot.server.keys.Vault;
import com.salescopilot.server.oidc.Provider;
import com.salescopilot.server.oidc.TestProvider;
import com.salescopilot.server.oidc.TestProvider.Forgery;
import com.salescopilot.server.oidc.TestProvider.Outage;
import java.net.URLEncoder;
import java.nio.charset.StandardCharsets;
import java.security.SecureRandom;
import java.time.Duration;
import java.util.LinkedHashMap;
import java.util.List;
import java.util.Map;
import java.util.Optional;
import java.util.UUID;
import java.util.concurrent.Executors;
import java.util.concurrent.Future;
import java.util.function.Consumer;
import org.junit.jupiter.api.AfterAll;
import org.junit.jupiter.api.AfterEach;
import org.junit.jupiter.api.BeforeEach;
import org.junit.jupiter.api.Order;
import org.junit.jupiter.api.Tag;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.api.extension.RegisterExtension;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.CsvSource;
import org.junit.jupiter.params.provider.EnumSource;
import org.junit.jupiter.params.provider.ValueSource;

/// Signing in at a provider, as the app and its browser do it, and as others would like to.
final class BrowserSignInTest {
  private static final TestProvider provider =
      TestProvider.start(() -> BrowserSignInTest.desk.clock().instant());

  @Order(1)
  @RegisterExtension
  static final TestDatabase db = new TestDatabase();

  @Order(2)
  @RegisterExtension
  static final AuthDesk desk =
      new AuthDesk(db)
          .at(provider.registration(Provider.GOOGLE))
          .at(provider.registration(Provider.LINKEDIN));

  private final Statements statements = Statements.load(BrowserSignInTest.class);
  private final String subject = UUID.randomUUID().toString();
  private final String email = desk.newAddress();
  private final App app;

  BrowserSignInTest() throws Exception {
    app = new App(desk);
  }

  @BeforeEach
  void begin() {
    desk.pass(Duration.ofHours(2)); // what is remembered of the provider is asked anew
    provider.reset(subject, email);
  }

  @AfterEach
  void end() throws Exception {
    app.close();
  }

  @AfterAll
  static void close() {
    provider.close();
  }

  private Reply signIn() throws Exception {
    return app.exchange(app.browse("google").getOrDefault("code", ""));
  }

  @Test
  void somebody_new_gets_an_account_and_is_signed_in() throws Exception {
    Map<String, String> seen = app.browse("google");
    assertThat(seen.keySet()).containsExactly("code", "state");
    Reply first = app.exchange(seen.getOrDefault("code", ""));
    assertThat(first.status()).isEqualTo(200);
    assertThat(first.at("/user/email")).isEqualTo(email);
    assertThat(first.at("/user/firstName")).isEqualTo("Ana");
    assertThat(first.at("/user/role")).isEqualTo("ADMIN");
    assertThat(desk.me(first.at("/token")).status()).isEqualTo(200);
    assertThat(desk.refresh(first.at("/refreshToken")).status()).isEqualTo(200);
    Reply later = signIn();
    assertThat(later.at("/user/id")).isEqualTo(first.at("/user/id"));
    assertThat(desk.logIn(email, AuthDesk.PASSWORD).code()).isEqualTo("BAD_CREDENTIALS");
  }

  @Test
  void who_it_is_goes_by_the_providers_name_for_the_person_and_not_by_the_address()
      throws Exception {
    Reply first = signIn();
    provider.says(claims -> claims.put("email", desk.newAddress()));
    assertThat(signIn().at("/user/id")).isEqualTo(first.at("/user/id"));
    provider.says(claims -> claims.remove("email"));
    assertThat(signIn().at("/user/id")).isEqualTo(first.at("/user/id"));
    provider.reset(subject + "2", email);
    assertThat(signIn().code()).isEqualTo("LINK_NEEDED");
  }

  @Test
  void the_providers_tokens_are_kept_sealed() throws Exception {
    UUID user = UUID.fromString(signIn().at("/user/id"));
    record Kept(UUID id, String access, String refresh) {}
    Kept kept =
        db.database()
            .asUser(
                Optional.empty(),
                tx ->
                    tx.one(
                        statements.get("tokens"),
                        Args.of("user", user),
                        row ->
                            new Kept(
                                row.uuid("id"),
                                row.text("access_token"),
                                row.text("refresh_token"))));
    assertThat(kept.access() + kept.refresh()).doesNotContain("provider-");
    Vault vault = new Vault(desk.keys(), desk.clock(), new SecureRandom());
    Vault.Place place = new Vault.Place("oauth_connection", "access_token", kept.id(), user);
    assertThat(
            db.database()
                .asUser(Optional.empty(), tx -> vault.open(tx, place, kept.access()))
                .orElseThrow())
        .startsWith("provider-access-");
  }

  @ParameterizedTest
  @EnumSource(mode = EnumSource.Mode.EXCLUDE, names = "NONE")
  void a_token_that_is_not_the_providers_is_not_believed(Forgery forgery) throws Exception {
    provider.forges(forgery);
    assertThat(app.browse("google")).containsEntry("error", "provider_refused");
    provider.forges(Forgery.NONE);
    assertThat(signIn().status()).as("the control").isEqualTo(200);
  }

  @Test
  void a_token_for_another_time_place_or_person_is_not_believed() throws Exception {
    long now = desk.clock().instant().getEpochSecond();
    Map<String, Consumer<ObjectNode>> wrong = new LinkedHashMap<>();
    wrong.put("another issuer", claims -> claims.put("iss", "https://accounts.google.com"));
    wrong.put("an issuer with a slash", claims -> claims.put("iss", provider.issuer() + "/"));
    wrong.put("no issuer", claims -> claims.remove("iss"));
    wrong.put("another audience", claims -> claims.put("aud", "another-client"));
    wrong.put("no audience", claims -> claims.remove("aud"));
    wrong.put(
        "two audiences and nobody named",
        claims -> claims.putArray("aud").add(TestProvider.CLIENT).add("another-client"));
    wrong.put("for another to use", claims -> claims.put("azp", "another-client"));
    wrong.put("over", claims -> claims.put("exp", now - 60));
    wrong.put("without an end", claims -> claims.remove("exp"));
    wrong.put("an end as text", claims -> claims.put("exp", "9999999999"));
    wrong.put("from the future", claims -> claims.put("iat", now + 120));
    wrong.put("from no time", claims -> claims.remove("iat"));
    wrong.put("another nonce", claims -> claims.put("nonce", "n-0S6_WzA2Mj"));
    wrong.put("no nonce", claims -> claims.remove("nonce"));
    wrong.put("nobody", claims -> claims.remove("sub"));
    wrong.put("an empty name", claims -> claims.put("sub", ""));
    wrong.put("a number", claims -> claims.put("sub", 42));
    wrong.put("a name that is too long", claims -> claims.put("sub", "x".repeat(256)));
    for (Map.Entry<String, Consumer<ObjectNode>> one : wrong.entrySet()) {
      provider.reset(subject, email);
      provider.says(one.getValue());
      try (App fresh = new App(desk)) {
        assertThat(fresh.browse("google"))
            .as(one.getKey())
            .containsEntry("error", "provider_refused");
      }
    }
    provider.reset(subject, email);
    assertThat(signIn().status()).as("the control").isEqualTo(200);
  }

  @ParameterizedTest
  @CsvSource({
    "ERROR_500,provider_away",
    "ERROR_400,provider_refused",
    "HANGS_UP,provider_away",
    "TOO_LONG,provider_away",
    "NO_JSON,provider_refused",
    "REDIRECTS_INSIDE,provider_refused"
  })
  void a_provider_that_fails_is_told_to_the_app(Outage outage, String error) throws Exception {
    provider.fails(outage);
    assertThat(app.browse("google")).containsEntry("error", error);
  }

  @ParameterizedTest
  @Tag("long")
  @EnumSource(names = {"NEVER_ANSWERS", "DRIPS"})
  void a_provider_that_lets_one_wait_for_ever_is_given_up_and_holds_nobody_else_up(Outage outage)
      throws Exception {
    provider.fails(outage);
    Reply other = desk.signUp(desk.newAddress());
    try (var threads = Executors.newVirtualThreadPerTaskExecutor()) {
      Future<Map<String, String>> waiting = threads.submit(() -> app.browse("google"));
      int answered = 0;
      while (!waiting.isDone()) {
        assertThat(desk.me(other.at("/token")).status()).isEqualTo(200);
        answered++;
      }
      assertThat(waiting.get()).containsEntry("error", "provider_away");
      assertThat(answered).as("what others were answered meanwhile").isGreaterThan(20);
    }
  }

  @ParameterizedTest
  @CsvSource({
    "token_endpoint,http://169.254.169.254/token,provider_away",
    "jwks_uri,http://10.0.0.1/keys,provider_away",
    "token_endpoint,http://localhost:1/token,provider_away",
    "token_endpoint,file:///etc/passwd,provider_refused",
    "issuer,https://accounts.google.com,provider_refused"
  })
  void a_provider_that_leads_inside_or_is_another_gets_nobody_anywhere(
      String name, String address, String error) throws Exception {
    provider.describes(said -> said.put(name, address));
    String sent = App.at(app.begin("google"));
    Map<String, String> seen =
        sent.startsWith(app.redirect())
            ? Map.of("error", sent.replaceFirst(".*error=([a-z_]+).*", "$1"))
            : app.browseFrom(sent);
    assertThat(seen).containsEntry("error", error);
  }

  @Test
  void a_provider_changes_its_keys_at_any_time() throws Exception {
    assertThat(signIn().status()).isEqualTo(200);
    provider.rotate();
    desk.pass(Duration.ofSeconds(11));
    assertThat(signIn().status()).isEqualTo(200);
    int asked = provider.keyAnswers();
    provider.forges(Forgery.UNKNOWN_KID);
    for (int i = 0; i < 3; i++) {
      assertThat(app.browse("google")).containsEntry("error", "provider_refused");
    }
    assertThat(provider.keyAnswers() - asked).as("asked for unknown ids").isLessThanOrEqualTo(1);
  }

  @Test
  void a_state_is_good_once_for_one_provider_and_for_ten_minutes() throws Exception {
    int before = provider.answers();
    assertThat(desk.get("/auth/google/callback?state=unknown&code=c").code()).isEqualTo("BAD_CODE");
    assertThat(desk.get("/auth/google/callback?code=c").code()).isEqualTo("BAD_CODE");
    String callback = app.callback(App.at(app.begin("google")));
    String path = callback.substring(callback.indexOf("/api/") + 4);
    assertThat(desk.get(path.replace("google", "linkedin")).code()).isEqualTo("BAD_CODE");
    assertThat(desk.get(path).code()).as("used up by the wrong one").isEqualTo("BAD_CODE");
    String another = app.callback(App.at(app.begin("google")));
    assertThat(app.followed(another)).containsKey("code");
    Reply again = desk.get(another.substring(another.indexOf("/api/") + 4));
    assertThat(again.code()).isEqualTo("BAD_CODE");
    assertThat(again.whole().headers().firstValue("Location")).isEmpty();
    String late = app.callback(App.at(app.begin("google")));
    desk.pass(Duration.ofMinutes(10));
    assertThat(desk.get(late.substring(late.indexOf("/api/") + 4)).code()).isEqualTo("BAD_CODE");
    assertThat(provider.answers() - before).as("codes that were exchanged").isEqualTo(1);
  }

  @Test
  void who_declines_comes_back_without_a_code() throws Exception {
    String sent = App.at(app.begin("google"));
    String state = sent.replaceFirst(".*[?&]state=([^&]+).*", "$1");
    String callback = "http://x/api/auth/google/callback?error=access_denied&state=" + state;
    assertThat(app.followed(callback)).containsEntry("error", "access_denied");
  }

  @Test
  void a_code_that_comes_twice_ends_the_session_of_the_first() throws Exception {
    String code = app.browse("google").getOrDefault("code", "");
    Reply first = app.exchange(code);
    assertThat(desk.me(first.at("/token")).status()).isEqualTo(200);
    assertThat(app.exchange(code).code()).isEqualTo("BAD_CODE");
    assertThat(desk.me(first.at("/token")).status()).isEqualTo(401);
    assertThat(desk.refresh(first.at("/refreshToken")).status()).isEqualTo(401);
  }

  @Test
  void a_code_is_good_for_a_minute_and_for_the_app_that_began() throws Exception {
    String late = app.browse("google").getOrDefault("code", "");
    desk.pass(Duration.ofSeconds(60));
    assertThat(app.exchange(late).code()).isEqualTo("BAD_CODE");

    String stolen = app.browse("google").getOrDefault("code", "");
    try (App thief = new App(desk)) {
      assertThat(thief.exchange(stolen, thief.verifier(), app.redirect()).code())
          .isEqualTo("BAD_CODE");
    }
    assertThat(app.exchange(stolen).code()).as("used up by the thief").isEqualTo("BAD_CODE");

    String elsewhere = app.browse("google").getOrDefault("code", "");
    String other = app.redirect().replace("127.0.0.1", "[::1]");
    assertThat(app.exchange(elsewhere, app.verifier(), other).code()).isEqualTo("BAD_CODE");

    String challenge = app.browse("google").getOrDefault("code", "");
    assertThat(app.exchange(challenge, app.challenge(), app.redirect()).code())
        .as("the challenge is no verifier")
        .isEqualTo("BAD_CODE");
    assertThat(app.exchange("x").status()).isEqualTo(400);
    assertThat(signIn().status()).as("the control").isEqualTo(200);
  }

  @ParameterizedTest
  @ValueSource(
      strings = {
        "http://localhost:4000/callback",
        "http://127.0.0.1/callback",
        "http://127.0.0.1:0/callback",
        "http://127.0.0.1:65536/callback",
        "http://127.0.0.1:4000/",
        "http://127.0.0.1:4000/callback/",
        "http://127.0.0.1:4000/callback?x=y",
        "http://127.0.0.1:4000/callback%23",
        "http://127.0.0.1.evil.example:4000/callback",
        "http://127.0.0.1:4000@evil.example/callback",
        "http://user@127.0.0.1:4000/callback",
        "http://127.1:4000/callback",
        "http://2130706433:4000/callback",
        "http://0.0.0.0:4000/callback",
        "http://192.168.0.1:4000/callback",
        "https://127.0.0.1:4000/callback",
        "https://evil.example/callback",
        "javascript:alert(1)",
        "com.salescopilot:/callback",
        ""
      })
  void only_a_literal_loopback_address_is_come_back_to(String redirect) {
    String query =
        app.query()
            .replaceFirst(
                "redirect_uri=[^&]*",
                "redirect_uri=" + URLEncoder.encode(redirect, StandardCharsets.UTF_8));
    Reply refused = desk.get("/auth/google" + query);
    assertThat(refused.status()).isEqualTo(400);
    assertThat(refused.pointers()).containsExactly("?redirect_uri");
    assertThat(refused.whole().headers().firstValue("Location")).isEmpty();
  }

  @Test
  void a_challenge_has_to_be_there_and_of_the_one_kind() {
    for (String query :
        List.of(
            app.query().replaceFirst("&code_challenge=[^&]+", ""),
            app.query().replaceFirst("&code_challenge_method=S256", ""),
            app.query().replace("S256", "plain"),
            app.query().replace("S256", "s256"),
            app.query().replace(app.challenge(), app.challenge().substring(1)),
            app.query().replace(app.state(), "short"),
            app.query().replace(app.state(), "12345678%0d%0aSet-Cookie:x"))) {
      Reply refused = desk.get("/auth/google" + query);
      assertThat(refused.status()).as(query).isEqualTo(400);
      assertThat(refused.whole().headers().firstValue("Location")).isEmpty();
    }
  }

  @Test
  void without_an_address_that_the_provider_vouches_for_there_is_no_new_account() throws Exception {
    for (Consumer<ObjectNode> change :
        List.<Consumer<ObjectNode>>of(
            claims -> claims.remove("email"),
            claims -> claims.put("email_verified", false),
            claims -> claims.remove("email_verified"),
            claims -> claims.put("email", "no address"),
            claims -> claims.put("email", "a@b.example\r\nBcc: x@y.example"))) {
      provider.reset(subject, email);
      provider.says(change);
      assertThat(signIn().code()).isEqualTo("EMAIL_UNUSABLE");
    }
    assertThat(desk.signUp(email).status()).as("nothing was made").isEqualTo(201);
  }

  @Test
  void linkedin_knows_no_nonce_and_no_pkce_and_signs_in_all_the_same() throws Exception {
    provider.describes(said -> said.remove("code_challenge_methods_supported"));
    provider.says(claims -> claims.remove("nonce"));
    assertThat(App.at(app.begin("linkedin"))).doesNotContain("code_challenge");
    assertThat(app.exchange(app.browse("linkedin").getOrDefault("code", "")).status())
        .isEqualTo(200);
  }
}
