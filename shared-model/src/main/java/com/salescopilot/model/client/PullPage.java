package com.salescopilot.model.client;

import com.salescopilot.model.entity.StreamKind;
import com.salescopilot.model.protocol.PullLine;
import java.util.List;
import java.util.Set;

/// One page of an answer to a pull, complete with its end.
///
/// @param full the streams that this answer reads from the beginning
/// @param lines rows and removals
public record PullPage(Set<StreamKind> full, List<PullLine> lines, PullLine.End end) {
  public PullPage {
    full = Set.copyOf(full);
    lines = List.copyOf(lines);
  }
}
