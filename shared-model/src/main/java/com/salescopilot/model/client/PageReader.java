package com.salescopilot.model.client;

import com.salescopilot.model.entity.Doc;
import com.salescopilot.model.entity.Entity;
import com.salescopilot.model.entity.RowKey;
import com.salescopilot.model.entity.StreamKind;
import com.salescopilot.model.protocol.ChainPosition;
import com.salescopilot.model.protocol.PullLine;
import com.salescopilot.model.sync.Change;
import com.salescopilot.model.sync.Erased;
import com.salescopilot.model.sync.Fold;
import java.util.ArrayList;
import java.util.EnumSet;
import java.util.HashSet;
import java.util.LinkedHashSet;
import java.util.List;
import java.util.Optional;
import java.util.Set;
import java.util.SortedMap;
import java.util.UUID;

/// Takes a page of server rows into the store. A row without pending mutations is simply the
/// server's; where mutations wait, the server's image moves beneath them and they are folded anew
/// on top.
final class PageReader {

  /// @param acked the newest mutation of this device that the page shows the effect of
  List<RowKey> take(ClientTx tx, PullPage page, Optional<ChainPosition> acked) {
    List<RowKey> changed = new ArrayList<>();
    Set<RowKey> refold = new LinkedHashSet<>();
    page.full().forEach(tx::beginFull);
    Set<StreamKind> full = EnumSet.noneOf(StreamKind.class);
    Set<StreamKind> first = EnumSet.noneOf(StreamKind.class);
    boolean images = tx.hasImages();
    Set<String> traces = new LinkedHashSet<>();
    for (PullLine line : page.lines()) {
      if (line instanceof PullLine.Row(Doc row) && Erased.isMark(row)) {
        traces.addAll(tx.traces(row.id()));
      }
    }
    for (StreamKind stream : StreamKind.values()) {
      if (tx.isFull(stream)) {
        full.add(stream);
      }
      if (tx.isFirst(stream)) {
        first.add(stream);
      }
    }
    for (PullLine line : page.lines()) {
      switch (line) {
        case PullLine.Row(Doc row) -> {
          StreamKind stream = row.entity().stream();
          boolean touched =
              images && (row.entity() == Entity.PROSPECT_ALIAS || tx.image(row.key()).isPresent());
          if (first.contains(stream) && !touched) {
            // nothing to compare it with: what this reading showed before has a smaller rev
            tx.show(row.key(), Optional.of(row));
            changed.add(row.key());
          } else {
            boolean whole = full.contains(stream);
            if (whole && !first.contains(stream)) {
              tx.seen(row.key());
            }
            server(tx, row.key(), Optional.of(row), row.rev(), whole, changed, refold);
          }
        }
        case PullLine.Gone(RowKey key, long rev) ->
            server(tx, key, Optional.empty(), rev, false, changed, refold);
        case PullLine.Head head -> {}
        case PullLine.End end -> {}
      }
    }
    page.end().cursors().forEach(tx::keepCursor);
    if (!page.end().more()) {
      for (StreamKind stream : full) {
        long end = page.end().revs().getOrDefault(stream, 0L);
        for (RowKey unseen : tx.endFull(stream)) {
          server(tx, unseen, Optional.empty(), end, true, changed, refold);
        }
      }
    }
    acked.ifPresent(last -> confirm(tx, last, refold));
    if (!traces.isEmpty()) {
      forgetPending(tx, traces, refold);
      tx.forget(traces);
    }
    changed.addAll(refold(tx, refold));
    return changed;
  }

  /// @param whole whether the stream is read from the beginning: what was known before may be of
  ///   another history, whose revs say nothing in this one
  private static void server(
      ClientTx tx,
      RowKey key,
      Optional<Doc> row,
      long rev,
      boolean whole,
      List<RowKey> changed,
      Set<RowKey> refold) {
    if (key.entity() == Entity.PROSPECT_ALIAS) {
      // what waits for a prospect that is merged now, or was in a history that is lost
      waitingAlong(tx, Optional.of(key.id()), refold);
      waitingAlong(tx, row.flatMap(alias -> alias.uuid("toId")), refold);
    }
    Optional<ClientTx.ServerImage> image = tx.image(key);
    if (image.isPresent()) {
      ClientTx.ServerImage now = new ClientTx.ServerImage(row, rev);
      if (whole ? !image.get().equals(now) : image.get().rev() < rev) {
        tx.keepImage(key, now);
        refold.add(key);
      }
      return;
    }
    Optional<Doc> shown = tx.visible(key);
    boolean newer = whole ? !shown.equals(row) : shown.map(Doc::rev).orElse(-1L) < rev;
    if (newer && !(shown.isEmpty() && row.isEmpty())) {
      tx.show(key, row);
      changed.add(key);
    }
  }

