package com.salescopilot.server.sending;

import static org.assertj.core.api.Assertions.assertThat;

import com.salescopilot.model.mail.EmailStatus;
import com.salescopilot.model.sync.EmailCommand;
import com.salescopilot.server.db.PoolSizes;
import com.salescopilot.server.db.TestDatabase;
import com.salescopilot.server.sending.ScriptedPeer.Stage;
import java.nio.file.Path;
import java.util.List;
import java.util.Optional;
import java.util.UUID;
import java.util.concurrent.atomic.AtomicInteger;
import org.jspecify.annotations.Nullable;
import org.junit.jupiter.api.AfterEach;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.api.extension.RegisterExtension;
import org.junit.jupiter.api.io.TempDir;

/// A mail that is refused for now is tried again, ever later, always as the same mail.
final class RetryTest {
  @RegisterExtension static final TestDatabase db = new TestDatabase(new PoolSizes(20, 6));

  private static final String LATER = "451 4.3.0 come back later";

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

  private static Outbox.Job awaitAttempt(Outbox outbox, UUID id, int attempt) {
    outbox.until(
        id,
        _ -> {
          Outbox.Job job = outbox.job(id);
          return job.phase() == Phase.QUEUED && job.attempt() == attempt;
        });
    return outbox.job(id);
  }

  @Test
  void each_refusal_makes_the_wait_longer() throws Exception {
    try (ScriptedPeer peer = ScriptedPeer.answering(Stage.RCPT, LATER)) {
      Outbox outbox = outbox(peer);
      UUID id = outbox.send("patient");
      List<Integer> minutes = List.of(1, 5, 15, 60, 240, 240);
      for (int attempt = 1; attempt <= minutes.size(); attempt++) {
        Outbox.Job job = awaitAttempt(outbox, id, attempt);
        double wait = 60.0 * minutes.get(attempt - 1);
        assertThat(job.secondsLeft())
            .as("after attempt %d", attempt)
            .isBetween(0.8 * wait - 20, 1.2 * wait);
        assertThat(outbox.mail(id).reply()).contains(LATER);
        outbox.hurry(id);
      }
      assertThat(peer.dots()).isEmpty();
    }
  }

  @Test
  void all_attempts_bear_one_message_id_and_the_last_one_is_told() throws Exception {
    AtomicInteger dots = new AtomicInteger();
    try (ScriptedPeer peer =
        new ScriptedPeer(
            (stage, _) ->
                stage == Stage.DOT && dots.incrementAndGet() <= 3
                    ? Optional.of(LATER)
                    : Optional.empty())) {
      Outbox outbox = outbox(peer);
      UUID id = outbox.send("persistent");
      for (int attempt = 1; attempt <= 3; attempt++) {
        awaitAttempt(outbox, id, attempt);
        outbox.hurry(id);
      }
      Outbox.Mail sent = outbox.until(id, EmailStatus.SENT);
      assertThat(peer.dots()).containsOnlyKeys("<" + sent.messageId().orElseThrow() + ">");
      assertThat(peer.dots().values()).containsExactly(4);
      assertThat(sent.reply()).contains("250 2.0.0 taken");
      assertThat(outbox.jobs()).isZero();
    }
  }

  @Test
  void after_two_days_of_refusals_the_mail_has_failed_with_the_servers_last_words()
      throws Exception {
    try (ScriptedPeer peer = ScriptedPeer.answering(Stage.RCPT, LATER)) {
      Outbox outbox = outbox(peer);
      UUID id = outbox.send("hopeless");
      awaitAttempt(outbox, id, 1);
      outbox.firstTried(id, 48);
      outbox.hurry(id);
      assertThat(outbox.until(id, EmailStatus.FAILED).reply()).contains(LATER);
      assertThat(outbox.jobs()).isZero();
    }
  }

  @Test
  void a_mail_that_waits_for_another_attempt_can_be_taken_back() throws Exception {
    try (ScriptedPeer peer = ScriptedPeer.answering(Stage.RCPT, LATER)) {
      Outbox outbox = outbox(peer);
      UUID id = outbox.send("regretted");
      awaitAttempt(outbox, id, 1);
      outbox.write(new EmailCommand.Cancel(id));
      assertThat(outbox.mail(id).status()).isEqualTo(EmailStatus.CANCELLED);
      assertThat(outbox.jobs()).isZero();
    }
  }
}
