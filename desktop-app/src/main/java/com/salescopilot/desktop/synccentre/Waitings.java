package com.salescopilot.desktop.synccentre;

import com.salescopilot.desktop.store.SqliteStore;
import com.salescopilot.desktop.ui.Texts;
import com.salescopilot.model.client.Discard;
import com.salescopilot.model.client.OutboxEntry;
import com.salescopilot.model.sync.Change;
import java.util.ArrayList;
import java.util.List;

/// The changes that the server has not confirmed, in words.
final class Waitings {
  private final SqliteStore store;
  private final Texts texts;
  private final Moments moments;
  private final RowNames rows;
  private final ChangeWords changes;

  Waitings(SqliteStore store, Texts texts, Moments moments) {
    this.store = store;
    this.texts = texts;
    this.moments = moments;
    this.rows = new RowNames(store, texts);
    this.changes = new ChangeWords(rows, texts);
  }

  /// The first of them, in order.
  List<WaitingChange> first(int most) {
    List<OutboxEntry> entries = store.outbox(most);
    List<WaitingChange> all = new ArrayList<>();
    for (int i = 0; i < entries.size(); i++) {
      all.add(waiting(entries.get(i), entries.subList(i + 1, entries.size())));
    }
    return all;
  }

  /// A change and its row, in one breath.
  String words(Change change) {
    return texts.get(getClass(), "waiting.words", rows.of(change.target()), changes.of(change));
  }

  private WaitingChange waiting(OutboxEntry entry, List<OutboxEntry> later) {
    Change change = entry.mutation().change();
    return new WaitingChange(
        entry.mutation().id(),
        change.target(),
        changes.of(change),
        rows.of(change.target()),
        changes.lines(change),
        moments.ago(entry.stamp().editedAt()),
        entry.sealed(),
        entry.sealed() ? texts.get(getClass(), "discard.left") : obstacle(change, later),
        store.row(change.target()).flatMap(_ -> Places.of(change.target(), store)));
  }

  private String obstacle(Change change, List<OutboxEntry> later) {
    return later.stream()
        .map(entry -> entry.mutation().change())
        .filter(next -> Discard.buildsOn(next, change))
        .findFirst()
        .map(this::needed)
        .orElse("");
  }

  /// Why something cannot be discarded that this change builds on.
  String needed(Change by) {
    return texts.get(getClass(), "discard.needed", words(by));
  }
}
