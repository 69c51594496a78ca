package com.salescopilot.server.sending;

import static com.salescopilot.server.sending.ScriptedPeer.CUT;
import static org.assertj.core.api.Assertions.assertThat;

import com.salescopilot.model.campaign.CampaignMove;
import com.salescopilot.model.mail.EmailStatus;
import com.salescopilot.model.sync.EmailCommand;
import com.salescopilot.server.db.PoolSizes;
import com.salescopilot.server.db.TestDatabase;
import com.salescopilot.server.sending.ScriptedPeer.Stage;
import java.nio.file.Path;
import java.time.Duration;
import java.util.ArrayList;
import java.util.List;
import java.util.Optional;
import java.util.UUID;
import java.util.concurrent.CountDownLatch;
import java.util.concurrent.atomic.AtomicInteger;
import org.jspecify.annotations.Nullable;
import org.junit.jupiter.api.AfterEach;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.api.extension.RegisterExtension;
import org.junit.jupiter.api.io.TempDir;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.CsvSource;

/// What a mail becomes when the other side does what it should not.
final class MisbehavingServerTest {
  @RegisterExtension static final TestDatabase db = new TestDatabase(new PoolSizes(20, 6));

  private @Nullable Sending sending;
  @TempDir Path directory = Path.of("target");

  @AfterEach
  void stop() throws Exception {
    if (sending != null) {
      sending.stop();
    }
  }

  private Outbox outbox(ScriptedPeer peer) throws Exception {
    Outbox outbox = new Outbox(db, directory);
    sending = outbox.sender(peer.port(), "node");
    sending.start();
    return outbox;
  }

  @ParameterizedTest(name = "{0} answers {1}: {2}")
  @CsvSource({
    "MAIL, 550 5.7.1 not you, FAILED",
    "RCPT, 550 5.1.1 nobody here, FAILED",
    "DATA, 554 5.7.1 no, FAILED",
    "DOT, 554 5.6.0 spam, FAILED",
    "DOT, cut, UNCONFIRMED",
    "DOT, hello there, UNCONFIRMED",
    "DOT, 25, UNCONFIRMED"
  })
  void an_answer_for_good_ends_the_mail(Stage stage, String answer, EmailStatus becomes)
      throws Exception {
    try (ScriptedPeer peer = ScriptedPeer.answering(stage, answer)) {
      Outbox outbox = outbox(peer);
      Outbox.Mail mail = outbox.until(outbox.send("mail"), becomes);
      assertThat(outbox.jobs()).isZero();
      assertThat(mail.reply()).isPresent();
      if (becomes == EmailStatus.FAILED) {
        assertThat(mail.reply()).contains(answer);
      }
      assertThat(peer.dots().values()).allMatch(times -> times == 1);
    }
  }

  @ParameterizedTest(name = "{0} answers {1}")
  @CsvSource({
    "MAIL, 451 4.3.0 later",
    "RCPT, 450 4.2.1 later",
    "RCPT, cut",
    "DATA, 421 4.3.2 closing",
    "DATA, 250 what",
    "DATA, cut",
    "DOT, 452 4.3.1 full"
  })
  void an_answer_for_now_lets_the_mail_wait_a_minute(Stage stage, String answer) throws Exception {
    try (ScriptedPeer peer = ScriptedPeer.answering(stage, answer)) {
      Outbox outbox = outbox(peer);
      UUID id = outbox.send("mail");
      outbox.until(
          id, mail -> mail.status() == EmailStatus.PENDING_SEND && mail.reply().isPresent());
      Outbox.Job job = outbox.job(id);
      assertThat(job.attempt()).isEqualTo(1);
      assertThat(job.secondsLeft()).isBetween(40.0, 75.0);
    }
  }

  @ParameterizedTest(name = "{0} answers {1}")
  @CsvSource({"BANNER, 554 go away", "BANNER, cut", "EHLO, cut", "BANNER, 421 busy"})
  void a_server_that_cannot_be_talked_to_costs_no_attempt(Stage stage, String answer)
      throws Exception {
    try (ScriptedPeer peer = ScriptedPeer.answering(stage, answer)) {
      Outbox outbox = outbox(peer);
      UUID id = outbox.send("mail");
      outbox.until(
          id, mail -> mail.status() == EmailStatus.PENDING_SEND && mail.reply().isPresent());
      assertThat(outbox.job(id).attempt()).isZero();
    }
  }

  @Test
  void a_connection_cut_after_the_answer_changes_nothing() throws Exception {
    try (ScriptedPeer peer = ScriptedPeer.answering(Stage.QUIT, CUT)) {
      Outbox outbox = outbox(peer);
      outbox.until(outbox.send("mail"), EmailStatus.SENT);
    }
  }

