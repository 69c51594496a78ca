package com.salescopilot.server.sending;

import static org.assertj.core.api.Assertions.assertThat;

import com.salescopilot.model.mail.EmailStatus;
import com.salescopilot.model.sync.EmailCommand;
import com.salescopilot.server.db.Args;
import com.salescopilot.server.db.Statements;
import com.salescopilot.server.db.TestDatabase;
import java.nio.file.Path;
import java.util.UUID;
import java.util.concurrent.ExecutionException;
import java.util.concurrent.ExecutorService;
import java.util.concurrent.Executors;
import java.util.concurrent.TimeUnit;
import java.util.concurrent.TimeoutException;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.api.extension.RegisterExtension;
import org.junit.jupiter.api.io.TempDir;

/// Opens are written down while their mail goes on changing.
final class HeldMailTest {
  @RegisterExtension static final TestDatabase db = new TestDatabase();

  @TempDir Path directory = Path.of("target");

  @Test
  void a_mail_can_change_while_somebody_writes_down_its_open() throws Exception {
    Outbox outbox = new Outbox(db, directory);
    UUID mail = outbox.send("one");
    Statements statements = Statements.load(HeldMailTest.class);
    try (ExecutorService other = Executors.newVirtualThreadPerTaskExecutor()) {
      db.database()
          .inWorkspace(
              outbox.scope,
              tx -> {
                tx.exec(
                    statements.get("open"),
                    Args.of("ws", outbox.scope.workspace())
                        .and("id", UUID.randomUUID())
                        .and("email", mail));
                return awaited(other, outbox, mail);
              });
    }
    assertThat(outbox.mail(mail).status()).isEqualTo(EmailStatus.CANCELLED);
  }

  private static boolean awaited(ExecutorService other, Outbox outbox, UUID mail) {
    try {
      other.submit(() -> outbox.write(new EmailCommand.Cancel(mail))).get(30, TimeUnit.SECONDS);
      return true;
    } catch (InterruptedException | ExecutionException | TimeoutException e) {
      throw new AssertionError(e);
    }
  }
}
