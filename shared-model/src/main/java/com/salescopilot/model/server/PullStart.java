package com.salescopilot.model.server;

import com.salescopilot.model.entity.StreamKind;
import java.util.EnumMap;
import java.util.EnumSet;
import java.util.Map;
import java.util.Set;
import java.util.function.ToLongFunction;

/// Where an answer to a pull begins in each stream. What was removed below a stream's floor is
/// forgotten, so whoever has read less reads the stream from the beginning.
///
/// @param cursors the places that reading goes on from
/// @param full the streams that are read from the beginning
public record PullStart(Map<StreamKind, Long> cursors, Set<StreamKind> full) {
  public PullStart {
    cursors = Map.copyOf(cursors);
    full = Set.copyOf(full);
  }

  /// Decides by what a reader has and the floors of the snapshot that it begins with.
  ///
  /// @param exempt streams that this answer has been reading from the beginning: what is below the
  ///   floor was never shown to this reader
  public static PullStart of(
      Map<StreamKind, Long> cursors, Set<StreamKind> exempt, ToLongFunction<StreamKind> floor) {
    Map<StreamKind, Long> goingOn = new EnumMap<>(StreamKind.class);
    Set<StreamKind> full = EnumSet.noneOf(StreamKind.class);
    for (StreamKind stream : StreamKind.values()) {
      Long cursor = cursors.get(stream);
      if (cursor == null || (!exempt.contains(stream) && cursor < floor.applyAsLong(stream))) {
        full.add(stream);
      } else {
        goingOn.put(stream, cursor);
      }
    }
    return new PullStart(goingOn, full);
  }
}
