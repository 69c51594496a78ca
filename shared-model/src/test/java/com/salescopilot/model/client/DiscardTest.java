package com.salescopilot.model.client;

import static org.assertj.core.api.Assertions.assertThat;

import com.salescopilot.model.entity.Doc;
import com.salescopilot.model.entity.Entity;
import com.salescopilot.model.entity.RowKey;
import com.salescopilot.model.id.UserId;
import com.salescopilot.model.id.UuidV7;
import com.salescopilot.model.server.MapServer;
import com.salescopilot.model.sync.Actor;
import com.salescopilot.model.sync.CampaignCommand;
import com.salescopilot.model.sync.Change;
import com.salescopilot.model.sync.ProspectCommand;
import com.salescopilot.model.sync.Role;
import com.salescopilot.model.sync.RowPatch;
import com.salescopilot.model.value.Value;
import com.salescopilot.model.value.ValueJson;
import java.time.Duration;
import java.time.Instant;
import java.util.List;
import java.util.Optional;
import java.util.OptionalLong;
import java.util.Random;
import java.util.SortedMap;
import java.util.TreeMap;
import java.util.UUID;
import org.junit.jupiter.api.Test;

/// What waits can be made undone while it is here alone, and a merge is made once on all machines.
final class DiscardTest {
  private Instant now = Instant.parse("2026-09-01T08:00:00Z");
  private final UuidV7 ids = new UuidV7(() -> now, new Random(4));
  private final UserId user = new UserId(ids.next());
  private final MapServer server = new MapServer(ids::next);
  private final MapClientStore store = new MapClientStore(ids.next());
  private final ClientCore core = new ClientCore(store, ids::next);

  @Test
  void a_row_that_was_made_here_is_no_more() {
    RowKey ana = prospect("ana@b.io");
    UUID made = newest();
    assertThat(core.discard(made)).isInstanceOf(Discard.Answer.Done.class);
    assertThat(row(ana)).isEmpty();
    assertThat(core.pending()).isZero();
    assertThat(core.discard(made)).isEqualTo(new Discard.Answer.Unknown());
  }

  @Test
  void the_row_is_again_as_the_other_changes_make_it() {
    RowKey ana = prospect("ana@b.io");
    UUID making = newest();
    UUID company = patch(ana, "company", "Acme");
    assertThat(core.discard(making)).as("joined").isEqualTo(new Discard.Answer.Unknown());
    now = now.plus(Duration.ofHours(1));
    assertThat(core.nextPush(now)).isPresent();
    assertThat(core.discard(company)).isEqualTo(new Discard.Answer.Left());

    UUID title = patch(ana, "jobTitle", "CTO");
    now = now.plus(Duration.ofHours(1));
    patch(ana, "firstName", "Ana");
    assertThat(core.discard(title)).isInstanceOf(Discard.Answer.Done.class);
    assertThat(row(ana).orElseThrow().text("jobTitle")).isEmpty();
    assertThat(row(ana).orElseThrow().text("firstName")).contains("Ana");
    assertThat(row(ana).orElseThrow().text("company")).contains("Acme");
  }

  @Test
  void what_a_later_change_builds_on_stays_until_that_is_gone() {
    RowKey ana = prospect("ana@b.io");
    UUID made = newest();
    RowKey draft = new RowKey(Entity.EMAIL_DRAFT, ids.next());
    Change letter = new Change.Create(draft, fields("prospectId", ana.id().toString()));
    UUID written = edit(letter);
    assertThat(core.discard(made)).isEqualTo(new Discard.Answer.Needed(letter));
    assertThat(row(ana)).isPresent();
    assertThat(core.discard(written)).isInstanceOf(Discard.Answer.Done.class);
    assertThat(core.discard(made)).isInstanceOf(Discard.Answer.Done.class);
  }

  @Test
  void nothing_is_taken_from_beneath_a_command() {
    RowKey ana = prospect("ana@b.io");
    assertThat(core.nextPush(now)).isPresent();
    UUID company = patch(ana, "company", "Acme");
    RowKey campaign = new RowKey(Entity.CAMPAIGN, ids.next());
    edit(new Change.Create(campaign, fields("name", "Spring")));
    UUID enrolled = edit(new CampaignCommand.Enrol(campaign.id(), List.of(ana.id())));
    assertThat(core.discard(company)).isInstanceOf(Discard.Answer.Needed.class);
    assertThat(core.discard(enrolled)).isInstanceOf(Discard.Answer.Done.class);
    assertThat(core.discard(company)).isInstanceOf(Discard.Answer.Done.class);
  }