  /// The prospects with pending mutations that an id leads to. Those behind it matter too: amid a
  /// reading, merges of a lost history and of this one may lead in a circle, which one more opens
  /// or closes.
  private static void waitingAlong(ClientTx tx, Optional<UUID> id, Set<RowKey> refold) {
    Set<UUID> seen = new HashSet<>();
    Optional<UUID> at = id;
    while (at.isPresent() && seen.add(at.get())) {
      RowKey prospect = new RowKey(Entity.PROSPECT, at.get());
      tx.image(prospect).ifPresent(_ -> refold.add(prospect));
      at =
          tx.visible(new RowKey(Entity.PROSPECT_ALIAS, at.get()))
              .flatMap(alias -> alias.uuid("toId"));
    }
  }

  /// The server has these mutations and this page has shown what they did.
  private static void confirm(ClientTx tx, ChainPosition acked, Set<RowKey> refold) {
    ClientTx.Device device = tx.device();
    if (acked.seq() <= device.acked().seq()) {
      return;
    }
    // numbers are not given twice, so there are no more of them than that
    long most = Math.min(acked.seq() - device.acked().seq(), Integer.MAX_VALUE);
    for (OutboxEntry entry : tx.pendingAfter(device.acked().seq(), (int) most)) {
      if (entry.seq().isEmpty() || entry.seq().getAsLong() > acked.seq()) {
        break;
      }
      refold.addAll(entry.mutation().change().touches());
      tx.confirm(entry);
    }
    tx.keepDevice(new ClientTx.Device(device.id(), device.nextSeq(), acked));
  }

  /// What was written here about somebody who is erased meanwhile would be refused; it need not
  /// travel for that. What may have travelled already keeps its place in the chain, without a word.
  private static void forgetPending(ClientTx tx, Set<String> traces, Set<RowKey> refold) {
    for (OutboxEntry entry : tx.pendingAfter(0, Integer.MAX_VALUE)) {
      Change change = entry.mutation().change();
      boolean about =
          Forgetting.isAbout(change, traces)
              || (Forgetting.holdsWords(change) && Erased.concerns(RowView.visible(tx), change));
      if (about) {
        refold.addAll(change.touches());
        if (entry.sealed()) {
          tx.keepPending(Forgetting.wordless(entry, traces));
        } else {
          tx.drop(entry);
        }
      }
    }
  }

  static List<RowKey> refold(ClientTx tx, Set<RowKey> rows) {
    if (rows.isEmpty()) {
      return List.of();
    }
    Set<RowKey> affected = new LinkedHashSet<>(rows);
    List<OutboxEntry> pending = tx.pendingOn(affected);
    while (true) {
      List<Fold.Pending> known = pending.stream().map(OutboxEntry::asPending).toList();
      Set<RowKey> wider = Fold.affected(affected, known);
      List<OutboxEntry> onWider = tx.pendingOn(wider);
      if (onWider.size() == pending.size()) {
        affected = wider;
        break;
      }
      affected = wider;
      pending = onWider;
    }
    SortedMap<RowKey, Optional<Doc>> folded =
        Fold.fold(
            RowView.beneath(tx, affected), pending.stream().map(OutboxEntry::asPending).toList());
    Set<RowKey> touched = new LinkedHashSet<>();
    pending.forEach(entry -> touched.addAll(entry.mutation().change().touches()));
    for (RowKey key : affected) {
      Optional<Doc> server = RowView.server(tx).row(key);
      Optional<Doc> folding = folded.get(key);
      tx.show(key, (folding == null ? server : folding).map(Doc::synced));
      if (!touched.contains(key)) {
        tx.dropImage(key);
      }
    }
    return List.copyOf(affected);
  }
}
