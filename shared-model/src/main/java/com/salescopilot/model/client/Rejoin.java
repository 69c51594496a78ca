package com.salescopilot.model.client;

import com.salescopilot.model.entity.Doc;
import com.salescopilot.model.entity.StreamKind;
import com.salescopilot.model.id.UserId;
import com.salescopilot.model.protocol.ChainPosition;
import com.salescopilot.model.protocol.Objection;
import com.salescopilot.model.sync.Actor;
import com.salescopilot.model.sync.EmailCommand;
import com.salescopilot.model.sync.Mutation;
import com.salescopilot.model.sync.Role;
import com.salescopilot.model.sync.Stamp;
import java.time.Duration;
import java.time.Instant;
import java.util.ArrayList;
import java.util.List;
import java.util.OptionalLong;
import java.util.UUID;
import java.util.function.Supplier;

/// The one repair where client and server do not fit together any more: the client becomes a device
/// of its own and offers everything again. The ids stay, so nothing is done twice.
final class Rejoin {
  /// How much earlier than the restored moment a mail may have left and be missing.
  private static final Duration MARGIN = Duration.ofHours(1);

  /// Evidence is the machine's; whose session carries it does not matter.
  private static final UserId NOBODY = new UserId(new UUID(0, 0));

  private final Supplier<UUID> ids;

  Rejoin(Supplier<UUID> ids) {
    this.ids = ids;
  }

  /// This client's files are a copy of another's, or older than what the server has seen.
  void asCopy(ClientTx tx) {
    for (OutboxEntry entry : tx.pendingAfter(0, Integer.MAX_VALUE)) {
      tx.keepPending(entry.unnumbered());
    }
    beginChain(tx);
  }

  /// The server's database lives another life.
  void into(ClientTx tx, Objection.NewEpoch news) {
    if (news.lost().isEmpty()) {
      markSealed(tx);
    } else {
      offerAgain(tx, news.restoredTo().orElse(Instant.EPOCH));
    }
    // also where no cursor is lost: what an unfinished reading had left for a later page may stand
    // at an earlier rev in this life
    for (StreamKind stream : StreamKind.values()) {
      tx.forgetCursor(stream);
    }
    tx.keepEpoch(news.epoch());
  }

  /// The server has lost the end of its history: what is under way may have been in it.
  static void markSealed(ClientTx tx) {
    for (OutboxEntry entry : tx.pendingAfter(0, Integer.MAX_VALUE)) {
      if (entry.sealed()) {
        tx.keepPending(entry.again());
      }
    }
  }

  private void offerAgain(ClientTx tx, Instant restoredTo) {
    List<OutboxEntry> pending = tx.pendingAfter(0, Integer.MAX_VALUE);
    List<OutboxEntry> offered = new ArrayList<>();
    tx.confirmed().forEach(entry -> offered.add(entry.unnumbered().again()));
    Instant since = restoredTo.isAfter(Instant.EPOCH) ? restoredTo.minus(MARGIN) : restoredTo;
    tx.sentSince(since).forEach(mail -> offered.add(evidence(tx, mail)));
    for (OutboxEntry entry : pending) {
      tx.drop(entry);
      offered.add((entry.sealed() ? entry.again() : entry).unnumbered());
    }
    ClientCore.takeUp(tx, offered);
    beginChain(tx);
  }

  private OutboxEntry evidence(ClientTx tx, Doc mail) {
    Instant sent = mail.instant("sentAt").orElseThrow();
    Actor.Member author = new Actor.Member(NOBODY, Role.USER, tx.device().id());
    return new OutboxEntry(
        new Mutation(ids.get(), EmailCommand.Evidence.of(mail)),
        new Stamp(author, sent, sent),
        OptionalLong.empty());
  }

  private void beginChain(ClientTx tx) {
    tx.keepDevice(new ClientTx.Device(ids.get(), 1, ChainPosition.START));
  }
}
