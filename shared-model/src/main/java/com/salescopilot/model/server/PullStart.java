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
/// @param floors where the floors were
public record PullStart(
    Map<StreamKind, Long> cursors, Set<StreamKind> full, Map<StreamKind, Long> floors) {
  public PullStart {
    cursors = Map.copyOf(cursors);
    full = Set.copyOf(full);
    floors = Map.copyOf(floors);
  }

  /// Decides by what a reader has and the floors of the snapshot that it begins with.
  public static PullStart of(Map<StreamKind, Long> cursors, ToLongFunction<StreamKind> floor) {
    Map<StreamKind, Long> goingOn = new EnumMap<>(StreamKind.class);
    Set<StreamKind> full = EnumSet.noneOf(StreamKind.class);
    Map<StreamKind, Long> floors = new EnumMap<>(StreamKind.class);
    for (StreamKind stream : StreamKind.values()) {
      Long cursor = cursors.get(stream);
      long lowest = floor.applyAsLong(stream);
      floors.put(stream, lowest);
      if (cursor == null || cursor < lowest) {
        full.add(stream);
      } else {
        goingOn.put(stream, cursor);
      }
    }
    return new PullStart(goingOn, full, floors);
  }

  /// Whether the answer may go on. Where a floor was raised above what it has shown, a row that it
  /// has shown may have been removed without a trace, also where it reads from the beginning.
  ///
  /// @param shown how far the answer has come
  /// @param floor the floors of the snapshot of its next page
  public boolean holds(Map<StreamKind, Long> shown, ToLongFunction<StreamKind> floor) {
    for (StreamKind stream : StreamKind.values()) {
      long lowest = floor.applyAsLong(stream);
      if (lowest > floors.getOrDefault(stream, 0L) && shown.getOrDefault(stream, 0L) < lowest) {
        return false;
      }
    }
    return true;
  }
}
