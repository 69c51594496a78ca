package com.salescopilot.server.sending;

import static org.assertj.core.api.Assertions.assertThat;

import com.salescopilot.model.mail.EmailStatus;
import com.salescopilot.server.db.PoolSizes;
import com.salescopilot.server.db.TestDatabase;
import com.salescopilot.server.sending.ScriptedPeer.Stage;
import java.nio.file.Path;
import java.util.ArrayList;
import java.util.List;
import java.util.Optional;
import java.util.UUID;
import java.util.concurrent.CountDownLatch;
import java.util.concurrent.atomic.AtomicInteger;
import org.junit.jupiter.api.AfterEach;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.api.extension.RegisterExtension;
import org.junit.jupiter.api.io.TempDir;

/// Two workers and one mailbox: whoever holds the lease sends, and who lost it changes nothing
/// more.
final class LeaseTest {
  @RegisterExtension static final TestDatabase db = new TestDatabase(new PoolSizes(20, 6));

  private final List<Sending> senders = new ArrayList<>();
  @TempDir Path directory = Path.of("target");

  @AfterEach
  void stop() throws Exception {
    for (Sending sender : senders) {
      sender.stop();
    }
  }

  private void start(Outbox outbox, ScriptedPeer peer, String node) {
    Sending sender = outbox.sender(peer.port(), node);
    senders.add(sender);
    sender.start();
  }

  /// Holds the first mail at a stage until it is let go.
  private static final class Holding implements ScriptedPeer.Script {
    private final Stage at;
    private final AtomicInteger times = new AtomicInteger();
    final CountDownLatch reached = new CountDownLatch(1);
    final CountDownLatch goOn = new CountDownLatch(1);

    Holding(Stage at) {
      this.at = at;
    }

    @Override
    public Optional<String> at(Stage stage, String line) throws InterruptedException {
      if (stage == at && times.incrementAndGet() == 1) {
        reached.countDown();
        goOn.await();
      }
      return Optional.empty();
    }
  }

  @Test
  void a_mail_that_had_not_left_is_sent_by_the_next_holder_and_by_nobody_else() throws Exception {
    Holding holding = new Holding(Stage.DATA);
    try (ScriptedPeer peer = new ScriptedPeer(holding)) {
      Outbox outbox = new Outbox(db, directory);
      start(outbox, peer, "slow");
      UUID mail = outbox.send("held up");
      holding.reached.await();
      outbox.expireLease();
      start(outbox, peer, "next");
      outbox.until(mail, EmailStatus.SENT);
      holding.goOn.countDown();
      // whoever lost the lease must still end its attempt: it is not let write the dot
      senders.removeFirst().stop();
      outbox.until(outbox.send("another"), EmailStatus.SENT);
      assertThat(peer.dots()).hasSize(2);
      assertThat(peer.dots().values()).allMatch(times -> times == 1);
      assertThat(outbox.mail(mail).status()).isEqualTo(EmailStatus.SENT);
      assertThat(outbox.jobs()).isZero();
    }
  }

  @Test
  void a_mail_that_was_leaving_is_in_doubt_until_its_first_sender_hears_the_answer()
      throws Exception {
    Holding holding = new Holding(Stage.DOT);
    try (ScriptedPeer peer = new ScriptedPeer(holding)) {
      Outbox outbox = new Outbox(db, directory);
      start(outbox, peer, "slow");
      UUID mail = outbox.send("leaving");
      holding.reached.await();
      outbox.expireLease();
      start(outbox, peer, "next");
      outbox.until(mail, EmailStatus.UNCONFIRMED);
      holding.goOn.countDown();
      outbox.until(mail, EmailStatus.SENT);
      assertThat(peer.dots().values()).containsExactly(1);
      assertThat(outbox.jobs()).isZero();
    }
  }

  @Test
  void two_workers_share_the_mails_of_many_mailboxes_and_double_none() throws Exception {
    try (ScriptedPeer peer = new ScriptedPeer((_, _) -> Optional.empty())) {
      List<Outbox> outboxes = new ArrayList<>();
      List<List<UUID>> mails = new ArrayList<>();
      for (int i = 0; i < 6; i++) {
        Outbox outbox = new Outbox(db, directory);
        List<UUID> own = new ArrayList<>();
        for (int n = 0; n < 20; n++) {
          own.add(outbox.send("mail " + n));
        }
        outboxes.add(outbox);
        mails.add(own);
      }
      start(outboxes.getFirst(), peer, "one");
      start(outboxes.getLast(), peer, "other");
      for (int i = 0; i < outboxes.size(); i++) {
        for (UUID mail : mails.get(i)) {
          outboxes.get(i).until(mail, EmailStatus.SENT);
        }
      }
      assertThat(peer.dots()).hasSize(120);
      assertThat(peer.dots().values()).allMatch(times -> times == 1);
    }
  }

  @Test
  void what_a_lost_worker_still_claimed_is_settled_although_nothing_else_is_queued()
      throws Exception {
    try (ScriptedPeer peer = new ScriptedPeer((_, _) -> Optional.empty())) {
      Outbox outbox = new Outbox(db, directory);
      start(outbox, peer, "node");
      outbox.until(outbox.send("first"), EmailStatus.SENT);
      UUID mail = outbox.send("claimed late", 60, Optional.empty());
      outbox.claimLate(mail);
      senders.removeFirst().stop();
      start(outbox, peer, "node");
      outbox.until(mail, EmailStatus.SENT);
      assertThat(peer.dots().values()).containsExactly(1, 1);
    }
  }
}
