package com.salescopilot.server.tracking;

import static org.assertj.core.api.Assertions.assertThat;

import com.salescopilot.server.contract.WatchedClient;
import com.salescopilot.server.db.PoolSizes;
import com.salescopilot.server.db.TestDatabase;
import com.salescopilot.server.keys.Tokens;
import java.net.URI;
import java.net.http.HttpClient;
import java.net.http.HttpRequest;
import java.net.http.HttpResponse;
import java.nio.charset.StandardCharsets;
import java.nio.file.Path;
import java.time.Clock;
import java.time.Duration;
import java.util.Base64;
import java.util.Optional;
import java.util.UUID;
import javax.crypto.Mac;
import javax.crypto.spec.SecretKeySpec;
import org.junit.jupiter.api.AfterEach;
import org.junit.jupiter.api.BeforeEach;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.api.extension.RegisterExtension;
import org.junit.jupiter.api.io.TempDir;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.ValueSource;

final class TrackingTest {
  @RegisterExtension static final TestDatabase db = new TestDatabase(new PoolSizes(10, 8));

  private static final String PERSON =
      "Mozilla/5.0 (Macintosh; Intel Mac OS X 10_15_7) AppleWebKit/605.1.15 (KHTML, like Gecko)";
  private final HttpClient http = new WatchedClient();
  @TempDir Path directory = Path.of("target");
  private Optional<Desk> running = Optional.empty();

  private Desk desk(HookPolicy policy) throws Exception {
    Desk desk = new Desk(db, directory, policy);
    running = Optional.of(desk);
    return desk;
  }

