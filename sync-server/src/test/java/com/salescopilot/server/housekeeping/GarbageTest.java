package com.salescopilot.server.housekeeping;

import static org.assertj.core.api.Assertions.assertThat;

import com.salescopilot.model.client.ClientCore;
import com.salescopilot.model.client.MapClientStore;
import com.salescopilot.model.client.PullPage;
import com.salescopilot.model.entity.Entity;
import com.salescopilot.model.entity.RowKey;
import com.salescopilot.model.entity.StreamKind;
import com.salescopilot.model.id.UuidV7;
import com.salescopilot.model.id.WorkspaceId;
import com.salescopilot.model.protocol.PullLine;
import com.salescopilot.model.protocol.PullRequest;
import com.salescopilot.model.server.PullPages;
import com.salescopilot.model.sync.Actor;
import com.salescopilot.model.sync.Change;
import com.salescopilot.model.sync.Role;
import com.salescopilot.model.value.Value;
import com.salescopilot.server.db.Args;
import com.salescopilot.server.db.Scope;
import com.salescopilot.server.db.Statements;
import com.salescopilot.server.db.TestDatabase;
import com.salescopilot.server.stream.Heads;
import com.salescopilot.server.stream.RowTables;
import com.salescopilot.server.stream.Streams;
import java.time.Clock;
import java.time.Instant;
import java.time.InstantSource;
import java.util.ArrayList;
import java.util.List;
import java.util.Map;
import java.util.Optional;
import java.util.OptionalLong;
import java.util.Random;
import java.util.Set;
import java.util.TreeMap;
import java.util.UUID;
import org.junit.jupiter.api.BeforeEach;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.api.extension.RegisterExtension;

/// What the server forgets, and who notices.
final class GarbageTest {
  @RegisterExtension static final TestDatabase db = new TestDatabase();

  private static final int OLD = 401;

  private final Statements statements = Statements.load(GarbageTest.class);
  private final UuidV7 ids = new UuidV7(Clock.systemUTC(), new Random(5));
  private Scope scope = Scope.ofSystem(new WorkspaceId(new UUID(0, 0)));
  private final Streams streams =
      new Streams(
          db.database(),
          new RowTables(),
          List.of(),
          TestDatabase.tags(),
          new Heads(),
          ids::next,
          Clock.systemUTC());

  @BeforeEach
  void a_workspace() {
    scope = db.newWorkspace();
  }

  /// A client with its rows in memory.
  private final class Client {
    private final MapClientStore store = new MapClientStore(UUID.randomUUID());
    private final ClientCore core = new ClientCore(store, ids::next);
    private Set<StreamKind> full = Set.of();

    void pull() {
      PullRequest request = core.pullRequest(0);
      Streams.FirstPage first = streams.pull(scope, request);
      full = first.full();
      Optional<PullPages.Page> page = Optional.of(first.page());
      Set<StreamKind> begins = full;
      while (page.isPresent()) {
        PullLine.End end = page.get().end();
        core.onPage(new PullPage(first.epoch(), begins, page.get().lines(), end));
        begins = Set.of();
        page =
            end.more()
                ? streams.pullOn(scope, request.device(), end.revs(), first)
                : Optional.empty();
      }
    }

    Set<RowKey> rows() {
      return Set.copyOf(store.rows().keySet());
    }
  }

  @Test
  void a_client_that_was_away_for_very_long_reads_everything_again_and_has_what_others_have() {
    List<UUID> people = create(40);
    List<UUID> drafts = drafts(3);
    Client away = new Client();
    Client here = new Client();
    away.pull();
    here.pull();
    delete(Entity.PROSPECT, people.subList(0, 30));
    delete(Entity.EMAIL_DRAFT, drafts.subList(0, 1));
    here.pull();
    age("ageRemovals", OLD);
    age("ageCommits", OLD);
    create(2);

    assertThat(garbage(5_000).forget().removals()).isEqualTo(31);
    assertThat(count("commits", true)).as("those at the floor and above it").isEqualTo(2);
    assertThat(count("removals", true) + count("removals", false)).isZero();

    here.pull();
    assertThat(here.full).isEmpty();
    away.pull();
    assertThat(away.full).containsExactlyInAnyOrder(StreamKind.WS, StreamKind.ME);
    assertThat(away.rows()).hasSize(10 + 2 + 2).isEqualTo(here.rows());
    away.pull();
    assertThat(away.full).isEmpty();
  }

