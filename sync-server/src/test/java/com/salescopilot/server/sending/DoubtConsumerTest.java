package com.salescopilot.server.sending;

import static org.assertj.core.api.Assertions.assertThat;

import com.fasterxml.jackson.databind.node.JsonNodeFactory;
import com.salescopilot.model.event.EventType;
import com.salescopilot.model.mail.EmailStatus;
import com.salescopilot.server.db.TestDatabase;
import com.salescopilot.server.events.Event;
import java.nio.file.Path;
import java.time.Clock;
import java.time.Instant;
import java.time.temporal.ChronoUnit;
import java.util.List;
import java.util.UUID;
import org.junit.jupiter.api.BeforeEach;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.api.extension.RegisterExtension;
import org.junit.jupiter.api.io.TempDir;

final class DoubtConsumerTest {
  @RegisterExtension static final TestDatabase db = new TestDatabase();

  @TempDir Path directory = Path.of("target");
  private final Instant now = Clock.systemUTC().instant().truncatedTo(ChronoUnit.MILLIS);
  private UUID mail = new UUID(0, 0);

  private Outbox inDoubt() throws Exception {
    Outbox outbox = new Outbox(db, directory);
    mail = outbox.send("doubtful");
    outbox.endAs(mail, EmailStatus.UNCONFIRMED);
    return outbox;
  }

  @BeforeEach
  void noMail() {
    mail = new UUID(0, 0);
  }

  private void hear(Outbox outbox, EventType type, boolean verified) {
    Event event =
        new Event(
            1,
            UUID.randomUUID(),
            type,
            outbox.scope.workspace(),
            mail,
            now,
            JsonNodeFactory.instance.objectNode().put("verified", verified));
    db.database()
        .inWorkspace(
            outbox.scope,
            tx -> {
              new DoubtConsumer(outbox.streams).apply(tx, outbox.scope.workspace(), List.of(event));
              return true;
            });
  }

  @Test
  void an_open_proves_that_a_doubtful_mail_arrived() throws Exception {
    Outbox outbox = inDoubt();
    hear(outbox, EventType.EMAIL_OPENED, true);
    assertThat(outbox.mail(mail).status()).isEqualTo(EmailStatus.SENT);
    assertThat(outbox.mail(mail).sentAt()).contains(now);
  }

  @Test
  void what_nobody_proved_settles_nothing() throws Exception {
    Outbox outbox = inDoubt();
    hear(outbox, EventType.EMAIL_REPLIED, false);
    assertThat(outbox.mail(mail).status()).isEqualTo(EmailStatus.UNCONFIRMED);
  }

  @Test
  void a_mail_that_is_sent_again_and_proves_to_have_arrived_does_not_leave_twice()
      throws Exception {
    Outbox outbox = inDoubt();
    outbox.resend(mail);
    assertThat(outbox.jobs()).isOne();
    hear(outbox, EventType.EMAIL_REPLIED, true);
    assertThat(outbox.mail(mail).status()).isEqualTo(EmailStatus.SENT);
    assertThat(outbox.jobs()).isZero();
  }

  @Test
  void an_open_of_a_mail_that_was_refused_for_now_does_not_keep_it_from_leaving() throws Exception {
    Outbox outbox = new Outbox(db, directory);
    mail = outbox.send("greylisted");
    outbox.deferAs(mail, "451 4.7.1 come back later");
    // a receiver's scanner reads a text before it is accepted
    hear(outbox, EventType.EMAIL_OPENED, true);
    assertThat(outbox.mail(mail).status()).isEqualTo(EmailStatus.PENDING_SEND);
    assertThat(outbox.jobs()).isOne();
  }

  @Test
  void a_proof_that_comes_twice_settles_once() throws Exception {
    Outbox outbox = inDoubt();
    hear(outbox, EventType.EMAIL_OPENED, true);
    long rev = outbox.rev(mail);
    hear(outbox, EventType.EMAIL_OPENED, true);
    assertThat(outbox.rev(mail)).isEqualTo(rev);
  }
}
