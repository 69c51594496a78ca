package com.salescopilot.server.sending;

import static org.assertj.core.api.Assertions.assertThat;
import static org.awaitility.Awaitility.await;

import com.icegreen.greenmail.util.GreenMail;
import com.icegreen.greenmail.util.ServerSetup;
import com.salescopilot.model.mail.EmailStatus;
import com.salescopilot.server.audit.Audit;
import com.salescopilot.server.db.PoolSizes;
import com.salescopilot.server.db.TestDatabase;
import com.salescopilot.server.workspace.Departures;
import java.nio.file.Path;
import java.time.Clock;
import java.time.Duration;
import java.util.Optional;
import java.util.UUID;
import org.junit.jupiter.api.AfterEach;
import org.junit.jupiter.api.BeforeEach;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.api.extension.RegisterExtension;
import org.junit.jupiter.api.io.TempDir;

/// Mails that wait in a workspace when it is deleted.
final class DeletedQueueTest {
  private static final int MAILS = 300;
  private static final int AT_ONCE = 4;

  @RegisterExtension static final TestDatabase db = new TestDatabase(new PoolSizes(20, 6));

  private final GreenMail server = new GreenMail(new ServerSetup(0, "127.0.0.1", "smtp"));
  @TempDir Path directory = Path.of("target");

  @BeforeEach
  void aMailServer() {
    server.start();
  }

  @AfterEach
  void stop() {
    server.stop();
  }

  private static void delete(Outbox outbox) {
    Departures departures = new Departures(db.database(), new Audit(), Clock.systemUTC());
    db.database()
        .asUser(
            Optional.of(outbox.scope.user()),
            tx -> {
              departures.leave(
                  tx, outbox.scope.workspace(), outbox.scope.user(), Clock.systemUTC().instant());
              return true;
            });
  }

  @Test
  void in_the_middle_of_sending_none_leaves_whose_end_was_not_on_the_wire() throws Exception {
    Outbox outbox = new Outbox(db, directory);
    for (int i = 0; i < MAILS; i++) {
      outbox.send("mail " + i);
    }
    UUID later = outbox.send("later", 1, Optional.empty());
    Sending sending = outbox.sender(server.getSmtp().getPort(), "node");
    sending.start();
    try {
      await().atMost(Duration.ofSeconds(30)).until(() -> server.getReceivedMessages().length >= 10);
      delete(outbox);
      int left = server.getReceivedMessages().length;
      // another workspace proves that the sender is alive, and outlives the mail that was due later
      Outbox alive = new Outbox(db, directory);
      alive.until(alive.send("alive", 2, Optional.empty()), EmailStatus.SENT);
      int others = server.getReceivedMessages().length - 1;
      assertThat(left).as("there was something to keep back").isLessThan(MAILS);
      assertThat(others)
          .as("of %d, %d had left; as many may have been on the wire as go at once", MAILS, left)
          .isLessThanOrEqualTo(left + AT_ONCE);
      assertThat(later).isNotNull();
    } finally {
      sending.stop();
    }
  }
}
