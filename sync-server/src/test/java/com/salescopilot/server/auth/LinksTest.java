package com.salescopilot.server.auth;

import static org.assertj.core.api.Assertions.assertThat;

import com.salescopilot.server.auth.AuthDesk.Reply;
import com.salescopilot.server.db.TestDatabase;
import com.salescopilot.server.oidc.Provider;
import com.salescopilot.server.oidc.TestProvider;
import com.salescopilot.server.post.Note;
import java.time.Duration;
import java.util.UUID;
import java.util.regex.Matcher;
import java.util.regex.Pattern;
import org.junit.jupiter.api.AfterAll;
import org.junit.jupiter.api.AfterEach;
import org.junit.jupiter.api.BeforeEach;
import org.junit.jupiter.api.Order;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.api.extension.RegisterExtension;

/// Accounts that are linked to a provider, by their owners and by nobody else.
final class LinksTest {
  private static final TestProvider provider =
      TestProvider.start(() -> LinksTest.desk.clock().instant());

  @Order(1)
  @RegisterExtension
  static final TestDatabase db = new TestDatabase();

  @Order(2)
  @RegisterExtension
  static final AuthDesk desk = new AuthDesk(db).at(provider.registration(Provider.GOOGLE));

  private final String subject = UUID.randomUUID().toString();
  private final String email = desk.newAddress();
  private final App app;

  LinksTest() throws Exception {
    app = new App(desk);
  }

  @BeforeEach
  void begin() {
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

  @Test
  void an_address_that_has_an_account_is_linked_by_its_owner_alone() throws Exception {
    Reply owner = desk.signUp(email);
    assertThat(signIn().code()).isEqualTo("LINK_NEEDED");
    assertThat(signIn().status()).as("also the second time").isEqualTo(409);
    assertThat(link(owner).status()).isEqualTo(204);
    assertThat(signIn().at("/user/id")).isEqualTo(owner.at("/user/id"));
    assertThat(desk.get("/auth/links", owner).json().toString())
        .contains("\"google\"", email, "\"password\":true");
    assertThat(link(owner).status()).as("again").isEqualTo(204);
    assertThat(desk.delete("/auth/links/google", "", owner).status()).isEqualTo(204);
    assertThat(desk.delete("/auth/links/google", "", owner).status()).isEqualTo(404);
    assertThat(signIn().code()).isEqualTo("LINK_NEEDED");
  }

  @Test
  void a_link_is_confirmed_by_who_began_it_and_by_no_sign_in() throws Exception {
    Reply owner = desk.signUp(desk.newAddress());
    Reply other = desk.signUp(desk.newAddress());
    String code = app.browseFrom(beginLink(owner)).getOrDefault("code", "");
    assertThat(desk.post("/auth/links/confirm", app.body(code), other).code())
        .isEqualTo("BAD_CODE");
    String signsIn = app.browseFrom(beginLink(owner)).getOrDefault("code", "");
    assertThat(app.exchange(signsIn).code()).isEqualTo("BAD_CODE");
    String links = app.browse("google").getOrDefault("code", "");
    assertThat(desk.post("/auth/links/confirm", app.body(links), owner).code())
        .isEqualTo("BAD_CODE");
    assertThat(desk.get("/auth/links", owner).json().path("items")).isEmpty();
    assertThat(desk.get("/auth/links", other).json().path("items")).isEmpty();
  }

  @Test
  void one_person_of_a_provider_is_one_account() throws Exception {
    Reply newcomer = signIn();
    Reply owner = desk.signUp(desk.newAddress());
    assertThat(link(owner).code()).isEqualTo("LINK_TAKEN");
    provider.reset(subject + "-other", desk.newAddress());
    assertThat(link(owner).status()).isEqualTo(204);
    provider.reset(subject + "-third", desk.newAddress());
    assertThat(link(owner).code()).isEqualTo("LINKED_ALREADY");
    assertThat(desk.delete("/auth/links/google", "", newcomer).code()).isEqualTo("LAST_SIGN_IN");
    assertThat(desk.delete("/auth/links/linkedin", "", newcomer).status()).isEqualTo(404);
    assertThat(desk.delete("/auth/links/facebook", "", newcomer).status()).isEqualTo(404);
  }

  @Test
  void an_account_without_a_password_is_deleted_by_who_has_just_signed_in_at_its_provider()
      throws Exception {
    Reply newcomer = signIn();
    desk.pass(Duration.ofMinutes(9));
    String refresh = "{\"refreshToken\":\"%s\"}".formatted(newcomer.at("/refreshToken"));
    desk.pass(Duration.ofMinutes(2));
    Reply later = desk.post("/auth/refresh", refresh);
    Reply refused = desk.delete("/auth/me", "{\"password\":\"whatever it is\"}", later);
    assertThat(refused.status()).isEqualTo(403);
    assertThat(refused.code()).isEqualTo("SIGN_IN_AGAIN");
    Reply again = signIn();
    assertThat(again.at("/user/id")).isEqualTo(newcomer.at("/user/id"));
    desk.pass(Duration.ofMinutes(9));
    assertThat(desk.delete("/auth/me", "{\"password\":\"\"}", again).status()).isEqualTo(204);
    assertThat(signIn().at("/user/id")).as("a new account").isNotEqualTo(newcomer.at("/user/id"));
  }

  @Test
  void an_account_without_a_password_gets_one_by_forgetting_it() throws Exception {
    Reply newcomer = signIn();
    desk.post("/auth/password/forgot", "{\"email\":\"%s\"}".formatted(email));
    String text = desk.note().map(Note::text).orElseThrow();
    Matcher code = Pattern.compile("\\b[0-9A-Z]{4}-[0-9A-Z]{4}-[0-9A-Z]{4}\\b").matcher(text);
    assertThat(code.find()).as(text).isTrue();
    String reset =
        "{\"email\":\"%s\",\"code\":\"%s\",\"newPassword\":\"%s\"}"
            .formatted(email, code.group(), AuthDesk.PASSWORD);
    assertThat(desk.post("/auth/password/reset", reset).status()).isEqualTo(204);
    Reply byPassword = desk.logIn(email, AuthDesk.PASSWORD);
    assertThat(byPassword.at("/user/id")).isEqualTo(newcomer.at("/user/id"));
    assertThat(desk.delete("/auth/links/google", "", byPassword).status()).isEqualTo(204);
  }

  @Test
  void a_fresh_sign_in_stands_for_no_password_that_there_is() throws Exception {
    Reply owner = desk.signUp(email);
    assertThat(link(owner).status()).isEqualTo(204);
    assertThat(desk.delete("/auth/me", "{\"password\":\"\"}", signIn()).code())
        .isEqualTo("WRONG_PASSWORD");
  }

  private Reply signIn() throws Exception {
    return app.exchange(app.browse("google").getOrDefault("code", ""));
  }

  private String beginLink(Reply signedIn) {
    Reply sent =
        desk.post(
            "/auth/links",
            """
            {"provider":"google","redirectUri":"%s","state":"%s","codeChallenge":"%s"}\
            """
                .formatted(app.redirect(), app.state(), app.challenge()),
            signedIn);
    assertThat(sent.status()).isEqualTo(200);
    return sent.at("/url");
  }

  private Reply link(Reply signedIn) throws Exception {
    String code = app.browseFrom(beginLink(signedIn)).getOrDefault("code", "");
    return desk.post("/auth/links/confirm", app.body(code), signedIn);
  }
}
