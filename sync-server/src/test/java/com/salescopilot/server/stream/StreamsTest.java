package com.salescopilot.server.stream;

import static org.assertj.core.api.Assertions.assertThat;
import static org.assertj.core.api.Assertions.assertThatThrownBy;

import com.salescopilot.model.entity.Doc;
import com.salescopilot.model.entity.Entity;
import com.salescopilot.model.entity.RowKey;
import com.salescopilot.model.entity.StreamKind;
import com.salescopilot.model.id.UserId;
import com.salescopilot.model.id.UuidV7;
import com.salescopilot.model.id.WorkspaceId;
import com.salescopilot.model.protocol.ChainPosition;
import com.salescopilot.model.protocol.Cursor;
import com.salescopilot.model.protocol.PullLine;
import com.salescopilot.model.protocol.PushRequest;
import com.salescopilot.model.server.PullPages;
import com.salescopilot.model.server.RefusedException;
import com.salescopilot.model.server.StoredRow;
import com.salescopilot.model.sync.Actor;
import com.salescopilot.model.sync.Before;
import com.salescopilot.model.sync.Change;
import com.salescopilot.model.sync.Codec;
import com.salescopilot.model.sync.FieldPatch;
import com.salescopilot.model.sync.Mutation;
import com.salescopilot.model.sync.Outcome;
import com.salescopilot.model.sync.Result;
import com.salescopilot.model.sync.Role;
import com.salescopilot.model.value.Value;
import com.salescopilot.server.db.Scope;
import com.salescopilot.server.db.TestDatabase;
import com.salescopilot.server.db.Tx;
import java.time.Duration;
import java.time.Instant;
import java.time.InstantSource;
import java.util.ArrayList;
import java.util.List;
import java.util.Map;
import java.util.Optional;
import java.util.OptionalLong;
import java.util.Random;
import java.util.TreeMap;
import java.util.UUID;
import org.junit.jupiter.api.BeforeEach;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.api.extension.RegisterExtension;

/// The stream transaction on real PostgreSQL.
final class StreamsTest {
  @RegisterExtension static final TestDatabase db = new TestDatabase();

  private static final Instant NOW = Instant.parse("2026-09-01T08:00:00.123Z");
  private final InstantSource clock = () -> NOW;
  private final UuidV7 ids = new UuidV7(clock, new Random(7));
  private final RowTables tables = new RowTables();
  private final UUID laptop = UUID.randomUUID();
  private Scope scope = new Scope(new WorkspaceId(laptop), new UserId(laptop));
  private Streams streams = streams();

  @BeforeEach
  void a_workspace() {
    scope = db.newWorkspace();
    streams = streams();
  }

  private Streams streams() {
    return new Streams(
        db.database(), tables, List.of(), TestDatabase.tags(), new Heads(), ids::next, clock);
  }

  @Test
  void a_created_prospect_is_read_back_with_every_field() {
    UUID id = ids.next();
    write(prospect(id, "Ana@B.example", "firstName", "Ana", "company", "B"));

    Doc row = row(Entity.PROSPECT, id).orElseThrow();
    assertThat(row.text("email")).contains("Ana@B.example");
    assertThat(row.text("firstName")).contains("Ana");
    assertThat(row.instant("createdAt")).contains(NOW);
    assertThat(row.get("customFields")).contains(Value.Fields.none());
    assertThat(row.rev()).isEqualTo(1);
  }

  @Test
  void a_second_prospect_with_the_same_address_in_other_case_becomes_an_alias_of_the_first() {
    UUID first = ids.next();
    UUID second = ids.next();
    write(prospect(first, "ana@b.example"));
    write(prospect(second, "ANA@b.example", "lastName", "Diaz"));

    assertThat(row(Entity.PROSPECT, second)).isEmpty();
    assertThat(row(Entity.PROSPECT, first).orElseThrow().text("lastName")).contains("Diaz");
    assertThat(row(Entity.PROSPECT_ALIAS, second).orElseThrow().uuid("toId")).contains(first);
  }

