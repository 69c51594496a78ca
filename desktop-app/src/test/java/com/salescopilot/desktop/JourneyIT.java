package com.salescopilot.desktop;

import static java.util.Objects.requireNonNull;
import static org.assertj.core.api.Assertions.assertThat;
import static org.awaitility.Awaitility.await;

import com.fasterxml.jackson.databind.JsonNode;
import com.fasterxml.jackson.databind.ObjectMapper;
import com.icegreen.greenmail.util.GreenMail;
import com.icegreen.greenmail.util.GreenMailUtil;
import com.icegreen.greenmail.util.ServerSetup;
import com.salescopilot.model.value.ValueJson;
import com.salescopilot.server.ServerProcess;
import de.siegmar.fastcsv.reader.CsvReader;
import de.siegmar.fastcsv.reader.NamedCsvRecord;
import jakarta.mail.Address;
import jakarta.mail.MessagingException;
import jakarta.mail.Multipart;
import jakarta.mail.Part;
import jakarta.mail.internet.MimeMessage;
import java.io.IOException;
import java.net.URI;
import java.net.http.HttpClient;
import java.net.http.HttpRequest;
import java.net.http.HttpRequest.BodyPublishers;
import java.net.http.HttpResponse;
import java.nio.file.Path;
import java.time.Duration;
import java.util.ArrayList;
import java.util.Arrays;
import java.util.LinkedHashMap;
import java.util.List;
import java.util.Map;
import java.util.regex.Matcher;
import java.util.regex.Pattern;
import org.junit.jupiter.api.AfterEach;
import org.junit.jupiter.api.BeforeEach;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.api.io.TempDir;

/// The main job from the first sign-up to the reply on the dashboard: a server process with its own
/// PostgreSQL, a mail server, and two packed clients of one person.
final class JourneyIT {
  private static final Duration SOON = Duration.ofSeconds(5);
  private static final Duration SENDING = Duration.ofSeconds(60);
  private static final Map<String, String> ADA =
      Map.of("email", "ada@desk.example", "password", "correct horse battery");
  private static final Pattern PIXEL =
      Pattern.compile("<img[^>]+src=\"(http[^\"]+/o/([^\"]+)\\.gif)\"");

  @TempDir Path scratch;

  private final HttpClient http = HttpClient.newHttpClient();
  private final ObjectMapper json = new ObjectMapper();
  private final GreenMail world =
      new GreenMail(new ServerSetup(0, "127.0.0.1", ServerSetup.PROTOCOL_SMTP));

  @BeforeEach
  void startTheWorld() {
    world.start();
  }

  @AfterEach
  void stopTheWorld() {
    world.stop();
    http.close();
  }

  /// A person written to.
  private record Recipient(String prospect, Map<String, String> fields) {
    String field(String name) {
      return requireNonNull(fields.get(name));
    }
  }

  @Test
  void a_mail_written_offline_leaves_once_and_its_open_and_reply_reach_both_desks()
      throws Exception {
    try (ServerProcess server = server()) {
      String campaign;
      List<Recipient> audience;
      List<String> mails = new ArrayList<>();
      Path home = scratch.resolve("home");
      try (ClientProcess desk = ClientProcess.start(home)) {
        desk.done("signup", withServer(server, Map.of("firstName", "Ada", "lastName", "Byron")));
        List<Recipient> prospects = importProspects(desk);
        assertThat(prospects).hasSize(200);
        audience = List.of(prospects.get(0), prospects.get(77), prospects.get(199));
        campaign = startCampaign(desk, audience);
        desk.done("sync");
        desk.done("go-offline");
        for (Recipient recipient : audience) {
          mails.add(writeAndSend(desk, campaign, recipient));
        }
        desk.kill();
      }
      assertThat(world.getReceivedMessages()).isEmpty();

      try (ClientProcess desk = ClientProcess.start(home);
          ClientProcess laptop = ClientProcess.start(scratch.resolve("laptop"))) {
        laptop.done("login", withServer(server, Map.of()));
        desk.done("go-offline");
        assertThat(mails)
            .allSatisfy(mail -> assertThat(status(desk, mail)).isEqualTo("PENDING_SEND"));
        assertThat(desk.done("list", Map.of("entity", "prospect")).path("total").asInt())
            .isEqualTo(200);
        desk.done("login", withServer(server, Map.of()));
        desk.done("go-online");
        desk.done("sync");

        await()
            .atMost(SENDING)
            .untilAsserted(
                () ->
                    assertThat(mails)
                        .allSatisfy(mail -> assertThat(status(desk, mail)).isEqualTo("SENT")));
        audience.forEach(this::assertReadsItsOwnValuesOnce);

        Matcher pixel = pixel(audience.getFirst());
        assertThat(get(pixel.group(1)).statusCode()).isEqualTo(200);
        assertThat(reply(server, mails.getFirst(), pixel.group(2))).isEqualTo(202);

        String token = token(server);
        await()
            .atMost(SOON)
            .untilAsserted(() -> assertCameBack(server, token, audience.getFirst()));
        for (ClientProcess client : List.of(desk, laptop)) {
          await()
              .atMost(SOON)
              .untilAsserted(() -> assertCameBack(client, mails, campaign, audience));
        }
        laptop.done("sync");
        assertThat(laptop.dump()).isEqualTo(desk.dump()).hasSizeGreaterThan(200);
        assertThat(world.getReceivedMessages()).hasSize(audience.size());
      }
    }
  }

