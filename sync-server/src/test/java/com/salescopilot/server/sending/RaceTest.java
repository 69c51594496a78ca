package com.salescopilot.server.sending;

import static org.assertj.core.api.Assertions.assertThat;

import com.salescopilot.model.mail.EmailStatus;
import com.salescopilot.model.server.RefusedException;
import com.salescopilot.model.sync.EmailCommand;
import com.salescopilot.server.db.PoolSizes;
import com.salescopilot.server.db.TestDatabase;
import java.nio.file.Path;
import java.util.ArrayList;
import java.util.HashSet;
import java.util.List;
import java.util.Optional;
import java.util.Set;
import java.util.UUID;
import java.util.concurrent.ConcurrentHashMap;
import java.util.concurrent.Executors;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.api.extension.RegisterExtension;
import org.junit.jupiter.api.io.TempDir;

/// Sending and taking back at the same time: exactly one of the two wins, for every mail.
final class RaceTest {
  private static final int MAILS = 120;

  @RegisterExtension static final TestDatabase db = new TestDatabase(new PoolSizes(20, 6));

  @TempDir Path directory = Path.of("target");

  @Test
  void a_mail_that_was_taken_back_is_never_taken_by_the_server() throws Exception {
    try (ScriptedPeer peer = new ScriptedPeer((_, _) -> Optional.empty())) {
      Outbox outbox = new Outbox(db, directory);
      List<UUID> mails = new ArrayList<>();
      for (int i = 0; i < MAILS; i++) {
        mails.add(outbox.send("mail " + i));
      }
      Sending sending = outbox.sender(peer.port(), "node");
      Set<UUID> takenBack = ConcurrentHashMap.newKeySet();
      try (var threads = Executors.newVirtualThreadPerTaskExecutor()) {
        sending.start();
        for (UUID mail : mails.reversed()) {
          threads.execute(
              () -> {
                try {
                  outbox.write(new EmailCommand.Cancel(mail));
                  takenBack.add(mail);
                } catch (RefusedException _) {
                  // too late: it has left, or is leaving
                }
              });
        }
      }
      Set<String> shouldHaveArrived = new HashSet<>();
      for (UUID mail : mails) {
        Outbox.Mail seen =
            outbox.until(
                mail,
                one -> one.status() == EmailStatus.SENT || one.status() == EmailStatus.CANCELLED);
        assertThat(seen.status() == EmailStatus.CANCELLED).isEqualTo(takenBack.contains(mail));
        if (seen.status() == EmailStatus.SENT) {
          shouldHaveArrived.add("<" + seen.messageId().orElseThrow() + ">");
        }
      }
      sending.stop();
      assertThat(peer.dots().keySet()).isEqualTo(shouldHaveArrived);
      assertThat(peer.dots().values()).allMatch(times -> times == 1);
      assertThat(outbox.jobs()).isZero();
    }
  }
}