  @Test
  void a_field_that_was_set_twice_goes_back_step_by_step() {
    RowKey ana = prospect("ana@b.io");
    assertThat(core.nextPush(now)).isPresent();
    UUID acme = patch(ana, "company", "Acme");
    patch(ana, "jobTitle", "CTO");
    now = now.plus(Duration.ofHours(1));
    patch(ana, "company", "Apex");
    UUID apex = newest();
    assertThat(core.discard(apex)).isInstanceOf(Discard.Answer.Done.class);
    assertThat(row(ana).orElseThrow().text("company")).contains("Acme");
    assertThat(acme).isNotEqualTo(apex);
  }

  @Test
  void taking_back_the_making_of_a_row_that_was_merged_leaves_the_one_that_it_became() {
    Desk bo = new Desk(server, ids::next, new UserId(ids.next()));
    Desk cy = new Desk(server, ids::next, new UserId(ids.next()));
    RowKey first = new RowKey(Entity.PROSPECT, ids.next());
    RowKey second = new RowKey(Entity.PROSPECT, ids.next());
    assertThat(bo.edit(new Change.Create(first, fields("email", "a@b.io")), now)).isNotNull();
    assertThat(cy.edit(new Change.Create(second, fields("email", "a@b.io")), now)).isNotNull();
    bo.sync(now);
    cy.sync(now);
    assertThat(seen(cy, first)).isPresent();
    Change undo = new Change.Delete(second, OptionalLong.empty());
    assertThat(cy.edit(undo, now)).isNotNull();
    cy.sync(now);
    bo.sync(now);
    assertThat(seen(cy, first)).as("the survivor").isPresent();
    assertThat(seen(bo, first)).as("the survivor").isPresent();
  }

  @Test
  void two_prospects_are_made_one_and_what_somebody_still_writes_on_the_other_finds_it() {
    Desk bo = new Desk(server, ids::next, new UserId(ids.next()));
    Desk cy = new Desk(server, ids::next, new UserId(ids.next()));
    RowKey stays = new RowKey(Entity.PROSPECT, ids.next());
    RowKey goes = new RowKey(Entity.PROSPECT, ids.next());
    bo.edit(new Change.Create(stays, fields("email", "a@b.io", "company", "Acme")), now);
    bo.edit(
        new Change.Create(goes, fields("email", "a@c.io", "company", "X", "jobTitle", "CTO")), now);
    bo.sync(now);
    cy.sync(now);
    Doc old = seen(cy, goes).orElseThrow();
    bo.edit(new ProspectCommand.Merge(goes.id(), stays.id()), now);
    assertThat(seen(bo, goes)).as("at once").isEmpty();
    assertThat(seen(bo, stays).orElseThrow().text("jobTitle")).contains("CTO");
    bo.sync(now);
    cy.edit(RowPatch.of(old, ValueJson.object("{\"firstName\":\"Ana\"}")), now);
    cy.sync(now);
    bo.sync(now);
    for (Desk desk : List.of(bo, cy)) {
      assertThat(seen(desk, goes)).isEmpty();
      Doc one = seen(desk, stays).orElseThrow();
      assertThat(one.text("company")).as("the first one's").contains("Acme");
      assertThat(one.text("jobTitle")).contains("CTO");
      assertThat(one.text("firstName")).contains("Ana");
    }
  }

  private static Optional<Doc> seen(Desk desk, RowKey key) {
    return desk.store().read(tx -> tx.visible(key));
  }

  private RowKey prospect(String email) {
    RowKey key = new RowKey(Entity.PROSPECT, ids.next());
    edit(new Change.Create(key, fields("email", email)));
    return key;
  }

  private UUID patch(RowKey key, String field, String value) {
    String json = "{\"%s\":\"%s\"}".formatted(field, value);
    return edit(RowPatch.of(row(key).orElseThrow(), ValueJson.object(json)));
  }

  private UUID edit(Change change) {
    return core.submit(change, new Actor.Member(user, Role.USER, user.value()), now);
  }

  private UUID newest() {
    return store.<UUID>read(tx -> tx.newestPending().orElseThrow().mutation().id());
  }

  private Optional<Doc> row(RowKey key) {
    return store.read(tx -> tx.visible(key));
  }

  private static SortedMap<String, Value> fields(String... pairs) {
    SortedMap<String, Value> fields = new TreeMap<>();
    for (int i = 0; i < pairs.length; i += 2) {
      fields.put(pairs[i], Value.text(pairs[i + 1]));
    }
    return fields;
  }
}
