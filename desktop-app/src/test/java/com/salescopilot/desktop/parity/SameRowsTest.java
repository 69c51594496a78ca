package com.salescopilot.desktop.parity;

import static org.assertj.core.api.Assertions.assertThat;

import com.salescopilot.desktop.store.Account;
import com.salescopilot.desktop.store.Profile;
import com.salescopilot.desktop.store.SqliteStore;
import com.salescopilot.model.entity.Doc;
import com.salescopilot.model.entity.Entity;
import com.salescopilot.model.id.UuidV7;
import com.salescopilot.model.protocol.PullLine;
import com.salescopilot.model.sync.Role;
import com.salescopilot.model.value.CanonicalJson;
import com.salescopilot.model.value.Value;
import com.salescopilot.server.TestApi;
import com.salescopilot.server.db.Scope;
import com.salescopilot.server.db.TestDatabase;
import java.nio.file.Path;
import java.time.Instant;
import java.util.ArrayList;
import java.util.HashSet;
import java.util.List;
import java.util.Map;
import java.util.Random;
import java.util.Set;
import java.util.UUID;
import java.util.stream.LongStream;
import org.junit.jupiter.api.Order;
import org.junit.jupiter.api.extension.RegisterExtension;
import org.junit.jupiter.api.io.TempDir;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.MethodSource;

/// The same script, once over REST and once on a desk without a connection, leaves the same rows.
final class SameRowsTest {
  private static final Instant NOW = Instant.parse("2026-09-01T08:00:00Z");
  private static final int SCRIPTS = Integer.getInteger("parity.scripts", 12);
  private static final int STEPS = 60;
  private static final int BETWEEN_CONNECTIONS = 20;

  @Order(1)
  @RegisterExtension
  static final TestDatabase db = new TestDatabase();

  @Order(2)
  @RegisterExtension
  static final TestApi api = new TestApi(db, () -> NOW);

  @TempDir Path scratch;

  static LongStream seeds() {
    long first = Long.getLong("parity.seed", System.nanoTime());
    return LongStream.range(first, first + SCRIPTS);
  }

  @ParameterizedTest
  @MethodSource("seeds")
  void a_script_leaves_the_same_rows_over_rest_and_from_a_desk(long seed) {
    List<Step> script = Script.of(seed, STEPS);
    Set<Integer> effective = new HashSet<>();
    List<String> rest = overRest(script, effective);
    assertThat(onADesk(seed, script)).as("-Dparity.seed=" + seed).isEqualTo(rest);

    // the comparison sees a step that one side leaves out
    List<Step> spoilt = new ArrayList<>(script);
    spoilt.remove(effective.stream().mapToInt(i -> i).max().orElseThrow());
    assertThat(onADesk(seed, spoilt)).as("spoilt -Dparity.seed=" + seed).isNotEqualTo(rest);
  }

  /// @param effective is told the steps that changed something
  private List<String> overRest(List<Step> script, Set<Integer> effective) {
    Scope scope = db.newWorkspace();
    OverRest rest = new OverRest(api, scope);
    List<String> rows = List.of();
    for (int i = 0; i < script.size(); i++) {
      rest.take(script.get(i));
      List<String> after =
          i < script.size() - BETWEEN_CONNECTIONS ? rows : named(scope, rest.ids());
      if (!after.equals(rows)) {
        effective.add(i);
      }
      rows = after;
    }
    return rows;
  }

  private List<String> onADesk(long seed, List<Step> script) {
    Scope scope = db.newWorkspace();
    UuidV7 ids = new UuidV7(() -> NOW, new Random(seed));
    Account account =
        new Account(
            "http://127.0.0.1:1", scope.user(), scope.workspace(), "a@b.io", "A", "B", Role.USER);
    try (Profile profile =
            Profile.open(scratch.resolve(UUID.randomUUID().toString()), () -> NOW, ids::next);
        SqliteStore store = profile.store(account)) {
      OnADesk desk = new OnADesk(store, api.streams(), scope, ids::next, NOW);
      for (int i = 0; i < script.size(); i++) {
        desk.take(script.get(i));
        if (i % BETWEEN_CONNECTIONS == BETWEEN_CONNECTIONS - 1) {
          desk.connect();
        }
      }
      desk.connect();
      assertThat(desk.pending()).isZero();
      for (Doc row : rows(scope)) {
        assertThat(store.row(row.key())).contains(row);
      }
      return named(scope, desk.ids());
    }
  }

  private static List<Doc> rows(Scope scope) {
    return api
        .streams()
        .pull(scope, TestDatabase.pull(UUID.randomUUID(), Map.of()))
        .page()
        .lines()
        .stream()
        .filter(PullLine.Row.class::isInstance)
        .map(line -> ((PullLine.Row) line).row())
        .toList();
  }

  /// All rows but conflicts, in canonical form, with names for ids. A template's revision counts
  /// what was published, and edits that wait for a connection are published as one.
  private static List<String> named(Scope scope, Map<String, String> ids) {
    return rows(scope).stream()
        .filter(row -> row.entity() != Entity.CONFLICT)
        .map(row -> named(row, scope, ids))
        .sorted()
        .toList();
  }

  /// Over REST nobody ever has the id of a prospect that was merged at once.
  private static String id(Doc row) {
    return row.entity() == Entity.PROSPECT_ALIAS ? "" : row.id() + " ";
  }

  private static String named(Doc row, Scope scope, Map<String, String> ids) {
    String text = row.entity() + " " + id(row) + CanonicalJson.of(new Value.Fields(row.fields()));
    for (Map.Entry<String, String> id : ids.entrySet()) {
      text = text.replace(id.getValue(), "@" + id.getKey());
    }
    return text.replace(scope.user().toString(), "@me")
        .replaceAll("[0-9a-f]{8}(?:-[0-9a-f]{4}){3}-[0-9a-f]{12}", "«id»")
        .replaceAll("\"revision\":[0-9]+", "«times published»")
        .replaceAll("\"contentHash\":\"[0-9a-f]{32}\"", "«hash of ids»");
  }
}