  private ServerProcess server() {
    return ServerProcess.start(
            scratch,
            Map.of(
                "SC_DATA_DIR", scratch.resolve("data").toString(),
                "SC_SMTP_HOST", "127.0.0.1",
                "SC_SMTP_PORT", Integer.toString(world.getSmtp().getPort()),
                "SC_SMTP_TLS", "none",
                "SC_SMTP_FROM", "ada@desk.example",
                // the pixel is fetched as soon as the mail is there
                "SC_EARLY_OPEN_SECONDS", "0"))
        .awaitReady();
  }

  private static Map<String, String> withServer(ServerProcess server, Map<String, String> more) {
    Map<String, String> members = new LinkedHashMap<>(ADA);
    members.put("server", server.at("api").toString());
    members.putAll(more);
    return members;
  }

  private static List<Recipient> importProspects(ClientProcess desk) throws Exception {
    List<Recipient> prospects = new ArrayList<>();
    try (CsvReader<NamedCsvRecord> csv =
        CsvReader.builder().ofNamedCsvRecord(Path.of("..", "docs", "prospects.csv"))) {
      for (NamedCsvRecord line : csv) {
        Map<String, String> fields = line.getFieldsAsMap();
        prospects.add(new Recipient(create(desk, "prospect", fields), fields));
      }
    }
    return prospects;
  }

  private static String create(ClientProcess desk, String entity, Map<String, String> fields) {
    JsonNode answer = desk.done("create", Map.of("entity", entity, "fields", fields));
    assertThat(answer.path("ack").asText()).isNotEmpty();
    return answer.path("id").asText();
  }

  private static String startCampaign(ClientProcess desk, List<Recipient> audience) {
    String id = create(desk, "campaign", Map.of("name", "Spring"));
    List<String> prospects = audience.stream().map(Recipient::prospect).toList();
    command(desk, "campaign.enrol", id, Map.of("prospectIds", prospects));
    command(desk, "campaign.start", id, Map.of());
    return id;
  }

  private static void command(ClientProcess desk, String op, String id, Map<String, ?> args) {
    desk.done("command", Map.of("op", op, "id", id, "args", args));
  }

  private static String writeAndSend(ClientProcess desk, String campaign, Recipient to) {
    String draft =
        create(
            desk,
            "email_draft",
            Map.of(
                "prospectId",
                to.prospect(),
                "campaignId",
                campaign,
                "subject",
                "For {{company}}",
                "bodyHtml",
                "<p>Dear {{firstName}} {{lastName}}, a word to the {{jobTitle}}.</p>"
                    + "<p>{{sender.firstName}}</p>"));
    return desk.done("send", Map.of("draftId", draft)).path("emailId").asText();
  }

  private static String status(ClientProcess desk, String mail) {
    return desk.row("email", mail).path("status").asText();
  }

  private List<MimeMessage> received(Recipient recipient) {
    return Arrays.stream(world.getReceivedMessages())
        .filter(
            mail -> GreenMailUtil.getAddressList(recipients(mail)).equals(recipient.field("email")))
        .toList();
  }

  private static Address[] recipients(MimeMessage mail) {
    try {
      return mail.getAllRecipients();
    } catch (MessagingException e) {
      throw new AssertionError(e);
    }
  }

  private void assertReadsItsOwnValuesOnce(Recipient recipient) {
    assertThat(received(recipient))
        .singleElement()
        .satisfies(
            mail -> {
              assertThat(mail.getSubject()).isEqualTo("For " + recipient.field("company"));
              assertThat(html(mail))
                  .contains(
                      "Dear %s %s, a word to the %s."
                          .formatted(
                              recipient.field("firstName"),
                              recipient.field("lastName"),
                              recipient.field("jobTitle")))
                  .contains("<p>Ada</p>")
                  .doesNotContain("{{");
            });
  }