  private Desk desk() throws Exception {
    return desk(new HookPolicy(false, Optional.of(Desk.SECRET)));
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

  private HttpResponse<byte[]> get(URI uri, String agent, String... headers) throws Exception {
    HttpRequest.Builder request = HttpRequest.newBuilder(uri).header("User-Agent", agent);
    if (headers.length > 0) {
      request.headers(headers);
    }
    return http.send(request.build(), HttpResponse.BodyHandlers.ofByteArray());
  }

  private int post(Desk desk, String path, String body, String... headers) throws Exception {
    HttpRequest.Builder request =
        HttpRequest.newBuilder(desk.url().resolve(path))
            .header("Content-Type", "application/json")
            .POST(HttpRequest.BodyPublishers.ofString(body));
    if (headers.length > 0) {
      request.headers(headers);
    }
    return http.send(request.build(), HttpResponse.BodyHandlers.ofString()).statusCode();
  }

  private static URI pixel(Desk desk, UUID mail) {
    return desk.url().resolve("/o/" + desk.tokens.of(Tokens.Kind.OPEN, mail) + ".gif");
  }

  @Test
  void a_person_who_opens_a_mail_is_counted_once_in_half_an_hour() throws Exception {
    Desk desk = desk();
    UUID mail = desk.sent();
    HttpResponse<byte[]> picture = get(pixel(desk, mail), PERSON);
    assertThat(picture.statusCode()).isEqualTo(200);
    assertThat(picture.body()).hasSize(43).startsWith('G', 'I', 'F');
    assertThat(picture.headers().firstValue("Cache-Control")).contains("no-store");
    assertThat(picture.headers().firstValue("Content-Type")).contains("image/gif");
    get(pixel(desk, mail), PERSON);
    Desk.Facts facts = desk.until(mail, seen -> seen.rows() == 2 && seen.opens() > 0);
    assertThat(facts.opens()).isEqualTo(1);
    assertThat(facts.openedAt()).isPresent();
    assertThat(desk.kinds(mail)).isEqualTo("human human");
  }

  @Test
  void machines_and_prefetches_are_kept_and_not_counted() throws Exception {
    Desk desk = desk();
    UUID mail = desk.sent();
    get(pixel(desk, mail), "curl/8.5.0");
    get(pixel(desk, mail), "Mozilla/5.0");
    get(pixel(desk, mail), PERSON, "Sec-Purpose", "prefetch");
    http.send(
        HttpRequest.newBuilder(pixel(desk, mail)).header("User-Agent", PERSON).HEAD().build(),
        HttpResponse.BodyHandlers.discarding());
    assertThat(desk.until(mail, seen -> seen.rows() == 4).opens()).isZero();
    assertThat(desk.kinds(mail)).isEqualTo("scanner privacy_proxy prefetch prefetch");
  }

  @ParameterizedTest
  @ValueSource(
      strings = {"/o/x.gif", "/o/AAAA.gif", "/o/none", "/webhooks/email/open-pixel?email_id=x&t=y"})
  void whatever_is_asked_of_the_pixel_it_answers_with_the_picture(String path) throws Exception {
    Desk desk = desk();
    HttpResponse<byte[]> picture = get(desk.url().resolve(path), PERSON);
    assertThat(picture.statusCode()).isEqualTo(200);
    assertThat(picture.body()).hasSize(43);
  }

  @Test
  void a_picture_waits_two_seconds_for_the_database_at_most_and_its_open_is_kept_later()
      throws Exception {
    Desk desk = desk();
    UUID mail = desk.sent();
    desk.whileTheLogIsLocked(
        () -> {
          long begun = System.nanoTime();
          HttpResponse<byte[]> picture =
              http.sendAsync(
                      HttpRequest.newBuilder(pixel(desk, mail))
                          .header("User-Agent", PERSON)
                          .build(),
                      HttpResponse.BodyHandlers.ofByteArray())
                  .join();
          assertThat(picture.statusCode()).isEqualTo(200);
          assertThat(picture.body()).hasSize(43);
          assertThat(Duration.ofNanos(System.nanoTime() - begun)).isLessThan(Duration.ofSeconds(5));
        });
    assertThat(desk.until(mail, seen -> seen.opens() == 1).rows()).isEqualTo(1);
  }

  @Test
  void the_old_pixel_needs_a_token_beside_the_mails_id() throws Exception {
    Desk desk = desk();
    UUID mail = desk.sent();
    URI bare = desk.url().resolve("/webhooks/email/open-pixel?email_id=" + mail);
    get(bare, PERSON);
    get(URI.create(bare + "&t=" + desk.tokens.of(Tokens.Kind.OPEN, UUID.randomUUID())), PERSON);
    get(URI.create(bare + "&t=" + desk.tokens.of(Tokens.Kind.OPEN, mail)), PERSON);
    desk.until(mail, seen -> seen.opens() == 1);
    assertThat(desk.facts(mail).rows()).isEqualTo(1);
  }

  @Test
  void no_address_and_no_user_agent_is_stored() throws Exception {
    Desk desk = desk();
    UUID mail = desk.sent();
    get(pixel(desk, mail), PERSON);
    desk.until(mail, seen -> seen.opens() == 1);
    assertThat(desk.everythingStored()).doesNotContain("127.0.0.", "AppleWebKit", "Macintosh");
  }

  @Test
  void a_proved_reply_ends_the_enrolment() throws Exception {
    Desk desk = desk();
    UUID campaign = desk.campaign();
    UUID bo = desk.enrolled(campaign, "bo@b.example");
    UUID mail = desk.sent("bo@b.example", Optional.of(bo), Optional.of(campaign));
    desk.until(() -> desk.status(campaign), "ACTIVE"::equals);
    String body =
        "{\"email_id\":\"%s\",\"reply_subject\":\"Re: Hello\",\"reply_body\":\"Yes please\"}"
            .formatted(mail);
    assertThat(post(desk, "/webhooks/email/reply", body, "Authorization", "Bearer " + Desk.SECRET))
        .isEqualTo(202);
    desk.until(() -> desk.enrolment(campaign, bo), "REPLIED"::equals);
    assertThat(desk.until(mail, seen -> seen.replies() == 1).opens()).isZero();
    assertThat(desk.reply(mail)).isEqualTo("Re: Hello: Yes please");
    post(desk, "/webhooks/email/reply", body, "Authorization", "Bearer " + Desk.SECRET);
    UUID next = desk.sent();
    get(pixel(desk, next), PERSON);
    desk.until(next, seen -> seen.opens() == 1);
    assertThat(desk.facts(mail).replies()).isEqualTo(1);
  }

  @Test
  void a_hook_is_proved_by_a_secret_a_signature_or_a_token_and_by_nothing_else() throws Exception {
    Desk desk = desk();
    UUID mail = desk.sent();
    String body = "{\"email_id\":\"" + mail + "\"}";
    assertThat(post(desk, "/webhooks/email/open", body)).isEqualTo(401);
    assertThat(post(desk, "/webhooks/email/open", body, "Authorization", "Bearer whsec_no"))
        .isEqualTo(401);
    String own = desk.tracking.webhookSecret(desk.scope.workspace());
    assertThat(post(desk, "/webhooks/email/open", body, "Authorization", "Bearer " + own))
        .isEqualTo(202);
    String token = desk.tokens.of(Tokens.Kind.REPLY, mail);
    assertThat(
            post(
                desk,
                "/webhooks/email/open",
                "{\"email_id\":\"" + mail + "\",\"token\":\"" + token + "\"}"))
        .isEqualTo(202);
    desk.until(mail, seen -> seen.rows() == 2);
    assertThat(desk.kinds(mail)).isEqualTo("reported reported");
  }

  @Test
  void a_signed_hook_has_its_effect_once() throws Exception {
    Desk desk = desk();
    UUID mail = desk.sent();
    String body = "{\"email_id\":\"" + mail + "\"}";
    String now = Long.toString(Clock.systemUTC().instant().getEpochSecond());
    String[] signed = signed("msg_1", now, body);
    assertThat(post(desk, "/webhooks/email/open", body, signed)).isEqualTo(202);
    assertThat(post(desk, "/webhooks/email/open", body, signed)).isEqualTo(200);
    assertThat(post(desk, "/webhooks/email/open", body + " ", signed)).isEqualTo(401);
    assertThat(post(desk, "/webhooks/email/open", body, signed("msg_2", "1700000000", body)))
        .isEqualTo(401);
    desk.until(mail, seen -> seen.opens() == 1);
    assertThat(desk.facts(mail).rows()).isEqualTo(1);
  }

  private static String[] signed(String id, String time, String body) throws Exception {
    Mac mac = Mac.getInstance("HmacSHA256");
    mac.init(new SecretKeySpec("operator".getBytes(StandardCharsets.UTF_8), "HmacSHA256"));
    byte[] signature = mac.doFinal((id + "." + time + "." + body).getBytes(StandardCharsets.UTF_8));
    return new String[] {
      "webhook-id",
      id,
      "webhook-timestamp",
      time,
      "webhook-signature",
      "v1," + Base64.getEncoder().encodeToString(signature)
    };
  }

  @Test
  void a_hook_that_names_no_mail_is_told_so() throws Exception {
    Desk desk = desk();
    String[] secret = {"Authorization", "Bearer " + Desk.SECRET};
    String unknown = "{\"email_id\":\"" + UUID.randomUUID() + "\"}";
    assertThat(post(desk, "/webhooks/email/open", unknown, secret)).isEqualTo(404);
    assertThat(post(desk, "/webhooks/email/open", "{}", secret)).isEqualTo(400);
    assertThat(post(desk, "/webhooks/email/open", "{", secret)).isEqualTo(400);
    assertThat(post(desk, "/webhooks/email/reply", "[]", secret)).isEqualTo(400);
  }

  @Test
  void where_the_operator_wants_it_nothing_needs_a_proof_but_nothing_is_stopped_either()
      throws Exception {
    Desk desk = desk(new HookPolicy(true, Optional.empty()));
    UUID campaign = desk.campaign();
    UUID bo = desk.enrolled(campaign, "bo@b.example");
    UUID mail = desk.sent("bo@b.example", Optional.of(bo), Optional.of(campaign));
    get(desk.url().resolve("/webhooks/email/open-pixel?email_id=" + mail), PERSON);
    String body = "{\"email_id\":\"" + mail + "\",\"reply_body\":\"Yes\"}";
    assertThat(post(desk, "/webhooks/email/reply", body)).isEqualTo(202);
    desk.until(mail, seen -> seen.opens() == 1 && seen.replies() == 1);
    desk.until(() -> desk.status(campaign), "ACTIVE"::equals);
    assertThat(desk.enrolment(campaign, bo)).isEqualTo("ACTIVE");
  }
}
