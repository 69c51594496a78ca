package com.salescopilot.model.client;

import static org.assertj.core.api.Assertions.assertThat;

import com.salescopilot.model.entity.Doc;
import com.salescopilot.model.entity.Entity;
import com.salescopilot.model.entity.RowKey;
import com.salescopilot.model.id.UserId;
import com.salescopilot.model.id.UuidV7;
import com.salescopilot.model.server.MapServer;
import com.salescopilot.model.sync.Change;
import com.salescopilot.model.sync.RowPatch;
import com.salescopilot.model.value.Value;
import com.salescopilot.model.value.ValueJson;
import java.time.Duration;
import java.time.Instant;
import java.util.List;
import java.util.Map;
import java.util.Random;
import java.util.TreeMap;
import org.junit.jupiter.api.BeforeEach;
import org.junit.jupiter.api.Test;

/// Which edits that wait travel as one, and which time they then have.
final class JoinedEditsTest {
  private static final Instant NOW = Instant.parse("2026-09-01T08:00:00Z");
  private static final Duration SOON = Duration.ofSeconds(40);
  private static final Duration LATER = Duration.ofMinutes(10);

  private final UuidV7 ids = new UuidV7(() -> NOW, new Random(3));
  private final Desk desk = new Desk(new MapServer(ids::next), ids::next, new UserId(ids.next()));
  private final RowKey ana = new RowKey(Entity.PROSPECT, ids.next());
  private Instant now = NOW;

  @BeforeEach
  void makeAna() {
    edit(new Change.Create(ana, new TreeMap<>(Map.of("email", Value.text("ana@b.io")))));
    desk.push(now, true);
    desk.pull(Integer.MAX_VALUE);
    assertThat(waiting()).isEmpty();
  }

  @Test
  void one_field_set_again_has_the_time_of_the_last() {
    patch("company", "Acme");
    now = now.plus(LATER);
    patch("company", "Apex");
    assertThat(times()).containsExactly(now);
  }

  @Test
  void going_back_to_what_was_there_stays_a_change_of_its_own() {
    patch("company", "Acme");
    desk.push(now, true);
    desk.pull(Integer.MAX_VALUE);
    patch("company", "Apex");
    patch("company", "Acme");
    assertThat(waiting()).as("joined, they would ask for nothing").hasSize(2);
    patch("company", "Arc");
    assertThat(waiting()).hasSize(2);
  }

  @Test
  void two_fields_set_in_one_go_travel_as_one() {
    patch("company", "Acme");
    now = now.plus(SOON);
    patch("jobTitle", "CTO");
    assertThat(times()).containsExactly(NOW);
    now = now.plus(SOON);
    patch("firstName", "Ana");
    assertThat(times()).as("however long one goes on").containsExactly(NOW, now);
  }

  @Test
  void two_fields_set_far_apart_keep_their_times() {
    patch("company", "Acme");
    now = now.plus(LATER);
    patch("jobTitle", "CTO");
    assertThat(times()).containsExactly(NOW, now);
  }

  @Test
  void keys_of_a_map_are_fields_too() {
    edit(patch("{\"customFields\":{\"plan\":\"free\"}}"));
    now = now.plus(LATER);
    edit(patch("{\"customFields\":{\"budget\":\"50k\"}}"));
    now = now.plus(LATER);
    edit(patch("{\"customFields\":{\"budget\":\"60k\"}}"));
    assertThat(times()).containsExactly(NOW, now);
  }

  @Test
  void a_new_row_is_as_old_as_its_making() {
    RowKey ben = new RowKey(Entity.PROSPECT, ids.next());
    edit(new Change.Create(ben, new TreeMap<>(Map.of("email", Value.text("ben@b.io")))));
    now = now.plus(LATER);
    edit(
        RowPatch.of(
            desk.store().<Doc>read(tx -> tx.visible(ben).orElseThrow()),
            ValueJson.object("{\"company\":\"Acme\"}")));
    assertThat(times()).containsExactly(NOW);
  }

  @Test
  void a_field_that_is_emptied_again_is_not_part_of_a_new_row() {
    RowKey ben = new RowKey(Entity.PROSPECT, ids.next());
    edit(
        new Change.Create(
            ben,
            new TreeMap<>(Map.of("email", Value.text("ben@b.io"), "company", Value.text("Acme")))));
    edit(
        RowPatch.of(
            desk.store().<Doc>read(tx -> tx.visible(ben).orElseThrow()),
            ValueJson.object("{\"company\":null}")));
    assertThat(waiting()).as("a creation cannot say that a field is empty").hasSize(2);
  }

  private void patch(String field, String text) {
    edit(patch("{\"" + field + "\":\"" + text + "\"}"));
  }

  private Change patch(String json) {
    return RowPatch.of(
        desk.store().<Doc>read(tx -> tx.visible(ana).orElseThrow()), ValueJson.object(json));
  }

  private void edit(Change change) {
    assertThat(desk.edit(change, now)).isNotNull();
  }

  private List<OutboxEntry> waiting() {
    return desk.store().read(tx -> tx.pendingAfter(0, Integer.MAX_VALUE));
  }

  private List<Instant> times() {
    return waiting().stream().map(entry -> entry.stamp().editedAt()).toList();
  }
}
