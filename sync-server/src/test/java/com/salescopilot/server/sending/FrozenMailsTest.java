package com.salescopilot.server.sending;

import static org.assertj.core.api.Assertions.assertThat;

import com.salescopilot.model.id.UuidV7;
import com.salescopilot.model.mail.EmailStatus;
import com.salescopilot.model.sync.EmailCommand;
import com.salescopilot.server.audit.Trail;
import com.salescopilot.server.db.Args;
import com.salescopilot.server.db.Statements;
import com.salescopilot.server.db.TestDatabase;
import com.salescopilot.server.stream.Epochs;
import java.nio.file.Path;
import java.time.Clock;
import java.util.List;
import java.util.Optional;
import java.util.Random;
import java.util.UUID;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.api.extension.RegisterExtension;
import org.junit.jupiter.api.io.TempDir;

/// After a restore no mail leaves by itself that may have left in the time that was lost.
final class FrozenMailsTest {
  @RegisterExtension static final TestDatabase db = new TestDatabase();

  @TempDir Path directory = Path.of("target");

  private final Statements statements = Statements.load(FrozenMailsTest.class);
  private final UuidV7 ids = new UuidV7(Clock.systemUTC(), new Random(9));

  @Test
  void the_first_start_and_the_next_on_the_same_database_freeze_nothing() throws Exception {
    Outbox outbox = new Outbox(db, directory);
    outbox.send("one");
    epochs(outbox).release(List.of()); // what another test has left
    Epochs.Epoch first = epochs(outbox).begin();
    Epochs.Epoch second = epochs(outbox).begin();
    assertThat(second).isEqualTo(new Epochs.Epoch(first.id(), 0, true));
    assertThat(reasons()).startsWith("FIRST");
    assertThat(held(outbox)).isEmpty();
  }

  @Test
  void what_was_waiting_in_a_restored_database_stays_until_somebody_lets_it_go() throws Exception {
    Outbox outbox = new Outbox(db, directory);
    Epochs epochs = epochs(outbox);
    epochs.begin();
    UUID waiting = outbox.send("waiting");
    UUID claimed = outbox.send("claimed");
    outbox.leaveBehind(claimed, Phase.CLAIMED, "node");
    exec("restore");

    Epochs.Epoch next = epochs.begin();
    assertThat(next.frozen()).isGreaterThanOrEqualTo(2);
    assertThat(reasons()).startsWith("FIRST").endsWith("FINGERPRINT");
    assertThat(held(outbox)).containsExactlyInAnyOrder(waiting, claimed);

    try (ScriptedPeer peer = new ScriptedPeer((_, _) -> Optional.empty())) {
      Sending sending = outbox.sender(peer.port(), "node");
      sending.start();
      UUID fresh = outbox.send("fresh");
      outbox.until(fresh, EmailStatus.SENT);
      outbox.until(claimed, EmailStatus.PENDING_SEND);
      assertThat(peer.dots()).containsKey(messageId(outbox, fresh));
      assertThat(outbox.mail(waiting).status()).isEqualTo(EmailStatus.PENDING_SEND);

      epochs.release(epochs.held());
      outbox.until(waiting, EmailStatus.SENT);
      outbox.until(claimed, EmailStatus.SENT);
      sending.stop();
      assertThat(peer.dots()).containsKeys(messageId(outbox, waiting), messageId(outbox, claimed));
      assertThat(peer.dots().values()).allMatch(times -> times == 1);
    }
    assertThat(epochs.held()).isEmpty();
    assertThat(count("frozen")).isZero();
  }

  @Test
  void until_then_a_campaigns_new_mails_are_held_too_and_letters_by_hand_are_not()
      throws Exception {
    Outbox outbox = new Outbox(db, directory);
    Epochs epochs = epochs(outbox);
    epochs.begin();
    exec("restore");
    assertThat(epochs.begin().released()).isFalse();
    assertThat(epochs.begin().released()).isFalse(); // the server was started again meanwhile
    UUID step = outbox.send("step", 0, Optional.of(outbox.campaign()));
    outbox.send("letter");
    assertThat(held(outbox)).containsExactly(step);

    epochs.release(epochs.held());
    assertThat(new Trail(db.database()).in(outbox.scope))
        .containsExactly("SENDS_RELEASED  {\"mails\":\"1\"}");
    assertThat(epochs.begin().released()).isTrue();
    assertThat(held(outbox)).isEmpty();
  }

  @Test
  void a_person_lets_a_single_mail_go() throws Exception {
    Outbox outbox = new Outbox(db, directory);
    Epochs epochs = epochs(outbox);
    epochs.begin();
    UUID one = outbox.send("one");
    UUID other = outbox.send("other");
    exec("restore");
    epochs.begin();
    outbox.write(new EmailCommand.Release(one));
    assertThat(held(outbox)).containsExactly(other);
  }

  private static String messageId(Outbox outbox, UUID mail) {
    return "<" + outbox.mail(mail).messageId().orElseThrow() + ">";
  }

  private List<UUID> held(Outbox outbox) {
    return epochs(outbox).held().stream()
        .filter(mail -> mail.workspace().equals(outbox.scope.workspace()))
        .map(Epochs.HeldMail::email)
        .toList();
  }

  private Epochs epochs(Outbox outbox) {
    return new Epochs(db.database(), outbox.streams, ids::next, Clock.systemUTC());
  }

  private List<String> reasons() {
    return db.database()
        .asWorker(tx -> tx.list(statements.get("epochs"), Args.none(), row -> row.text("reason")));
  }

  private long count(String statement) {
    return db.database()
        .asWorker(tx -> tx.one(statements.get(statement), Args.none(), row -> row.whole("n")));
  }

  private void exec(String statement) {
    db.database().asWorker(tx -> tx.exec(statements.get(statement), Args.none()));
  }
}
