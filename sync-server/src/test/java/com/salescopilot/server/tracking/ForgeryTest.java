package com.salescopilot.server.tracking;

import static org.assertj.core.api.Assertions.assertThat;

import com.salescopilot.server.contract.WatchedClient;
import com.salescopilot.server.db.PoolSizes;
import com.salescopilot.server.db.TestDatabase;
import com.salescopilot.server.keys.Tokens;
import java.net.URI;
import java.net.http.HttpClient;
import java.net.http.HttpRequest;
import java.net.http.HttpRequest.BodyPublishers;
import java.net.http.HttpResponse;
import java.nio.file.Path;
import java.util.List;
import java.util.Locale;
import java.util.Optional;
import java.util.UUID;
import org.junit.jupiter.api.AfterEach;
import org.junit.jupiter.api.BeforeEach;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.api.extension.RegisterExtension;
import org.junit.jupiter.api.io.TempDir;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.ValueSource;

/// What strangers try on the addresses that anybody may call: none of it leaves a trace, and none
/// of it says what exists.
final class ForgeryTest {
  @RegisterExtension static final TestDatabase db = new TestDatabase(new PoolSizes(10, 8));

  private static final String PERSON =
      "Mozilla/5.0 (X11; Linux x86_64; rv:140.0) Gecko/20100101 Firefox/140.0";
  private static final List<String> HOOKS =
      List.of("/webhooks/email/open", "/webhooks/email/reply");
  private static final String[] OPERATOR = {"Authorization", "Bearer " + Desk.SECRET};

  private final HttpClient http = new WatchedClient();
  @TempDir Path directory = Path.of("target");
  private Optional<Desk> running = Optional.empty();

  private Desk desk() throws Exception {
    Desk desk = new Desk(db, directory, new HookPolicy(false, Optional.of(Desk.SECRET)));
    running = Optional.of(desk);
    return desk;
  }

  @BeforeEach
  void nothingRuns() {
    running = Optional.empty();
  }

  @AfterEach
  void stop() throws Exception {
    if (running.isPresent()) {
      running.get().close();
    }
    http.close();
  }

  private void seesThePicture(URI address) throws Exception {
    HttpResponse<byte[]> picture =
        http.send(
            HttpRequest.newBuilder(address).header("User-Agent", PERSON).build(),
            HttpResponse.BodyHandlers.ofByteArray());
    assertThat(picture.statusCode()).as("%s", address).isEqualTo(200);
    assertThat(picture.body()).as("%s", address).hasSize(43).startsWith('G', 'I', 'F');
    assertThat(picture.headers().firstValue("Content-Type")).contains("image/gif");
    assertThat(picture.headers().firstValue("Cache-Control")).contains("no-store");
  }

  private HttpResponse<String> post(URI address, String body, String... headers) throws Exception {
    HttpRequest.Builder request =
        HttpRequest.newBuilder(address)
            .header("Content-Type", "application/json")
            .POST(BodyPublishers.ofString(body));
    if (headers.length > 0) {
      request.headers(headers);
    }
    return http.send(request.build(), HttpResponse.BodyHandlers.ofString());
  }

  /// What comes later in the log is taken up later, so nothing before it is still on its way.
  private void settle(Desk desk) throws Exception {
    UUID last = desk.sent();
    seesThePicture(pixel(desk, desk.tokens.of(Tokens.Kind.OPEN, last)));
    desk.until(last, facts -> facts.opens() == 1);
  }

  private static URI pixel(Desk desk, String token) {
    return desk.url().resolve("/o/" + token + ".gif");
  }