  @Test
  void an_address_passes_from_one_prospect_to_another_in_one_commit() {
    UUID deleted = ids.next();
    UUID renamed = ids.next();
    write(prospect(deleted, "ana@b.example"));
    write(prospect(renamed, "bo@b.example"));
    Change rename =
        new Change.Patch(
            new RowKey(Entity.PROSPECT, renamed),
            new TreeMap<>(
                Map.of(
                    "email",
                    new FieldPatch.Whole(
                        Before.of(Optional.of(Value.text("bo@b.example"))),
                        Optional.of(Value.text("bob@b.example"))))));
    UUID before = new UUID(0, 1);
    UUID after = ids.next();
    streams.write(
        scope,
        member(),
        List.of(
            new Change.Delete(new RowKey(Entity.PROSPECT, deleted), OptionalLong.empty()),
            prospect(after, "ana@b.example"),
            rename,
            prospect(before, "bo@b.example")));
    assertThat(row(Entity.PROSPECT, after)).isPresent();
    assertThat(row(Entity.PROSPECT, before)).isPresent();
    assertThat(row(Entity.PROSPECT, renamed).orElseThrow().text("email")).contains("bob@b.example");
  }

  @Test
  void a_refused_change_takes_the_whole_write_back() {
    UUID id = ids.next();
    List<Change> changes =
        List.of(prospect(id, "ana@b.example"), prospect(ids.next(), "no address"));
    assertThatThrownBy(() -> streams.write(scope, member(), changes))
        .isInstanceOf(RefusedException.class);
    assertThat(row(Entity.PROSPECT, id)).isEmpty();
  }

  @Test
  void a_push_is_applied_in_order_and_its_repeat_changes_nothing() {
    UUID id = ids.next();
    PushRequest push =
        push(
            ChainPosition.START,
            prospect(id, "ana@b.example"),
            rename(id, Optional.empty(), "Ana"));
    ChainPosition reached = streams.push(scope, member(), push);
    assertThat(reached.seq()).isEqualTo(2);
    long head = page(Map.of()).end().revs().getOrDefault(StreamKind.WS, 0L);

    PushRequest again = new PushRequest(UUID.randomUUID(), ChainPosition.START, push.mutations());
    streams.push(scope, new Actor.Member(scope.user(), Role.ADMIN, again.device()), again);

    assertThat(row(Entity.PROSPECT, id).orElseThrow().text("firstName")).contains("Ana");
    assertThat(page(Map.of()).end().revs()).containsEntry(StreamKind.WS, head);
  }

  @Test
  void a_push_that_skips_a_part_of_the_chain_is_refused_with_the_place_that_was_reached() {
    PushRequest push = push(new ChainPosition(4, ids.next()), prospect(ids.next(), "a@b.example"));
    assertThatThrownBy(() -> streams.push(scope, member(), push))
        .isInstanceOfSatisfying(
            ChainBroken.class, e -> assertThat(e.last()).isEqualTo(ChainPosition.START));
  }

  @Test
  void a_refused_mutation_does_not_block_the_next_and_its_author_finds_it_as_a_conflict() {
    UUID id = ids.next();
    streams.push(
        scope,
        member(),
        push(ChainPosition.START, prospect(ids.next(), "no address"), prospect(id, "a@b.example")));

    assertThat(row(Entity.PROSPECT, id)).isPresent();
    List<Doc> conflicts = rows(page(Map.of()), Entity.CONFLICT);
    assertThat(conflicts).hasSize(1);
    assertThat(conflicts.getFirst().text("code")).contains("INVALID");
    assertThat(conflicts.getFirst().text("detail").orElse("")).contains("mail address");
  }

