package com.salescopilot.model.server;

import com.salescopilot.model.entity.StreamKind;
import com.salescopilot.model.protocol.Cursor;
import java.util.EnumSet;
import java.util.Map;
import java.util.Optional;
import java.util.Set;
import java.util.UUID;
import java.util.function.BiFunction;
import java.util.function.Predicate;

/// How a client that asks for something stands to the history of the database.
public sealed interface Standing {

  /// It has read this history.
  record Good() implements Standing {}

  /// The server never gave out these cursors.
  record Forged(Set<StreamKind> streams) implements Standing {}

  /// It knows an earlier life of the database.
  ///
  /// @param lost the streams in which it has read, or may have read, what is gone
  record Before(Set<StreamKind> lost) implements Standing {}

  /// It has read what is not in this life, and what the database does not know to be over: the
  /// database was set back and does not know.
  record Proof(Set<StreamKind> lost) implements Standing {}

  /// What one cursor says.
  enum Of {
    /// This history holds it.
    TRUE,
    /// It belongs to a history that is gone.
    LOST,
    /// The server never gave it out.
    FORGED
  }

  /// Judges a request by what it says.
  ///
  /// @param known the life of the database that the client knows
  /// @param current the life that it is in
  /// @param isOver whether the database knows a life as an earlier one of its own
  /// @param judge what a cursor of a stream says
  static Standing of(
      Optional<UUID> known,
      Optional<UUID> current,
      Predicate<UUID> isOver,
      Map<StreamKind, Cursor> cursors,
      BiFunction<StreamKind, Cursor, Of> judge) {
    boolean before = known.isPresent() && !known.equals(current);
    Set<StreamKind> lost = EnumSet.noneOf(StreamKind.class);
    Set<StreamKind> unknown = EnumSet.noneOf(StreamKind.class);
    Set<StreamKind> forged = EnumSet.noneOf(StreamKind.class);
    for (StreamKind stream : StreamKind.values()) {
      Cursor cursor = cursors.get(stream);
      if (cursor == null) {
        unknown.add(stream);
        continue;
      }
      switch (judge.apply(stream, cursor)) {
        case TRUE -> {}
        case LOST -> lost.add(stream);
        case FORGED -> forged.add(stream);
      }
    }
    if (!lost.isEmpty() && (!before || !isOver.test(known.get()))) {
      return new Proof(lost);
    }
    if (before) {
      // where nothing can be said it may have read something; offering it again does no harm
      lost.addAll(unknown);
      lost.addAll(forged);
      return new Before(lost);
    }
    return forged.isEmpty() ? new Good() : new Forged(forged);
  }
}
