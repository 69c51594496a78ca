package com.salescopilot.server.dispatch;

import static java.util.Objects.requireNonNull;
import static org.assertj.core.api.Assertions.assertThat;

import com.icegreen.greenmail.util.GreenMail;
import com.icegreen.greenmail.util.ServerSetup;
import com.salescopilot.model.campaign.CampaignMove;
import com.salescopilot.model.entity.Doc;
import com.salescopilot.model.entity.Entity;
import com.salescopilot.model.letter.Letter;
import com.salescopilot.model.letter.LetterSource;
import com.salescopilot.model.template.FieldCatalogue;
import com.salescopilot.model.template.FieldValues;
import com.salescopilot.model.template.PickSeed;
import com.salescopilot.model.value.Value;
import com.salescopilot.server.db.PoolSizes;
import com.salescopilot.server.db.TestDatabase;
import com.salescopilot.server.sending.Sending;
import jakarta.mail.Message;
import jakarta.mail.internet.MimeMessage;
import jakarta.mail.internet.MimeMultipart;
import java.nio.file.Path;
import java.util.HashMap;
import java.util.List;
import java.util.Map;
import java.util.Optional;
import java.util.SortedMap;
import java.util.UUID;
import java.util.regex.Matcher;
import java.util.regex.Pattern;
import org.junit.jupiter.api.AfterEach;
import org.junit.jupiter.api.BeforeEach;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.api.extension.RegisterExtension;
import org.junit.jupiter.api.io.TempDir;

/// What arrives at a mail server is, byte for byte, what the renderer that a desktop shows previews
/// with makes of the step; only the pixel is added, and nothing of anybody else is in it.
final class SentAsRenderedTest {
  private static final int PEOPLE = 12;
  private static final Pattern OWNER = Pattern.compile("¤([0-9]+)¤");
  private static final Pattern PIXEL = Pattern.compile("<img src=\"[^\"]*/o/[^>]*>");
  private static final String HOSTILE = " <b onclick=x>&\"' {{lastName}} {a|b} ü 😊";

  private static final String SUBJECT =
      "{{pick 'Hi' | 'Hello'}} {{firstName | 'you'}}, {{company}}";
  private static final String EVERYTHING =
      """
      {{pick "Dear" | 'Hello' | "Hi"}} {{firstName | "you"}} {{lastName | 'there'}} of {{company}} \
      {{#if jobTitle}}as {{jobTitle}}{{#if custom.plan == "pro"}} (pro{{#if lastName}}!{{/if}})\
      {{#else}} ({{custom.plan}}){{/if}}{{#else}}{{#if custom.plan != "pro"}}no pro{{/if}}{{/if}} \
      \\{{literal}} {{companyData.industry | "your trade"}} {{email}} {{sender.email}}\
      """;
  private static final String HTML =
      "<p title=\"{{company}}\">"
          + EVERYTHING
          + "</p><p><a href=\"https://a.example/{{company}}?q={{custom.plan}}\">x</a>"
          + "<a href=\"{{custom.page}}\">y</a></p>";

  @RegisterExtension static final TestDatabase db = new TestDatabase(new PoolSizes(20, 6));

  @TempDir Path directory = Path.of("target");
  private final GreenMail server = new GreenMail(new ServerSetup(0, "127.0.0.1", "smtp"));

  @BeforeEach
  void a_mail_server() {
    server.start();
  }

  @AfterEach
  void no_mail_server() {
    server.stop();
  }

  @Test
  void what_arrives_is_what_is_shown_before() throws Exception {
    RunningCampaign run =
        new RunningCampaign(
            db,
            directory,
            server.getSmtp().getPort(),
            RunningCampaign.fields("subject", SUBJECT),
            HTML,
            EVERYTHING);
    Map<String, UUID> people = new HashMap<>();
    for (int i = 0; i < PEOPLE; i++) {
      people.put("p" + i + "@x" + i + ".example", run.enrolled(person(i)));
    }
    run.move(CampaignMove.START);
    run.look();
    Sending sending = run.sending();
    run.until("SENT", PEOPLE);
    sending.stop();

    LetterSource source =
        LetterSource.of(run.firstStep(), new FieldCatalogue(List.of("page", "plan")));
    assertThat(server.getReceivedMessages()).hasSize(PEOPLE);
    int marks = 0;
    for (MimeMessage mail : server.getReceivedMessages()) {
      String to = mail.getRecipients(Message.RecipientType.TO)[0].toString();
      Doc prospect = run.row(Entity.PROSPECT, requireNonNull(people.get(to)));
      Letter.Ready shown = shown(source, run, prospect, mail);
      assertThat(mail.getSubject()).isEqualTo(shown.subject());
      String html = half(mail, 1);
      assertThat(PIXEL.matcher(html).results()).hasSize(1);
      assertThat(PIXEL.matcher(html).replaceAll("")).isEqualTo(half(shown, "html"));
      assertThat(half(mail, 0).replace("\r\n", "\n")).isEqualTo(half(shown, "text"));
      String number = to.substring(1, to.indexOf('@'));
      Matcher owner = OWNER.matcher(mail.getSubject() + html + half(mail, 0));
      while (owner.find()) {
        marks++;
        assertThat(owner.group(1)).as(to).isEqualTo(number);
      }
    }
    assertThat(marks).isGreaterThan(8 * PEOPLE);
  }

  private static Letter.Ready shown(
      LetterSource source, RunningCampaign run, Doc prospect, MimeMessage mail) throws Exception {
    String wayOut = mail.getHeader("List-Unsubscribe", null).replaceAll("[<>]", "");
    Map<String, String> values =
        new HashMap<>(Letter.values(prospect, run.sender(), Optional.empty()).byName());
    values.put("unsubscribeUrl", wayOut);
    return (Letter.Ready)
        source.to(new FieldValues(values), new PickSeed(prospect.id(), run.firstStep().id()));
  }

  private static SortedMap<String, Value> person(int number) {
    String mark = "¤" + number + "¤";
    SortedMap<String, Value> fields =
        RunningCampaign.fields(
            "email", "p" + number + "@x" + number + ".example", "company", mark + "Co" + HOSTILE);
    if (number % 2 == 0) {
      fields.put("firstName", Value.text(mark + HOSTILE));
    }
    if (number % 3 > 0) {
      fields.put("lastName", Value.text(mark + "last"));
    }
    if (number % 4 > 0) {
      fields.put("jobTitle", Value.text(mark + HOSTILE));
    }
    fields.put(
        "customFields",
        new Value.Fields(
            RunningCampaign.fields(
                "plan",
                number % 5 == 0 ? "pro" : mark + HOSTILE,
                "page",
                "https://x.example/?q=" + number)));
    return fields;
  }

  private static String half(MimeMessage mail, int part) throws Exception {
    return ((MimeMultipart) mail.getContent()).getBodyPart(part).getContent().toString();
  }

  private static String half(Letter.Ready letter, String half) {
    return letter.body().members().get(half) instanceof Value.Text(String text) ? text : "";
  }
}
