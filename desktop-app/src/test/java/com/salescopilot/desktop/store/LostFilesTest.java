package com.salescopilot.desktop.store;

import static org.assertj.core.api.Assertions.assertThat;

import com.salescopilot.model.client.ClientCore;
import com.salescopilot.model.client.PullPage;
import com.salescopilot.model.entity.Doc;
import com.salescopilot.model.entity.Entity;
import com.salescopilot.model.entity.RowKey;
import com.salescopilot.model.protocol.PullLine;
import com.salescopilot.model.protocol.PullRequest;
import com.salescopilot.model.protocol.PushReply;
import com.salescopilot.model.protocol.PushRequest;
import com.salescopilot.model.server.PullPages;
import com.salescopilot.model.sync.Actor;
import com.salescopilot.model.sync.Role;
import com.salescopilot.model.sync.RowPatch;
import com.salescopilot.model.value.ValueJson;
import com.salescopilot.server.TestApi;
import com.salescopilot.server.db.Scope;
import com.salescopilot.server.db.TestDatabase;
import com.salescopilot.server.stream.ChainBroken;
import com.salescopilot.server.stream.Streams;
import java.io.IOException;
import java.nio.file.Files;
import java.nio.file.Path;
import java.util.ArrayList;
import java.util.HashSet;
import java.util.List;
import java.util.Map;
import java.util.Optional;
import java.util.Set;
import java.util.UUID;
import org.junit.jupiter.api.BeforeEach;
import org.junit.jupiter.api.Order;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.api.extension.RegisterExtension;
import org.junit.jupiter.api.io.TempDir;

/// A client loses files, or gets old ones back, and comes to its server again: SQLite and
/// PostgreSQL are real. Ten edits were confirmed, ten wait.
final class LostFilesTest {
  private static final int EDITS = 10;

  @Order(1)
  @RegisterExtension
  static final TestDatabase db = new TestDatabase();

  @Order(2)
  @RegisterExtension
  static final TestApi api = new TestApi(db, () -> StoreFixture.NOW);

  @TempDir Path temporary;
  private Scope scope = Scope.ofSystem(StoreFixture.ANNA.workspace());
  private StoreFixture desk = new StoreFixture(Path.of("unused"));
  private final List<RowKey> confirmed = new ArrayList<>();
  private final List<RowKey> waiting = new ArrayList<>();

  @BeforeEach
  void work() {
    scope = db.newWorkspace();
    desk = new StoreFixture(temporary.resolve("desk"));
    confirmed.addAll(create(desk));
    connect(desk);
    waiting.addAll(create(desk));
  }

  @Test
  void without_the_database_nothing_is_lost() throws IOException {
    Files.delete(desk.files().database());
    connect(desk);
    assertEverybodyHas(confirmed, waiting);
  }

  @Test
  void without_the_journal_nothing_is_lost() throws IOException {
    Files.delete(desk.files().journal());
    connect(desk);
    assertEverybodyHas(confirmed, waiting);
  }

  @Test
  void without_both_everything_confirmed_comes_back_from_the_server() throws IOException {
    Files.delete(desk.files().database());
    Files.delete(desk.files().journal());
    connect(desk);
    assertEverybodyHas(confirmed);
  }

  @Test
  void an_older_copy_of_the_files_joins_again_and_nothing_is_done_twice() {
    StoreFixture old = desk.crashed(); // the ten edits wait in the copy too
    connect(desk);
    edit(desk, confirmed.getFirst(), "after the copy");
    connect(desk);

    desk = old;
    edit(desk, confirmed.getLast(), "with the old files");
    connect(desk);
    assertEverybodyHas(confirmed, waiting);
    assertThat(company(confirmed.getFirst())).contains("after the copy");
    assertThat(company(confirmed.getLast())).contains("with the old files");
    assertThat(pull().stream().filter(row -> row.entity() == Entity.CONFLICT)).isEmpty();
  }

  private List<RowKey> create(StoreFixture files) {
    List<RowKey> made = new ArrayList<>();
    try (SqliteStore store = files.open()) {
      for (int i = 0; i < EDITS; i++) {
        RowKey key = StoreFixture.prospect();
        made.add(key);
        UUID _ = StoreFixture.submit(store, StoreFixture.create(key, key.id() + "@b.example"));
      }
    }
    return made;
  }

  private static void edit(StoreFixture files, RowKey key, String company) {
    try (SqliteStore store = files.open()) {
      UUID _ =
          StoreFixture.submit(
              store,
              RowPatch.of(
                  store.row(key).orElseThrow(),
                  ValueJson.object("{\"company\":\"%s\"}".formatted(company))));
    }
  }

  /// Starts the program on the files, and says and hears everything.
  private void connect(StoreFixture files) {
    try (SqliteStore store = files.open()) {
      ClientCore core = StoreFixture.core(store);
      for (int round = 0; round < 3; round++) {
        for (Optional<PushRequest> next = core.nextPush(StoreFixture.NOW);
            next.isPresent();
            next = core.nextPush(StoreFixture.NOW)) {
          core.onPushReply(push(PushRequest.parse(next.get().json())));
        }
        pull(core);
      }
      assertThat(core.pending()).isZero();
    }
  }

  private PushReply push(PushRequest request) {
    Actor.Member author = new Actor.Member(scope.user(), Role.USER, request.device());
    try {
      return new PushReply.Through(api.streams().push(scope, author, request));
    } catch (ChainBroken e) {
      return new PushReply.Broken(e.last());
    }
  }

  private void pull(ClientCore core) {
    PullRequest request = PullRequest.parse(core.pullRequest(0).json());
    Streams.FirstPage first = api.streams().pull(scope, request);
    PullPages.Page page = first.page();
    assertThat(page.end().more()).isFalse();
    List<RowKey> _ =
        core.onPage(new PullPage(first.epoch(), first.full(), page.lines(), page.end()));
  }

  @SafeVarargs
  private void assertEverybodyHas(List<RowKey>... keys) {
    Set<RowKey> all = new HashSet<>();
    for (List<RowKey> some : keys) {
      all.addAll(some);
    }
    List<Doc> server = pull();
    assertThat(server.stream().map(Doc::key)).containsExactlyInAnyOrderElementsOf(all);
    StoreFixture laptop = new StoreFixture(temporary.resolve("laptop"));
    connect(laptop);
    for (StoreFixture files : List.of(desk, laptop)) {
      try (SqliteStore store = files.open()) {
        assertThat(store.page(Entity.PROSPECT, Search.of(""), 100, 0).items())
            .containsExactlyInAnyOrderElementsOf(server);
      }
    }
  }

  private Optional<String> company(RowKey key) {
    return pull().stream()
        .filter(row -> row.key().equals(key))
        .findFirst()
        .flatMap(row -> row.text("company"));
  }

  /// What somebody new is told.
  private List<Doc> pull() {
    return api
        .streams()
        .pull(scope, TestDatabase.pull(StoreFixture.id(), Map.of()))
        .page()
        .lines()
        .stream()
        .filter(PullLine.Row.class::isInstance)
        .map(line -> ((PullLine.Row) line).row())
        .toList();
  }
}