  @Test
  void a_late_yes_settles_the_doubt() throws Exception {
    CountDownLatch doubted = new CountDownLatch(1);
    try (ScriptedPeer peer =
        new ScriptedPeer(
            (stage, _) -> {
              if (stage == Stage.DOT) {
                doubted.await();
              }
              return Optional.empty();
            })) {
      Outbox outbox = outbox(peer);
      UUID id = outbox.send("mail");
      outbox.until(id, EmailStatus.UNCONFIRMED);
      doubted.countDown();
      outbox.until(id, EmailStatus.SENT);
      assertThat(peer.dots().values()).containsExactly(1);
    }
  }

  @Test
  void a_mail_taken_back_while_its_text_is_on_the_wire_has_no_end_and_is_not_taken()
      throws Exception {
    CountDownLatch onItsWay = new CountDownLatch(1);
    CountDownLatch takenBack = new CountDownLatch(1);
    try (ScriptedPeer peer =
        new ScriptedPeer(
            (stage, line) -> {
              if (stage == Stage.DATA && onItsWay.getCount() > 0) {
                onItsWay.countDown();
                takenBack.await();
              }
              return Optional.empty();
            })) {
      Outbox outbox = outbox(peer);
      UUID id = outbox.send("mail");
      onItsWay.await();
      outbox.write(new EmailCommand.Cancel(id));
      takenBack.countDown();
      outbox.until(outbox.send("next"), EmailStatus.SENT);
      assertThat(outbox.mail(id).status()).isEqualTo(EmailStatus.CANCELLED);
      assertThat(peer.dots()).hasSize(1);
    }
  }

  @Test
  void a_connection_that_the_server_closed_while_it_waited_loses_no_mail() throws Exception {
    AtomicInteger mails = new AtomicInteger();
    try (ScriptedPeer peer =
        new ScriptedPeer(
            (stage, _) ->
                stage == Stage.MAIL && mails.incrementAndGet() == 2
                    ? Optional.of(CUT)
                    : Optional.empty())) {
      Outbox outbox = outbox(peer);
      outbox.until(outbox.send("first"), EmailStatus.SENT);
      outbox.until(outbox.send("second"), EmailStatus.SENT);
      assertThat(mails).hasValue(3);
    }
  }

  @Test
  void a_moment_without_the_server_lets_all_mails_in_hand_wait_the_same_ten_seconds()
      throws Exception {
    try (ScriptedPeer peer = ScriptedPeer.answering(Stage.BANNER, CUT)) {
      Outbox outbox = new Outbox(db, directory);
      List<UUID> mails = new ArrayList<>();
      for (int i = 0; i < 8; i++) {
        mails.add(outbox.send("mail " + i));
      }
      sending = outbox.sender(peer.port(), "node");
      sending.start();
      for (UUID id : mails) {
        outbox.until(
            id, mail -> mail.status() == EmailStatus.PENDING_SEND && mail.reply().isPresent());
        assertThat(outbox.job(id).secondsLeft()).isLessThan(11);
      }
    }
  }

  @Test
  void listening_for_late_answers_holds_up_no_other_mail() throws Exception {
    CountDownLatch never = new CountDownLatch(1);
    AtomicInteger dots = new AtomicInteger();
    int hanging = 2 * Outbox.relay(1).connections();
    try (ScriptedPeer peer =
        new ScriptedPeer(
            (stage, _) -> {
              if (stage == Stage.DOT && dots.incrementAndGet() <= hanging) {
                never.await();
              }
              return Optional.empty();
            })) {
      Outbox outbox = outbox(peer);
      List<UUID> doubtful = new ArrayList<>();
      for (int i = 0; i < hanging; i++) {
        doubtful.add(outbox.send("mail " + i));
      }
      for (UUID id : doubtful) {
        outbox.until(id, EmailStatus.UNCONFIRMED);
      }
      long begun = System.nanoTime();
      outbox.until(outbox.send("next"), EmailStatus.SENT);
      assertThat(Duration.ofNanos(System.nanoTime() - begun))
          .isLessThan(Outbox.HASTE.late().dividedBy(2));
      never.countDown();
    }
  }

  @Test
  void a_campaign_can_be_paused_while_one_of_its_mails_is_leaving() throws Exception {
    CountDownLatch leaving = new CountDownLatch(1);
    CountDownLatch paused = new CountDownLatch(1);
    try (ScriptedPeer peer =
        new ScriptedPeer(
            (stage, _) -> {
              if (stage == Stage.DOT) {
                leaving.countDown();
                paused.await();
              }
              return Optional.empty();
            })) {
      Outbox outbox = outbox(peer);
      UUID campaign = outbox.campaign();
      UUID mail = outbox.send("leaving", 0, Optional.of(campaign));
      UUID waiting = outbox.send("waiting", 60, Optional.of(campaign));
      leaving.await();
      outbox.move(campaign, CampaignMove.PAUSE);
      paused.countDown();
      outbox.until(mail, EmailStatus.SENT);
      assertThat(outbox.mail(waiting).cancelReason()).contains("PAUSED");
      assertThat(peer.dots()).hasSize(1);
    }
  }
}
