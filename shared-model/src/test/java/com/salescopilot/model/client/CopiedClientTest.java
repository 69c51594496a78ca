package com.salescopilot.model.client;

import static org.assertj.core.api.Assertions.assertThat;

import com.salescopilot.model.entity.Entity;
import com.salescopilot.model.entity.RowKey;
import com.salescopilot.model.id.UserId;
import com.salescopilot.model.id.UuidV7;
import com.salescopilot.model.server.MapServer;
import com.salescopilot.model.sync.Change;
import com.salescopilot.model.value.Value;
import java.time.Instant;
import java.util.Random;
import java.util.SortedMap;
import java.util.TreeMap;
import java.util.UUID;
import org.junit.jupiter.api.Test;

/// A profile directory that was copied to another machine: two programs that think they are one
/// device.
final class CopiedClientTest {
  private static final Instant NOW = Instant.parse("2026-09-01T08:00:00Z");
  private final UuidV7 ids = new UuidV7(() -> NOW, new Random(1));
  private final MapServer server = new MapServer(ids::next);
  private final Desk first = new Desk(server, ids::next, new UserId(ids.next()));

  @Test
  void an_edit_of_the_copy_is_not_taken_for_confirmed_because_the_original_used_its_number() {
    first.sync(NOW);
    Desk copy = first.copy();
    RowKey original = create(first, "original@x.example");
    first.sync(NOW);
    RowKey copied = create(copy, "copy@x.example");
    // sealed, and the network goes before the server hears of it
    assertThat(copy.pushLost(NOW)).isTrue();
    copy.pull(Integer.MAX_VALUE);
    assertThat(copy.pending()).isEqualTo(1);
    copy.sync(NOW);
    first.sync(NOW);
    assertThat(server.rows(first.user())).containsKeys(original, copied);
    assertThat(copy.store().rows()).isEqualTo(first.store().rows());
  }

  @Test
  void a_copy_that_only_looked_goes_on_editing() {
    create(first, "before@x.example");
    first.sync(NOW);
    Desk copy = first.copy();
    create(first, "original@x.example");
    first.sync(NOW);
    copy.pull(Integer.MAX_VALUE);
    RowKey copied = create(copy, "copy@x.example");
    copy.sync(NOW);
    assertThat(copy.pending()).isZero();
    assertThat(server.rows(first.user())).hasSize(3).containsKey(copied);
  }

  @Test
  void what_waited_when_the_copy_was_made_is_done_once() {
    create(first, "waiting@x.example");
    Desk copy = first.copy();
    first.sync(NOW);
    copy.sync(NOW);
    assertThat(copy.pending()).isZero();
    assertThat(server.rows(first.user())).hasSize(1);
    assertThat(copy.store().rows()).isEqualTo(first.store().rows());
  }

  private RowKey create(Desk desk, String email) {
    RowKey key = new RowKey(Entity.PROSPECT, ids.next());
    SortedMap<String, Value> fields = new TreeMap<>();
    fields.put("email", Value.text(email));
    UUID mutation = desk.edit(new Change.Create(key, fields), NOW);
    assertThat(mutation).isNotEqualTo(key.id());
    return key;
  }
}
