package com.salescopilot.model.protocol;

import com.salescopilot.model.entity.Doc;
import com.salescopilot.model.entity.RowKey;
import com.salescopilot.model.entity.StreamKind;
import java.util.EnumMap;
import java.util.Map;
import java.util.Optional;
import java.util.Set;
import java.util.UUID;

/// One line of an answer to a pull.
public sealed interface PullLine {

  /// Begins the answer.
  ///
  /// @param epoch the life of the database that it is read from
  /// @param full the streams that are read from the beginning: what they do not show is gone
  record Head(Optional<UUID> epoch, Set<StreamKind> full) implements PullLine {
    public Head {
      full = Set.copyOf(full);
    }

    /// Of a database whose lives nobody counts.
    public Head(Set<StreamKind> full) {
      this(Optional.empty(), full);
    }
  }

  /// A row as it now is.
  record Row(Doc row) implements PullLine {}

  /// A row that was removed.
  record Gone(RowKey key, long rev) implements PullLine {}

  /// Ends a page: everything up to these cursors has been shown.
  ///
  /// @param rows how many rows and removals the page has, so that a cut one is noticed
  /// @param acked the newest own mutation whose effect has been shown; absent while more pages
  ///   follow
  record End(
      Map<StreamKind, Cursor> cursors, long rows, Optional<ChainPosition> acked, boolean more)
      implements PullLine {
    public End {
      cursors = Map.copyOf(cursors);
    }

    /// The revs of the cursors.
    public Map<StreamKind, Long> revs() {
      Map<StreamKind, Long> revs = new EnumMap<>(StreamKind.class);
      cursors.forEach((stream, cursor) -> revs.put(stream, cursor.rev()));
      return revs;
    }
  }
}
