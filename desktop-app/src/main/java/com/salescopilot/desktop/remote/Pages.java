package com.salescopilot.desktop.remote;

import com.salescopilot.model.client.PullPage;
import com.salescopilot.model.entity.StreamKind;
import com.salescopilot.model.protocol.ProtocolException;
import com.salescopilot.model.protocol.PullLine;
import com.salescopilot.model.protocol.PullReader;
import java.util.ArrayList;
import java.util.List;
import java.util.Optional;
import java.util.Set;
import java.util.UUID;

/// Puts the lines of one answer together to pages.
final class Pages {
  private final PullReader reader = new PullReader();
  private List<PullLine> open = new ArrayList<>();
  private Set<StreamKind> full = Set.of();
  private Optional<UUID> epoch = Optional.empty();
  private boolean begun;
  private boolean more = true;

  /// Takes a line.
  ///
  /// @return the page that it ends
  /// @throws ProtocolException if the line, or the page it ends, is damaged
  Optional<PullPage> line(String json) {
    Optional<PullLine> read = reader.line(json);
    if (read.isEmpty()) {
      return Optional.empty();
    }
    return switch (read.get()) {
      case PullLine.Head(Optional<UUID> life, Set<StreamKind> streams) -> {
        epoch = life;
        full = streams;
        begun = true;
        yield Optional.empty();
      }
      case PullLine.Row row -> {
        open.add(row);
        yield Optional.empty();
      }
      case PullLine.Gone gone -> {
        open.add(gone);
        yield Optional.empty();
      }
      case PullLine.End end -> Optional.of(page(end));
    };
  }

  private PullPage page(PullLine.End end) {
    if (!begun || end.rows() != open.size()) {
      throw new ProtocolException("a page of it is not complete");
    }
    PullPage page = new PullPage(epoch, full, open, end);
    open = new ArrayList<>();
    full = Set.of();
    more = end.more();
    return page;
  }

  /// @throws ProtocolException if the answer stops before its end
  void finish() {
    if (more || !open.isEmpty()) {
      throw new ProtocolException("it stops before its end");
    }
  }
}
