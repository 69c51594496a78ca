package com.salescopilot.desktop.store;

import static org.assertj.core.api.Assertions.assertThat;

import com.salescopilot.model.client.PullPage;
import com.salescopilot.model.entity.RowKey;
import com.salescopilot.model.entity.StreamKind;
import com.salescopilot.model.protocol.Cursor;
import com.salescopilot.model.protocol.PullLine;
import com.salescopilot.model.sync.RowPatch;
import com.salescopilot.model.value.ValueJson;
import java.nio.file.Path;
import java.util.ArrayList;
import java.util.List;
import java.util.Map;
import java.util.Optional;
import java.util.Set;
import java.util.stream.Stream;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.api.io.TempDir;

/// A reading from the beginning over rows that are there already: what the server does not show is
/// gone, even if the answer was torn and another one went on.
final class FullReadingTest {
  private static final RowKey FIRST = StoreFixture.prospect();
  private static final RowKey SECOND = StoreFixture.prospect();
  private static final RowKey GONE = StoreFixture.prospect();
  private static final Set<StreamKind> WS = Set.of(StreamKind.WS);

  @TempDir Path directory;

  @Test
  void what_is_not_shown_is_gone() {
    try (SqliteStore store = before()) {
      take(store, page(WS, 8, false, FIRST, SECOND));
      assertThat(left(store)).containsExactly(FIRST, SECOND);
    }
  }

  @Test
  void an_answer_that_goes_on_after_a_torn_one_ends_the_reading() {
    try (SqliteStore store = before()) {
      take(store, page(WS, 5, true, FIRST));
      assertThat(left(store)).containsExactly(FIRST, SECOND, GONE);
    }
    try (SqliteStore store = new StoreFixture(directory).open()) {
      take(store, page(Set.of(), 8, false, SECOND));
      assertThat(left(store)).containsExactly(FIRST, SECOND);
    }
  }

  @Test
  void a_reading_that_begins_again_forgets_what_the_first_one_saw() {
    try (SqliteStore store = before()) {
      take(store, page(WS, 5, true, FIRST, GONE));
      take(store, page(WS, 8, false, FIRST, SECOND));
      assertThat(left(store)).containsExactly(FIRST, SECOND);
    }
  }

  @Test
  void a_row_made_here_meanwhile_stays() {
    try (SqliteStore store = before()) {
      RowKey mine = StoreFixture.prospect();
      StoreFixture.submit(store, StoreFixture.create(mine, "mine@b.io"));
      take(store, page(WS, 8, false, FIRST, SECOND));
      assertThat(left(store)).containsExactly(FIRST, SECOND, mine);
    }
  }

  @Test
  void a_first_reading_keeps_what_was_edited_and_made_while_it_went_on() {
    RowKey mine = StoreFixture.prospect();
    try (SqliteStore store = new StoreFixture(directory).open()) {
      take(store, page(WS, 5, true, FIRST, GONE));
      StoreFixture.submit(
          store,
          RowPatch.of(store.row(FIRST).orElseThrow(), ValueJson.object("{\"company\":\"B\"}")));
      StoreFixture.submit(store, StoreFixture.create(mine, "mine@b.io"));
    }
    try (SqliteStore store = new StoreFixture(directory).open()) {
      take(store, page(Set.of(), 8, false, SECOND, GONE));
      assertThat(left(store)).containsExactly(FIRST, SECOND, GONE, mine);
      assertThat(store.row(FIRST).orElseThrow().text("company")).contains("B");
      assertThat(store.row(GONE).orElseThrow().rev()).isEqualTo(8);
      assertThat(store.prospectsWithEmail("a@b.io")).hasSize(3);
      take(store, page(WS, 9, false, SECOND));
      assertThat(left(store)).containsExactly(SECOND, mine);
    }
  }

  @Test
  void a_row_that_is_deleted_while_a_first_reading_goes_on_is_gone_at_its_end() {
    try (SqliteStore store = new StoreFixture(directory).open()) {
      take(store, page(WS, 5, true, FIRST, GONE));
      PullPage rest = page(Set.of(), 8, false, SECOND);
      List<PullLine> lines = new ArrayList<>(rest.lines());
      lines.add(new PullLine.Gone(GONE, 7));
      take(
          store,
          new PullPage(
              Set.of(),
              lines,
              new PullLine.End(rest.end().cursors(), lines.size(), rest.end().acked(), false)));
      assertThat(left(store)).containsExactly(FIRST, SECOND);
    }
  }

  private SqliteStore before() {
    SqliteStore store = new StoreFixture(directory).open();
    take(store, page(Set.of(), 3, false, FIRST, SECOND, GONE));
    return store;
  }

  private static void take(SqliteStore store, PullPage page) {
    StoreFixture.core(store).onPage(page);
  }

  private static PullPage page(Set<StreamKind> full, long rev, boolean more, RowKey... rows) {
    List<PullLine> lines =
        Stream.of(rows)
            .<PullLine>map(
                key -> new PullLine.Row(StoreFixture.row(key, rev, Map.of("email", "a@b.io"))))
            .toList();
    return new PullPage(
        full,
        lines,
        new PullLine.End(
            Map.of(StreamKind.WS, new Cursor(rev, "t")), lines.size(), Optional.empty(), more));
  }

  private static List<RowKey> left(SqliteStore store) {
    return store.page(FIRST.entity(), Search.of(""), 10, 0).items().stream()
        .map(row -> row.key())
        .toList();
  }
}