  @Test
  void a_client_that_has_read_to_the_floor_goes_on_from_there() {
    List<UUID> people = create(2);
    delete(Entity.PROSPECT, people.subList(0, 1));
    Client client = new Client();
    client.pull();
    age("ageRemovals", OLD);
    garbage(5_000).forget();
    create(1);
    client.pull();
    assertThat(client.full).isEmpty();
    assertThat(client.rows()).hasSize(2);
  }

  @Test
  void everything_old_goes_a_batch_at_a_time_and_the_rest_stays() {
    delete(Entity.PROSPECT, create(25));
    age("ageRemovals", OLD);
    age("ageMutations", OLD, "create");
    List<UUID> later = create(4);
    delete(Entity.PROSPECT, later.subList(0, 2));

    Garbage.Forgotten forgotten = garbage(10).forget();

    assertThat(forgotten).isEqualTo(new Garbage.Forgotten(25, 0, 0, 25));
    assertThat(count("removals", true)).isEqualTo(2);
    assertThat(count("trash", true)).isEqualTo(2);
    assertThat(mutations("create")).isEqualTo(4);
    assertThat(mutations("delete")).isEqualTo(27);
    assertThat(garbage(10).forget()).isEqualTo(new Garbage.Forgotten(0, 0, 0, 0));
  }

  @Test
  void what_was_deleted_a_month_ago_cannot_be_restored_any_more_but_is_still_known_as_deleted() {
    delete(Entity.PROSPECT, create(3));
    age("ageRemovals", 31);

    assertThat(garbage(2).forget()).isEqualTo(new Garbage.Forgotten(0, 0, 3, 0));
    assertThat(count("removals", true)).isEqualTo(3);
    assertThat(count("trash", true)).isZero();
    assertThat(count("floor", true)).isZero();
  }

  @Test
  void the_floor_has_risen_before_the_first_removal_is_forgotten() {
    Client away = new Client();
    List<UUID> people = create(30);
    away.pull();
    delete(Entity.PROSPECT, people);
    age("ageRemovals", OLD);
    List<Long> floors = new ArrayList<>();
    garbage(7)
        .forget(
            () -> {
              if (count("removals", true) < 30) {
                floors.add(count("floor", true));
              }
            });
    assertThat(floors).hasSizeGreaterThan(4).doesNotContain(0L);
    assertThat(Set.copyOf(floors)).hasSize(1);
    away.pull();
    assertThat(away.rows()).isEmpty();
  }

  @Test
  void a_request_is_known_by_its_key_for_a_month() {
    for (int days : List.of(29, 31, 40)) {
      Args request = Args.of("ws", scope.workspace()).and("id", ids.next()).and("days", days);
      exec("keepRequest", request);
    }
    garbage(1).forget();
    assertThat(count("requests", Args.of("ws", scope.workspace()))).isEqualTo(1);
  }

  @Test
  void a_code_is_known_for_a_month_after_its_end_and_an_act_for_four_hundred_days() {
    Args ws = Args.of("ws", scope.workspace());
    for (int days : List.of(29, 31, 40)) {
      exec("keepCode", ws.and("id", ids.next()).and("days", days));
    }
    for (int days : List.of(OLD - 2, OLD, OLD + 1)) {
      exec("keepAct", ws.and("days", days));
    }
    garbage(1).forget();
    assertThat(count("codes", ws)).isEqualTo(1);
    assertThat(count("acts", ws)).isEqualTo(1);
  }

