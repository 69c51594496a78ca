package com.salescopilot.model.protocol;

import com.salescopilot.model.entity.StreamKind;
import com.salescopilot.model.value.CanonicalJson;
import com.salescopilot.model.value.Value;
import java.util.EnumMap;
import java.util.List;
import java.util.Map;
import java.util.Optional;
import java.util.OptionalLong;
import java.util.SortedMap;
import java.util.TreeMap;
import java.util.UUID;

/// Asks for what is new.
///
/// @param cursors the rev up to which each stream was read; a stream without one is read in full
/// @param acked the number of the newest own mutation that a pull has confirmed
/// @param waitSeconds how long the server may keep the request when nothing is new; 0 answers at
///   once
public record PullRequest(UUID device, Map<StreamKind, Long> cursors, long acked, int waitSeconds) {
  /// The longest wait, in seconds.
  public static final int LONGEST_WAIT = 30;

  public PullRequest {
    cursors = Map.copyOf(cursors);
  }

  /// The cursor of a stream, if it was ever read.
  public OptionalLong cursor(StreamKind stream) {
    Long rev = cursors.get(stream);
    return rev == null ? OptionalLong.empty() : OptionalLong.of(rev);
  }

  /// The request as JSON.
  public String json() {
    SortedMap<String, Value> read = new TreeMap<>();
    cursors.forEach(
        (stream, rev) -> read.put(stream.wire(), new Value.Items(List.of(Value.whole(rev)))));
    SortedMap<String, Value> members = new TreeMap<>();
    members.put("protocol", Value.whole(PushRequest.PROTOCOL));
    members.put("device", Value.text(device.toString()));
    members.put("cursors", new Value.Fields(read));
    members.put("acked", Value.whole(acked));
    members.put("wait", Value.whole(waitSeconds));
    return CanonicalJson.of(new Value.Fields(members));
  }

  /// Reads a request.
  ///
  /// @throws ProtocolException if it is none
  public static PullRequest parse(String json) {
    WireObject in = WireObject.parse(json);
    in.protocol(PushRequest.PROTOCOL);
    WireObject read = in.object("cursors");
    Map<StreamKind, Long> cursors = new EnumMap<>(StreamKind.class);
    for (StreamKind stream : StreamKind.values()) {
      Optional<Value> cursor = read.maybe(stream.wire());
      if (cursor.isPresent()) {
        cursors.put(stream, rev(read.items(stream.wire()), stream));
      }
    }
    long wait = in.whole("wait");
    if (wait < 0 || wait > LONGEST_WAIT) {
      throw new ProtocolException("wait must be between 0 and " + LONGEST_WAIT);
    }
    return new PullRequest(in.id("device"), cursors, in.whole("acked"), (int) wait);
  }

  private static long rev(List<Value> cursor, StreamKind stream) {
    if (!cursor.isEmpty() && cursor.getFirst() instanceof Value.Whole(long number) && number >= 0) {
      return number;
    }
    throw new ProtocolException("the cursor of " + stream.wire() + " is not genuine");
  }
}