  @Test
  void a_forged_token_shows_the_picture_and_counts_nothing() throws Exception {
    Desk desk = desk();
    UUID mail = desk.sent();
    String token = desk.tokens.of(Tokens.Kind.OPEN, mail);
    char other = token.charAt(token.length() - 1) == 'A' ? 'Q' : 'A';
    seesThePicture(pixel(desk, token.substring(0, token.length() - 1) + other));
    seesThePicture(pixel(desk, token.substring(1)));
    seesThePicture(pixel(desk, token + "A"));
    seesThePicture(pixel(desk, token.toLowerCase(Locale.ROOT)));
    seesThePicture(pixel(desk, desk.tokens.of(Tokens.Kind.REPLY, mail)));
    seesThePicture(pixel(desk, desk.tokens.of(Tokens.Kind.MESSAGE_ID, mail)));
    seesThePicture(pixel(desk, mail.toString()));
    seesThePicture(pixel(desk, desk.tokens.of(Tokens.Kind.OPEN, UUID.randomUUID())));
    settle(desk);
    assertThat(desk.facts(mail).rows()).isZero();
  }

  @ParameterizedTest
  @ValueSource(
      strings = {
        "/o/%FF%FE.gif",
        "/o/a.gif?x=%00",
        "/webhooks/email/open-pixel",
        "/webhooks/email/open-pixel?email_id=&t=",
        "/webhooks/email/open-pixel?email_id=1&email_id=2&t=3&t=4",
        "/webhooks/email/open-pixel?email_id=00000000-0000-0000-0000-000000000000&t=%E2%82",
        "/webhooks/email/open-pixel?t=';drop%20table%20email;--"
      })
  void nothing_that_is_asked_of_the_pixel_gets_another_answer(String path) throws Exception {
    seesThePicture(desk().url().resolve(path));
  }

  @Test
  void the_secret_of_one_workspace_proves_nothing_about_the_mails_of_another() throws Exception {
    Desk desk = desk();
    UUID mail = desk.sent();
    String foreign = desk.tracking.webhookSecret(db.newWorkspace().workspace());
    String body = "{\"email_id\":\"" + mail + "\",\"reply_body\":\"I was never asked\"}";
    for (String hook : HOOKS) {
      HttpResponse<String> refused =
          post(desk.url().resolve(hook), body, "Authorization", "Bearer " + foreign);
      HttpResponse<String> unknown =
          post(
              desk.url().resolve(hook),
              body.replace(mail.toString(), UUID.randomUUID().toString()),
              "Authorization",
              "Bearer " + foreign);
      assertThat(refused.statusCode()).isEqualTo(401);
      assertThat(withoutRequest(unknown))
          .as("foreign is absent")
          .isEqualTo(withoutRequest(refused));
    }
    settle(desk);
    assertThat(desk.facts(mail)).isEqualTo(new Desk.Facts(0, 0, 0, Optional.empty()));
  }

  private static String withoutRequest(HttpResponse<String> answer) {
    return answer.statusCode() + answer.body().replaceAll("\"requestId\":\"[^\"]*\"", "");
  }

  @Test
  void the_token_of_one_mail_proves_nothing_about_another() throws Exception {
    Desk desk = desk();
    UUID mail = desk.sent();
    UUID other = desk.sent();
    for (Tokens.Kind kind : Tokens.Kind.values()) {
      String body =
          "{\"email_id\":\"%s\",\"token\":\"%s\"}".formatted(mail, desk.tokens.of(kind, other));
      for (String hook : HOOKS) {
        assertThat(post(desk.url().resolve(hook), body).statusCode()).isEqualTo(401);
      }
    }
    String idToken =
        "{\"email_id\":\"%s\",\"token\":\"%s\"}"
            .formatted(mail, desk.tokens.of(Tokens.Kind.MESSAGE_ID, mail));
    assertThat(post(desk.url().resolve(HOOKS.getFirst()), idToken).statusCode())
        .as("what stands in every Message-ID proves nothing")
        .isEqualTo(401);
    settle(desk);
    assertThat(desk.facts(mail).rows()).isZero();
    assertThat(desk.facts(mail).replies()).isZero();
  }

