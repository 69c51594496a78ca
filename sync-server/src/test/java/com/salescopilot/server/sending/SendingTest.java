package com.salescopilot.server.sending;

import static com.salescopilot.model.letter.Letter.WAY_OUT;
import static org.assertj.core.api.Assertions.assertThat;
import static org.assertj.core.api.Assertions.assertThatThrownBy;

import com.icegreen.greenmail.util.GreenMail;
import com.icegreen.greenmail.util.ServerSetup;
import com.salescopilot.model.campaign.CampaignMove;
import com.salescopilot.model.mail.EmailStatus;
import com.salescopilot.model.server.RefusedException;
import com.salescopilot.model.sync.EmailCommand;
import com.salescopilot.server.db.PoolSizes;
import com.salescopilot.server.db.TestDatabase;
import com.salescopilot.server.keys.Tokens;
import jakarta.mail.internet.MimeMessage;
import jakarta.mail.internet.MimeMultipart;
import java.nio.file.Path;
import java.util.ArrayList;
import java.util.List;
import java.util.Optional;
import java.util.UUID;
import java.util.concurrent.Executors;
import java.util.concurrent.Future;
import org.jspecify.annotations.Nullable;
import org.junit.jupiter.api.AfterEach;
import org.junit.jupiter.api.BeforeEach;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.api.extension.RegisterExtension;
import org.junit.jupiter.api.io.TempDir;

final class SendingTest {
  @RegisterExtension static final TestDatabase db = new TestDatabase(new PoolSizes(20, 6));

  private final GreenMail server = new GreenMail(new ServerSetup(0, "127.0.0.1", "smtp"));
  private @Nullable Sending sending;
  @TempDir Path directory = Path.of("target");

  private Outbox outbox() throws Exception {
    return new Outbox(db, directory);
  }

  @BeforeEach
  void aMailServer() {
    server.start();
  }

  @AfterEach
  void stop() throws Exception {
    if (sending != null) {
      sending.stop();
    }
    server.stop();
  }

  private void start(Outbox outbox) {
    sending = outbox.sender(server.getSmtp().getPort(), "node");
    sending.start();
  }

  @Test
  void a_queued_mail_reaches_the_server_and_becomes_sent() throws Exception {
    Outbox outbox = outbox();
    start(outbox);
    UUID id = outbox.send("one");
    Outbox.Mail sent = outbox.until(id, EmailStatus.SENT);

    assertThat(sent.sentAt()).isPresent();
    assertThat(sent.from()).contains("sales@relay.example");
    assertThat(outbox.jobs()).isZero();
    MimeMessage mail = server.getReceivedMessages()[0];
    assertThat(mail.getMessageID()).isEqualTo("<" + sent.messageId().orElseThrow() + ">");
    assertThat(mail.getSubject()).isEqualTo("Grüße aus Köln");
    assertThat(mail.getFrom()[0]).hasToString("Test Person <sales@relay.example>");
    assertThat(mail.getContentType()).startsWith("multipart/alternative");
    MimeMultipart parts = (MimeMultipart) mail.getContent();
    assertThat(parts.getBodyPart(0).getContent().toString())
        .contains("schön!")
        .doesNotContain("/o/");
    String pixel = "https://track.example/o/" + outbox.tokens.of(Tokens.Kind.OPEN, id) + ".gif";
    assertThat(parts.getBodyPart(1).getContent().toString())
        .contains("<b>Ana</b>", "<img src=\"" + pixel + "\"");
  }

  @Test
  void the_readers_own_way_out_takes_the_place_of_the_one_that_stands_for_it() throws Exception {
    Outbox outbox = outbox();
    start(outbox);
    String html = "<p>Hello <a href=\"" + WAY_OUT + "\">no more</a></p>";
    UUID id = outbox.send("out", 0, Optional.empty(), html);
    outbox.until(id, EmailStatus.SENT);
    String out = "https://track.example/u/" + outbox.tokens.of(Tokens.Kind.UNSUBSCRIBE, id);
    MimeMultipart parts = (MimeMultipart) server.getReceivedMessages()[0].getContent();
    assertThat(parts.getBodyPart(0).getContent().toString()).contains(out);
    assertThat(parts.getBodyPart(1).getContent().toString())
        .contains(html.replace(WAY_OUT, out))
        .doesNotContain(WAY_OUT);
  }

  @Test
  void mails_that_were_queued_before_the_start_leave_too() throws Exception {
    Outbox outbox = outbox();
    List<UUID> ids = new ArrayList<>();
    for (int i = 0; i < 60; i++) {
      ids.add(outbox.send("mail " + i));
    }
    start(outbox);
    for (UUID id : ids) {
      outbox.until(id, EmailStatus.SENT);
    }
    assertThat(server.getReceivedMessages()).hasSize(60);
  }

  @Test
  void thirty_two_threads_with_one_key_send_one_mail() throws Exception {
    Outbox outbox = outbox();
    start(outbox);
    try (var threads = Executors.newVirtualThreadPerTaskExecutor()) {
      List<Future<UUID>> sends = new ArrayList<>();
      for (int i = 0; i < 32; i++) {
        sends.add(threads.submit(() -> outbox.send("the same")));
      }
      for (Future<UUID> send : sends) {
        outbox.until(send.get(), EmailStatus.SENT);
      }
    }
    UUID after = outbox.send("another");
    outbox.until(after, EmailStatus.SENT);
    assertThat(server.getReceivedMessages()).hasSize(2);
  }