  @Test
  void a_mutation_that_the_server_fails_on_is_put_aside_and_the_ones_around_it_are_taken() {
    Streams brittle =
        new Streams(
            db.database(),
            tables,
            List.of(new Brittle()),
            TestDatabase.tags(),
            new Heads(),
            ids::next,
            clock);
    UUID before = ids.next();
    UUID after = ids.next();
    PushRequest push =
        push(
            ChainPosition.START,
            prospect(before, "a@b.example"),
            prospect(ids.next(), "poison@b.example"),
            prospect(after, "c@b.example"));
    assertThat(brittle.push(scope, member(), push).seq()).isEqualTo(3);

    assertThat(row(Entity.PROSPECT, before)).isPresent();
    assertThat(row(Entity.PROSPECT, after)).isPresent();
    List<Doc> conflicts = rows(page(Map.of()), Entity.CONFLICT);
    assertThat(conflicts).hasSize(1);
    assertThat(conflicts.getFirst().text("code")).contains("QUARANTINED");
  }

  /// Fails on one address, as a fault of ours would.
  private static final class Brittle implements CommitHook {
    @Override
    public boolean looksAtRows(Change change) {
      return false;
    }

    @Override
    public Optional<Outcome.Rejected> refusal(
        Tx tx, Scope scope, Mutation mutation, Result result) {
      return Optional.empty();
    }

    @Override
    public List<Change> entailed(Tx tx, Scope scope, Mutation mutation, Result result) {
      if (mutation.change() instanceof Change.Create create
          && Value.text("poison@b.example").equals(create.fields().get("email"))) {
        throw new IllegalStateException("brittle");
      }
      return List.of();
    }

    @Override
    public void written(Tx tx, Scope scope, List<StoredRow> rows) {}
  }

  @Test
  void the_loser_of_a_clash_finds_the_value_in_the_conflicts_of_its_own_stream() {
    UUID id = ids.next();
    write(prospect(id, "ana@b.example", "firstName", "Ana"));
    Scope colleague = db.newMember(scope);
    Actor.Member other = new Actor.Member(colleague.user(), Role.USER, UUID.randomUUID());
    streams.write(colleague, other, List.of(rename(id, text("Ana"), "Anna")));

    PushRequest late =
        new PushRequest(
            laptop, ChainPosition.START, List.of(item(1, 60_000, rename(id, text("Ana"), "Anne"))));
    streams.push(scope, member(), late);

    assertThat(row(Entity.PROSPECT, id).orElseThrow().text("firstName")).contains("Anna");
    Doc conflict = rows(page(Map.of()), Entity.CONFLICT).getFirst();
    assertThat(conflict.get("mine")).isEqualTo(text("Anne"));
    assertThat(conflict.get("theirs")).isEqualTo(text("Anna"));
    assertThat(conflict.uuid("theirsBy")).contains(colleague.user().value());
    assertThat(
            rows(
                streams.pull(colleague, TestDatabase.pull(UUID.randomUUID(), Map.of())).page(),
                Entity.CONFLICT))
        .isEmpty();
  }

  @Test
  void the_later_of_two_concurrent_edits_stands_and_the_earlier_author_is_told() {
    UUID id = ids.next();
    write(prospect(id, "ana@b.example", "firstName", "Ana"));
    Scope colleague = db.newMember(scope);
    UUID phone = UUID.randomUUID();
    streams.push(
        colleague,
        new Actor.Member(colleague.user(), Role.USER, phone),
        new PushRequest(
            phone, ChainPosition.START, List.of(item(1, 60_000, rename(id, text("Ana"), "Anna")))));

    write(rename(id, text("Ana"), "Anne"));

    assertThat(row(Entity.PROSPECT, id).orElseThrow().text("firstName")).contains("Anne");
    List<Doc> conflicts =
        rows(streams.pull(colleague, TestDatabase.pull(phone, Map.of())).page(), Entity.CONFLICT);
    assertThat(conflicts).hasSize(1);
    assertThat(conflicts.getFirst().get("mine")).isEqualTo(text("Anna"));
  }