  @ParameterizedTest
  @ValueSource(
      strings = {
        "",
        "nothing",
        "null",
        "7",
        "\"text\"",
        "[]",
        "{",
        "{}",
        "{\"email_id\":null}",
        "{\"email_id\":7}",
        "{\"email_id\":\"7\"}",
        "{\"email_id\":[\"00000000-0000-0000-0000-000000000000\"]}",
        "{\"email_id\":\"00000000-0000-0000-0000-00000000000g\"}",
        "{\"email_id\":\"$ID\",\"email_id\":\"$ID\"}",
        "{\"email_id\":\"$ID\",\"received_at\":\"yesterday\"}",
        "{\"email_id\":\"$ID\",\"received_at\":\"-1000000000-01-01T00:00:00Z\"}",
        "{\"email_id\":\"$ID\",\"received_at\":\"1969-12-31T23:59:59Z\"}",
        "{\"email_id\":\"$ID\",\"received_at\":5}"
      })
  void what_is_no_report_is_refused_as_such(String body) throws Exception {
    Desk desk = desk();
    UUID mail = desk.sent();
    for (String hook : HOOKS) {
      HttpResponse<String> refused =
          post(desk.url().resolve(hook), body.replace("$ID", mail.toString()), OPERATOR);
      assertThat(refused.statusCode()).as(refused::body).isEqualTo(400);
      assertThat(refused.body())
          .contains("\"code\"")
          .doesNotContain("com.salescopilot", "java.", "jackson", "Exception");
    }
  }

  @Test
  void a_reply_that_no_database_keeps_is_refused_and_one_with_odd_characters_is_kept()
      throws Exception {
    Desk desk = desk();
    UUID mail = desk.sent();
    URI hook = desk.url().resolve("/webhooks/email/reply");
    String number = "{\"email_id\":\"" + mail + "\",\"reply_body\":7}";
    assertThat(post(hook, number, OPERATOR).statusCode()).isEqualTo(400);
    for (String unstorable : List.of("\\u0000", "\\ud800")) {
      String body = "{\"email_id\":\"" + mail + "\",\"reply_body\":\"a" + unstorable + "\"}";
      assertThat(post(hook, body, OPERATOR).statusCode()).as(unstorable).isEqualTo(422);
    }
    String odd =
        "{\"email_id\":\"%s\",\"reply_subject\":\"Re: x\",\"reply_body\":\"\\u202e ok\"}"
            .formatted(mail);
    assertThat(post(hook, odd, OPERATOR).statusCode()).isEqualTo(202);
    desk.until(mail, facts -> facts.replies() == 1);
    assertThat(desk.reply(mail)).isEqualTo("Re: x: \u202e ok");
  }

  @Test
  void a_report_of_an_unknown_mail_is_404_only_for_who_may_ask() throws Exception {
    Desk desk = desk();
    String body = "{\"email_id\":\"" + UUID.randomUUID() + "\"}";
    for (String hook : HOOKS) {
      assertThat(post(desk.url().resolve(hook), body).statusCode()).isEqualTo(401);
      assertThat(post(desk.url().resolve(hook), body, OPERATOR).statusCode()).isEqualTo(404);
    }
  }

  @Test
  void the_hooks_answer_on_the_api_port_too_with_and_without_its_prefix() throws Exception {
    Desk desk = desk();
    UUID mail = desk.sent();
    String body = "{\"email_id\":\"" + mail + "\"}";
    for (String prefix : List.of("", "/api")) {
      URI open = desk.apiUrl().resolve(prefix + "/webhooks/email/open");
      assertThat(post(open, body, OPERATOR).statusCode()).as("%s", open).isEqualTo(202);
      seesThePicture(desk.apiUrl().resolve(prefix + "/webhooks/email/open-pixel?email_id=" + mail));
    }
    assertThat(desk.until(mail, facts -> facts.rows() == 2).opens()).isEqualTo(1);
  }
}
