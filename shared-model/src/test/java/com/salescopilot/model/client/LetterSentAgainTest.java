package com.salescopilot.model.client;

import static org.assertj.core.api.Assertions.assertThat;

import com.salescopilot.model.entity.Doc;
import com.salescopilot.model.entity.Entity;
import com.salescopilot.model.entity.RowKey;
import com.salescopilot.model.id.DerivedId;
import com.salescopilot.model.id.UserId;
import com.salescopilot.model.id.UuidV7;
import com.salescopilot.model.server.MapServer;
import com.salescopilot.model.sync.Change;
import com.salescopilot.model.sync.EmailCommand;
import com.salescopilot.model.value.Value;
import java.time.Instant;
import java.util.Map;
import java.util.Optional;
import java.util.OptionalLong;
import java.util.Random;
import java.util.TreeMap;
import java.util.UUID;
import org.junit.jupiter.api.Test;

/// A letter that is sent once more while nobody can know whether it has left.
final class LetterSentAgainTest {
  private static final Instant NOW = Instant.parse("2026-09-01T08:00:00Z");
  private final UuidV7 ids = new UuidV7(() -> NOW, new Random(1));
  private final MapServer server = new MapServer(ids::next);
  private final Desk ana = new Desk(server, ids::next, new UserId(ids.next()));
  private final Desk ben = new Desk(server, ids::next, new UserId(ids.next()));
  private final UUID prospect = ids.next();
  private final UUID draft = ids.next();

  @Test
  void it_is_held_where_a_lost_history_may_have_sent_it_and_its_first_sending_is_not_shown() {
    ben.edit(
        new Change.Create(
            new RowKey(Entity.PROSPECT, prospect),
            new TreeMap<>(Map.of("email", Value.text("ana@b.io")))),
        NOW);
    ben.sync(NOW);
    ana.pull(Integer.MAX_VALUE);
    MapServer backup = server.backup();
    ana.edit(
        new Change.Create(
            new RowKey(Entity.EMAIL_DRAFT, draft),
            new TreeMap<>(Map.of("subject", Value.text("Hi")))),
        NOW);
    ana.edit(letter(Optional.of(prospect)), NOW);
    assertThat(ana.push(NOW, true)).isTrue();
    server.setBackTo(backup);
    server.begin(NOW);
    ben.edit(new Change.Delete(new RowKey(Entity.PROSPECT, prospect), OptionalLong.empty()), NOW);
    ben.sync(NOW);
    ana.pull(Integer.MAX_VALUE);
    ana.pull(Integer.MAX_VALUE);
    assertThat(shown()).as("the letter to a prospect that is gone").isEmpty();
    ana.edit(letter(Optional.empty()), NOW);
    ana.sync(NOW);
    assertThat(shown().orElseThrow().text("hold")).contains("RESTORED");
  }

  private Optional<Doc> shown() {
    UUID mail = DerivedId.email(ana.user(), draft, 1);
    return ana.store().read(tx -> tx.visible(new RowKey(Entity.EMAIL, mail)));
  }

  private Change letter(Optional<UUID> to) {
    return new EmailCommand.Send(
        DerivedId.email(ana.user(), draft, 1),
        Optional.of(draft),
        1,
        to,
        Optional.empty(),
        Optional.empty(),
        0,
        Optional.empty(),
        "ana@b.io",
        "Hello",
        new Value.Fields(new TreeMap<>(Map.of("text", Value.text("Hello")))),
        Optional.empty(),
        Optional.empty(),
        0);
  }
}