  @Test
  void a_mail_taken_back_in_time_never_leaves() throws Exception {
    Outbox outbox = outbox();
    start(outbox);
    UUID undone = outbox.send("undone", 60, Optional.empty());
    UUID kept = outbox.send("kept");
    outbox.until(kept, EmailStatus.SENT);
    assertThat(outbox.mail(undone).status()).isEqualTo(EmailStatus.PENDING_SEND);
    outbox.write(new EmailCommand.Cancel(undone));
    assertThat(outbox.mail(undone).cancelReason()).contains("USER");
    assertThat(outbox.jobs()).isZero();
    assertThat(server.getReceivedMessages()).hasSize(1);
  }

  @Test
  void an_undo_time_that_is_over_lets_the_mail_leave_by_itself() throws Exception {
    Outbox outbox = outbox();
    start(outbox);
    outbox.until(outbox.send("undoable", 1, Optional.empty()), EmailStatus.SENT);
  }

  @Test
  void a_paused_campaign_takes_its_mails_back_and_a_resumed_one_sends_them() throws Exception {
    Outbox outbox = outbox();
    start(outbox);
    UUID campaign = outbox.campaign();
    UUID mail = outbox.send("of a campaign", 30, Optional.of(campaign));
    outbox.move(campaign, CampaignMove.PAUSE);
    assertThat(outbox.mail(mail).cancelReason()).contains("PAUSED");
    assertThat(outbox.jobs()).isZero();
    outbox.move(campaign, CampaignMove.RESUME);
    outbox.until(mail, EmailStatus.SENT);
  }

  @Test
  void a_mail_of_a_campaign_that_is_paused_already_waits_for_its_return() throws Exception {
    Outbox outbox = outbox();
    start(outbox);
    UUID campaign = outbox.campaign();
    outbox.move(campaign, CampaignMove.PAUSE);
    UUID mail = outbox.send("of a paused campaign", 0, Optional.of(campaign));
    outbox.until(mail, EmailStatus.CANCELLED);
    outbox.move(campaign, CampaignMove.RESUME);
    outbox.until(mail, EmailStatus.SENT);
    assertThat(server.getReceivedMessages()).hasSize(1);
  }

  @Test
  void a_deleted_draft_takes_its_mail_back() throws Exception {
    Outbox outbox = outbox();
    UUID draft = outbox.draft();
    UUID mail = outbox.sendDraft(draft, 60);
    assertThat(outbox.jobs()).isOne();
    outbox.deleteDraft(draft);
    assertThat(outbox.mail(mail).status()).isEqualTo(EmailStatus.CANCELLED);
    assertThat(outbox.jobs()).isZero();
  }

  @Test
  void a_mail_that_was_claimed_by_a_killed_process_leaves_once_after_the_restart()
      throws Exception {
    Outbox outbox = outbox();
    UUID mail = outbox.send("claimed");
    outbox.leaveBehind(mail, Phase.CLAIMED, "node");
    start(outbox);
    outbox.until(mail, EmailStatus.SENT);
    assertThat(server.getReceivedMessages()).hasSize(1);
  }

  @Test
  void a_mail_whose_dot_was_marked_by_a_killed_process_is_in_doubt_and_not_sent_again()
      throws Exception {
    Outbox outbox = outbox();
    UUID mail = outbox.send("marked");
    outbox.leaveBehind(mail, Phase.DOT, "node");
    start(outbox);
    outbox.until(mail, EmailStatus.UNCONFIRMED);
    outbox.until(outbox.send("next"), EmailStatus.SENT);
    assertThat(server.getReceivedMessages()).hasSize(1);
    assertThat(outbox.jobs()).isZero();
  }

  @Test
  void a_mail_that_is_leaving_cannot_be_taken_back() throws Exception {
    Outbox outbox = outbox();
    UUID mail = outbox.send("leaving");
    outbox.leaveBehind(mail, Phase.DOT, "somebody else");
    assertThatThrownBy(() -> outbox.write(new EmailCommand.Cancel(mail)))
        .isInstanceOf(RefusedException.class)
        .hasMessageContaining("cannot be taken back");
  }

  @Test
  void the_pixel_stands_at_the_end_of_the_body_whatever_letters_come_before_it() throws Exception {
    Outbox outbox = outbox();
    start(outbox);
    // each of these letters becomes two when it is written small
    String html = "<html><body><p>" + "İ".repeat(40) + "</p></BODY></html>";
    UUID id = outbox.send("istanbul", 0, Optional.empty(), html);
    outbox.until(id, EmailStatus.SENT);
    MimeMultipart parts = (MimeMultipart) server.getReceivedMessages()[0].getContent();
    assertThat(parts.getBodyPart(1).getContent().toString())
        .contains("</p><img src=")
        .endsWith("</BODY></html>");
  }
}