  @Test
  void a_deleted_row_is_told_to_those_who_had_it_and_stays_in_the_trash() {
    UUID id = ids.next();
    write(prospect(id, "ana@b.example"));
    Map<StreamKind, Cursor> cursors = page(Map.of()).end().cursors();
    RowKey key = new RowKey(Entity.PROSPECT, id);
    write(new Change.Delete(key, OptionalLong.empty()));

    assertThat(page(cursors).lines()).containsExactly(new PullLine.Gone(key, 2));
    assertThat(page(Map.of()).lines()).isEmpty();

    write(new Change.Restore(key, new TreeMap<>(Map.of("email", Value.text("ana@b.example")))));
    assertThat(row(Entity.PROSPECT, id)).isPresent();
    assertThat(rows(page(cursors), Entity.PROSPECT)).hasSize(1);
    assertThat(page(cursors).lines()).hasSize(1);
  }

  @Test
  void a_stream_of_many_rows_is_read_in_pages_that_miss_nothing() {
    List<Change> changes = new ArrayList<>();
    for (int i = 0; i < 4_500; i++) {
      changes.add(prospect(ids.next(), "p" + i + "@many.example"));
    }
    streams.write(scope, member(), changes);

    Map<StreamKind, Cursor> cursors = Map.of();
    int seen = 0;
    int pages = 0;
    PullPages.Page page;
    do {
      page = page(cursors);
      cursors = page.end().cursors();
      seen += rows(page, Entity.PROSPECT).size();
      pages++;
    } while (page.end().more());
    assertThat(seen).isEqualTo(4_500);
    assertThat(pages).isGreaterThan(2);
  }

  @Test
  void a_wait_ends_when_something_was_committed_after_the_ticket_was_taken() {
    Heads heads = new Heads();
    Heads.Ticket before = heads.ticket(scope.workspace());
    heads.moved(scope.workspace());
    assertThat(before.await(Duration.ofSeconds(30))).isTrue();
    assertThat(heads.ticket(scope.workspace()).await(Duration.ofMillis(1))).isFalse();
  }

  private void write(Change change) {
    streams.write(scope, member(), List.of(change));
  }

  private Actor.Member member() {
    return new Actor.Member(scope.user(), Role.ADMIN, laptop);
  }

  private Optional<Doc> row(Entity entity, UUID id) {
    return db.database().inWorkspace(scope, tx -> tables.find(tx, scope, entity, id));
  }

  private PullPages.Page page(Map<StreamKind, Cursor> cursors) {
    return streams.pull(scope, TestDatabase.pull(laptop, cursors)).page();
  }

  private static List<Doc> rows(PullPages.Page page, Entity entity) {
    List<Doc> rows = new ArrayList<>();
    for (PullLine line : page.lines()) {
      if (line instanceof PullLine.Row(Doc row) && row.entity() == entity) {
        rows.add(row);
      }
    }
    return rows;
  }

  private PushRequest push(ChainPosition after, Change... changes) {
    List<PushRequest.Item> items = new ArrayList<>();
    for (Change change : changes) {
      items.add(item(after.seq() + items.size() + 1, 10, change));
    }
    return new PushRequest(laptop, after, items);
  }

  private PushRequest.Item item(long seq, long age, Change change) {
    return new PushRequest.Item(seq, ids.next(), age, Codec.write(change));
  }

  private static Change prospect(UUID id, String email, String... more) {
    TreeMap<String, Value> fields = new TreeMap<>(Map.of("email", Value.text(email)));
    for (int i = 0; i < more.length; i += 2) {
      fields.put(more[i], Value.text(more[i + 1]));
    }
    return new Change.Create(new RowKey(Entity.PROSPECT, id), fields);
  }

  private static Change rename(UUID id, Optional<Value> was, String now) {
    return new Change.Patch(
        new RowKey(Entity.PROSPECT, id),
        new TreeMap<>(Map.of("firstName", new FieldPatch.Whole(new Before.Known(was), text(now)))));
  }

  private static Optional<Value> text(String text) {
    return Optional.of(Value.text(text));
  }
}
