package com.salescopilot.desktop.store;

import static org.assertj.core.api.Assertions.assertThat;

import com.salescopilot.model.client.PullPage;
import com.salescopilot.model.entity.RowKey;
import com.salescopilot.model.entity.StreamKind;
import com.salescopilot.model.protocol.Cursor;
import com.salescopilot.model.protocol.PullLine;
import java.nio.file.Path;
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
