package com.salescopilot.model.server;

import com.salescopilot.model.entity.Doc;
import com.salescopilot.model.entity.Entity;
import com.salescopilot.model.entity.StreamKind;
import com.salescopilot.model.protocol.ChainPosition;
import com.salescopilot.model.protocol.Cursor;
import com.salescopilot.model.protocol.PullLine;
import java.util.ArrayList;
import java.util.EnumMap;
import java.util.List;
import java.util.Map;
import java.util.Optional;
import java.util.OptionalLong;

/// Reads what is new in pages. Each page is a snapshot of its own, so a slow reader holds none; it
/// ends below the first rev that it does not have complete, so a cursor never moves past a row that
/// was not shown.
public final class PullPages {
  /// Rows of one table in one page; a rev holds fewer, so every page gets on.
  private static final int MOST = 2_000;

  private PullPages() {}

  /// A page.
  ///
  /// @param lines rows and removals, without the end
  public record Page(List<PullLine> lines, PullLine.End end) {
    public Page {
      lines = List.copyOf(lines);
    }
  }

  /// The next page after these cursors; a stream without one is read from the beginning.
  public static Page next(PullSource source, Map<StreamKind, Long> cursors) {
    return next(source, cursors, MOST);
  }

  /// The same with so many rows of one table at the most, which must be as many as a rev can hold.
  public static Page next(PullSource source, Map<StreamKind, Long> cursors, int most) {
    List<PullLine> lines = new ArrayList<>();
    Map<StreamKind, Cursor> reached = new EnumMap<>(StreamKind.class);
    boolean more = false;
    for (StreamKind stream : StreamKind.values()) {
      Long cursor = cursors.get(stream);
      Reading reading =
          new Reading(
              source,
              stream,
              cursor == null ? OptionalLong.empty() : OptionalLong.of(cursor),
              most);
      reading.into(lines);
      reached.put(stream, source.cursor(stream, reading.end()));
      more |= reading.incomplete();
    }
    Optional<ChainPosition> acked = more ? Optional.empty() : Optional.of(source.chain());
    return new Page(lines, new PullLine.End(reached, lines.size(), acked, more));
  }

  /// One stream's part of a page.
  private static final class Reading {
    private final List<List<Doc>> tables = new ArrayList<>();
    private final List<PullLine.Gone> removals;
    private final long head;
    private long end;

    Reading(PullSource source, StreamKind stream, OptionalLong cursor, int most) {
      head = source.head(stream);
      end = head;
      long after = cursor.orElse(0);
      for (Entity entity : Entity.values()) {
        if (entity.stream() == stream && after < head) {
          List<Doc> rows = source.rows(entity, after, most + 1);
          tables.add(rows);
          endBelow(rows.size() > most ? rows.getLast().rev() : Long.MAX_VALUE);
        }
      }
      removals =
          cursor.isPresent() && after < head ? source.removals(stream, after, most + 1) : List.of();
      endBelow(removals.size() > most ? removals.getLast().rev() : Long.MAX_VALUE);
    }

    private void endBelow(long firstIncomplete) {
      end = Math.min(end, firstIncomplete - 1);
    }

    void into(List<PullLine> lines) {
      for (List<Doc> rows : tables) {
        rows.stream().filter(row -> row.rev() <= end).map(PullLine.Row::new).forEach(lines::add);
      }
      removals.stream().filter(gone -> gone.rev() <= end).forEach(lines::add);
    }

    long end() {
      return end;
    }

    boolean incomplete() {
      return end < head;
    }
  }
}
