package com.salescopilot.server.dispatch;

import static org.assertj.core.api.Assertions.assertThat;

import com.icegreen.greenmail.util.GreenMail;
import com.icegreen.greenmail.util.ServerSetup;
import com.salescopilot.model.campaign.CampaignMove;
import com.salescopilot.model.entity.Doc;
import com.salescopilot.model.entity.Entity;
import com.salescopilot.model.value.CanonicalJson;
import com.salescopilot.server.db.PoolSizes;
import com.salescopilot.server.db.TestDatabase;
import com.salescopilot.server.sending.Sending;
import jakarta.mail.Message;
import jakarta.mail.internet.MimeMessage;
import jakarta.mail.internet.MimeMultipart;
import java.nio.file.Path;
import java.util.List;
import java.util.Map;
import java.util.TreeMap;
import java.util.UUID;
import org.junit.jupiter.api.AfterEach;
import org.junit.jupiter.api.BeforeEach;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.api.extension.RegisterExtension;
import org.junit.jupiter.api.io.TempDir;

/// A campaign from its start to its end, by way of a real mail server.
final class CampaignRunTest {
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
  void every_step_leaves_once_through_answers_pauses_and_restarts() throws Exception {
    RunningCampaign run = new RunningCampaign(db, directory, server.getSmtp().getPort());
    UUID ana = run.enrolled("Ana", "acme");
    run.enrolled("Ben", "acme");
    run.enrolled("Cid", "other");
    run.enrolled("Dea", "third");
    run.move(CampaignMove.START);

    run.look();
    run.look(); // a second look, or a second server, makes no second mail
    assertThat(run.mails()).hasSize(4).allMatch(mail -> mail.endsWith("1 PENDING_SEND"));
    List<String> first = run.mails();
    Doc made = run.row(Entity.EMAIL, UUID.fromString(first.getFirst().substring(0, 36)));
    assertThat(made.get("provenance").map(CanonicalJson::of).orElse(""))
        .as("what it scores as it is made, and nothing else")
        .matches("\\{\"score\":\\{\"model\":\"sc-1\",\"score\":[0-9]+}}");
    run.move(CampaignMove.PAUSE);
    assertThat(run.mails()).allMatch(mail -> mail.endsWith("1 CANCELLED"));
    run.look();
    run.move(CampaignMove.RESUME);
    run.look();
    assertThat(run.mails()).as("the same rows, queued again").isEqualTo(first);

    Sending sending = run.sending();
    run.until("SENT", 4);
    sending.stop();

    run.answers(ana);
    run.look();
    assertThat(run.mails()).as("not before its day").hasSize(4);
    run.later();
    run.look();
    assertThat(run.mails()).filteredOn(mail -> mail.endsWith("2 PENDING_SEND")).hasSize(2);
    Sending restarted = run.sending();
    run.until("SENT", 6);
    restarted.stop();
    run.look();
    assertThat(run.campaignStatus()).isEqualTo("COMPLETED");

    Map<String, Integer> received = new TreeMap<>();
    for (MimeMessage mail : server.getReceivedMessages()) {
      String to = mail.getRecipients(Message.RecipientType.TO)[0].toString();
      received.merge(to + " " + mail.getSubject(), 1, Integer::sum);
      assertThat(html(mail)).contains(name(to)).doesNotContain("{{", "⟦");
      assertThat(mail.getHeader("List-Unsubscribe", null)).startsWith("<https://track.example/u/");
      assertThat(mail.getHeader("List-Unsubscribe-Post", null))
          .isEqualTo("List-Unsubscribe=One-Click");
    }
    assertThat(received)
        .isEqualTo(
            Map.of(
                "ana@acme.example Question for acme", 1,
                "ben@acme.example Question for acme", 1,
                "cid@other.example Question for other", 1,
                "dea@third.example Question for third", 1,
                "cid@other.example Re: Question for other", 1,
                "dea@third.example Re: Question for third", 1));
    MimeMessage begun = to("cid@other.example", "Question for other");
    MimeMessage answer = to("cid@other.example", "Re: Question for other");
    assertThat(answer.getHeader("In-Reply-To", null)).isEqualTo(begun.getMessageID());
    assertThat(answer.getHeader("References", null)).contains(begun.getMessageID());
  }

  private MimeMessage to(String address, String subject) throws Exception {
    for (MimeMessage mail : server.getReceivedMessages()) {
      if (mail.getSubject().equals(subject)
          && mail.getRecipients(Message.RecipientType.TO)[0].toString().equals(address)) {
        return mail;
      }
    }
    throw new AssertionError("no " + subject);
  }

  private static String name(String address) {
    return Character.toUpperCase(address.charAt(0)) + address.substring(1, address.indexOf('@'));
  }

  private static String html(MimeMessage mail) throws Exception {
    return ((MimeMultipart) mail.getContent()).getBodyPart(1).getContent().toString();
  }
}
