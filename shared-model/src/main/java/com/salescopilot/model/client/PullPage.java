package com.salescopilot.model.client;

import com.salescopilot.model.entity.StreamKind;
import com.salescopilot.model.protocol.PullLine;
import java.util.List;
import java.util.Optional;
import java.util.Set;
import java.util.UUID;

/// One page of an answer to a pull, complete with its end.
///
/// @param epoch the life of the database that it was read from
/// @param full the streams whose reading from the beginning starts with this page; later pages of
///   the same answer, and the answer that goes on after a torn one, do not name them again
/// @param lines rows and removals
public record PullPage(
    Optional<UUID> epoch, Set<StreamKind> full, List<PullLine> lines, PullLine.End end) {
  public PullPage {
    full = Set.copyOf(full);
    lines = List.copyOf(lines);
  }

  /// The page of a server that does not say which life of its database it is from.
  public PullPage(Set<StreamKind> full, List<PullLine> lines, PullLine.End end) {
    this(Optional.empty(), full, lines, end);
  }
}
