package com.salescopilot.model.client;

import com.salescopilot.model.entity.Doc;
import com.salescopilot.model.entity.RowKey;
import com.salescopilot.model.entity.StreamKind;
import com.salescopilot.model.protocol.ChainPosition;
import com.salescopilot.model.protocol.Cursor;
import java.time.Instant;
import java.util.List;
import java.util.Optional;
import java.util.Set;
import java.util.UUID;

/// One transaction on a client's store. The invariants of the rows are [ClientCore]'s; a store only
/// keeps.
public interface ClientTx {

  /// The row as screens show it: the server's, with pending mutations applied.
  Optional<Doc> visible(RowKey key);

  /// Shows a row, or shows it no more.
  void show(RowKey key, Optional<Doc> row);

  /// The server image of a row that a pending mutation touches: absent if none does; inside it,
  /// empty if the server has no such row.
  Optional<ServerImage> image(RowKey key);

  /// Whether any row has a server image; a store that cannot tell at once says so too.
  default boolean hasImages() {
    return true;
  }

  /// Keeps a server image.
  void keepImage(RowKey key, ServerImage image);

  /// Forgets a server image.
  void dropImage(RowKey key);

  /// The pending mutation with this id.
  Optional<OutboxEntry> pending(UUID mutation);

  /// The pending mutations that touch one of the rows, in order.
  List<OutboxEntry> pendingOn(Set<RowKey> keys);

  /// The newest pending mutation.
  Optional<OutboxEntry> newestPending();

  /// Pending mutations in order that come after this seq, sealed ones first; those not yet sealed
  /// count as after every seq.
  List<OutboxEntry> pendingAfter(long seq, int most);

  /// Adds a mutation to the end of the outbox, or puts a newer body in the place of the one with
  /// its id.
  void keepPending(OutboxEntry entry);

  /// Takes a mutation out of the outbox that another one stands for now.
  void drop(OutboxEntry entry);

  /// Moves a mutation out of the outbox: the server has it and this client has seen the effect.
  void confirm(OutboxEntry entry);

  /// How many mutations wait.
  long countPending();

  /// Mutations that were confirmed in the last weeks, in the order of the chain.
  List<OutboxEntry> confirmed();

  /// The mails that are known to have left since then.
  List<Doc> sentSince(Instant since);

  /// How far a stream was read, if ever.
  Optional<Cursor> cursor(StreamKind stream);

  /// Notes how far a stream was read.
  void keepCursor(StreamKind stream, Cursor cursor);

  /// Forgets how far a stream was read.
  void forgetCursor(StreamKind stream);

  /// The life of the server's database that this client knows, if it ever heard of one.
  Optional<UUID> epoch();

  /// Notes the life of the server's database.
  void keepEpoch(UUID epoch);

  /// Notes that a full reading of a stream begins, and forgets what an earlier one has seen. It
  /// lasts until [#endFull], over a restart too.
  void beginFull(StreamKind stream);

  /// Whether a full reading of this stream is under way.
  boolean isFull(StreamKind stream);

  /// Whether the full reading under way is a first one: it began with no row of this stream and no
  /// image here, so it has shown every row there is, and none need be noted as seen.
  default boolean isFirst(StreamKind stream) {
    return false;
  }

  /// Notes a row that the full reading has seen.
  void seen(RowKey key);

  /// Ends a full reading.
  ///
  /// @return the rows of the stream, shown or known by an image alone, that it did not see
  List<RowKey> endFull(StreamKind stream);

  /// By what somebody, who is still shown, can be found again in whatever is kept here of them: ids
  /// of rows, and their address.
  Set<String> traces(UUID prospect);

  /// Forgets confirmed mutations and things begun that say one of these words, and sees to it that
  /// nothing is left of them in any file. Mutations that wait are not touched.
  void forget(Set<String> traces);

  /// Who this client is on the server's books.
  Device device();

  /// Keeps who this client is.
  void keepDevice(Device device);

  /// The server's version of a row while a mutation is pending on it.
  record ServerImage(Optional<Doc> row, long rev) {}

  /// The client's place in its chain of mutations.
  ///
  /// @param nextSeq the number the next sealed mutation gets
  /// @param acked the newest mutation whose effect a pull has shown
  record Device(UUID id, long nextSeq, ChainPosition acked) {}
}