  @Test
  void a_session_is_known_for_a_month_after_its_end_and_its_tokens_as_long_as_itself() {
    List<UUID> ended = List.of(ids.next(), ids.next(), ids.next(), ids.next());
    openSession(ended.get(0), -1, 29);
    openSession(ended.get(1), -1, 31);
    openSession(ended.get(2), 29, -1);
    openSession(ended.get(3), 31, -1);
    UUID open = ids.next();
    openSession(open, -1, -1);

    garbage(1).forget();

    Args user = Args.of("user", scope.user());
    assertThat(count("sessions", user)).as("two that ended of late, and the open one").isEqualTo(3);
    assertThat(count("tokens", user)).isEqualTo(3);
    assertThat(count("openSessions", user)).isEqualTo(1);
  }

  /// A session with a token that was used.
  ///
  /// @param revoked how many days ago somebody ended it; negative: nobody did
  /// @param expired how many days ago it would have ended by itself; negative: it is not so far
  private void openSession(UUID id, int revoked, int expired) {
    Args session = Args.of("id", id).and("user", scope.user()).and("ws", scope.workspace());
    exec("keepSession", session.and("revoked", revoked).and("expired", expired));
    exec("keepToken", Args.of("id", id).and("expired", expired));
  }

  @Test
  void it_is_done_once_a_night() {
    MovingClock clock = new MovingClock(Instant.parse("2026-11-28T20:00:00Z"));
    List<Instant> nights = new ArrayList<>();
    Nightly nightly = new Nightly(() -> nights.add(clock.instant()), clock);
    for (int i = 0; i < 6 * 48; i++) {
      clock.now = clock.now.plus(nightly.look());
    }
    assertThat(nights)
        .containsExactly(
            Instant.parse("2026-11-29T02:00:00Z"), Instant.parse("2026-11-30T02:00:00Z"));
  }

  private static final class MovingClock implements InstantSource {
    private Instant now;

    MovingClock(Instant now) {
      this.now = now;
    }

    @Override
    public Instant instant() {
      return now;
    }
  }

  private Garbage garbage(int most) {
    return new Garbage(db.database(), Clock.systemUTC(), most);
  }

  private List<UUID> create(int many) {
    List<UUID> made = new ArrayList<>();
    List<Change> changes = new ArrayList<>();
    for (int i = 0; i < many; i++) {
      UUID id = ids.next();
      made.add(id);
      changes.add(
          new Change.Create(
              new RowKey(Entity.PROSPECT, id),
              new TreeMap<>(Map.of("email", Value.text("p" + id + "@b.example")))));
    }
    write(changes);
    return made;
  }

  private List<UUID> drafts(int many) {
    List<UUID> made = new ArrayList<>();
    for (int i = 0; i < many; i++) {
      UUID id = ids.next();
      made.add(id);
      write(
          List.of(
              new Change.Create(
                  new RowKey(Entity.EMAIL_DRAFT, id),
                  new TreeMap<>(Map.of("subject", Value.text("Hello"))))));
    }
    return made;
  }

  /// Each in a commit of its own, so that each has a rev of its own.
  private void delete(Entity entity, List<UUID> rows) {
    for (UUID id : rows) {
      write(List.of(new Change.Delete(new RowKey(entity, id), OptionalLong.empty())));
    }
  }

  private void write(List<Change> changes) {
    streams.write(scope, new Actor.Member(scope.user(), Role.ADMIN, scope.user().value()), changes);
  }

  private void age(String statement, int days) {
    for (boolean shared : List.of(true, false)) {
      exec(statement, owner(shared).and("days", days));
    }
  }

  private void age(String statement, int days, String op) {
    exec(statement, owner(true).and("days", days).and("op", op));
  }

  private void exec(String statement, Args args) {
    db.database().inWorkspace(scope, tx -> tx.exec(statements.get(statement), args));
  }

  private long count(String statement, boolean shared) {
    return count(statement, owner(shared));
  }

  private long mutations(String op) {
    return count("mutations", owner(true).and("op", op));
  }

  private long count(String statement, Args args) {
    return db.database()
        .inWorkspace(scope, tx -> tx.one(statements.get(statement), args, row -> row.whole("n")));
  }

  private Args owner(boolean shared) {
    return Args.of("ws", scope.workspace())
        .and("owner", shared ? scope.workspace().value() : scope.user().value());
  }
}