  private Matcher pixel(Recipient recipient) {
    Matcher pixel = PIXEL.matcher(html(received(recipient).getFirst()));
    assertThat(pixel.find()).isTrue();
    return pixel;
  }

  private HttpResponse<String> get(String uri) {
    return ServerProcess.send(
        http,
        HttpRequest.newBuilder(URI.create(uri))
            .header(
                "User-Agent",
                "Mozilla/5.0 (X11; Linux x86_64; rv:140.0) Gecko/20100101 Thunderbird/140.2"));
  }

  private int reply(ServerProcess server, String mail, String proof) throws Exception {
    Map<String, String> reply =
        Map.of(
            "email_id",
            mail,
            "reply_subject",
            "Re: your letter",
            "reply_body",
            "Tell me more.",
            "token",
            proof);
    return ServerProcess.send(http, post(server, "tracking", "/webhooks/email/reply", reply))
        .statusCode();
  }

  private String token(ServerProcess server) throws Exception {
    String body = ServerProcess.send(http, post(server, "api", "/api/auth/login", ADA)).body();
    return ValueJson.tree(body).path("token").asText();
  }

  private HttpRequest.Builder post(
      ServerProcess server, String listener, String path, Map<String, String> body)
      throws Exception {
    return HttpRequest.newBuilder(server.at(listener).resolve(path))
        .header("Content-Type", "application/json")
        .POST(BodyPublishers.ofString(json.writeValueAsString(body)));
  }

  private JsonNode dashboard(ServerProcess server, String token, String what) {
    HttpRequest.Builder request =
        HttpRequest.newBuilder(server.at("api").resolve("/api/dashboard/" + what))
            .header("Authorization", "Bearer " + token);
    return ValueJson.tree(ServerProcess.send(http, request).body());
  }

  private void assertCameBack(ServerProcess server, String token, Recipient who) {
    JsonNode stats = dashboard(server, token, "stats");
    assertThat(stats.path("sent").asInt()).isEqualTo(3);
    assertThat(stats.path("activeCampaigns").asInt()).isEqualTo(1);
    for (String rate : List.of("openRate", "replyRate")) {
      assertThat(stats.path(rate).path("num").asInt()).as(rate).isEqualTo(1);
      assertThat(stats.path(rate).path("den").asInt()).as(rate).isEqualTo(3);
    }
    JsonNode timeline = dashboard(server, token, "timeline");
    assertThat(timeline.path("events").findValuesAsText("type"))
        .contains("EMAIL_OPENED", "EMAIL_REPLIED");
    assertThat(timeline.at("/events/0/prospect/firstName").asText())
        .isEqualTo(who.field("firstName"));
    JsonNode today = timeline.path("days").get(timeline.path("days").size() - 1);
    assertThat(today.path("sent").asInt()).isEqualTo(3);
    assertThat(today.path("opened").asInt()).isEqualTo(1);
    assertThat(today.path("replied").asInt()).isEqualTo(1);
  }

  private static void assertCameBack(
      ClientProcess client, List<String> mails, String campaign, List<Recipient> audience) {
    JsonNode mail = client.row("email", mails.getFirst());
    assertThat(mail.path("opens").asInt()).isEqualTo(1);
    assertThat(mail.path("replies").asInt()).isEqualTo(1);
    assertThat(mail.path("repliedAt").asText()).isNotEmpty();
    assertThat(client.row("email", mails.getLast()).path("opens").asInt()).isZero();
    Map<String, String> enrolments = new LinkedHashMap<>();
    client
        .done("list", Map.of("entity", "campaign_prospect"))
        .path("items")
        .forEach(
            row -> {
              assertThat(row.path("campaignId").asText()).isEqualTo(campaign);
              enrolments.put(row.path("prospectId").asText(), row.path("status").asText());
            });
    assertThat(enrolments).hasSize(3).containsEntry(audience.get(0).prospect(), "REPLIED");
    assertThat(enrolments.get(audience.get(1).prospect())).isNotEqualTo("REPLIED");
  }

  private static String html(Part part) {
    try {
      if (part.isMimeType("text/html")) {
        return (String) part.getContent();
      }
      StringBuilder found = new StringBuilder();
      if (part.getContent() instanceof Multipart parts) {
        for (int i = 0; i < parts.getCount(); i++) {
          found.append(html(parts.getBodyPart(i)));
        }
      }
      return found.toString();
    } catch (IOException | MessagingException e) {
      throw new AssertionError(e);
    }
  }
}
