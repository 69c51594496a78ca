package com.salescopilot.model.protocol;

import com.salescopilot.model.entity.StreamKind;
import com.salescopilot.model.value.Value;
import java.util.List;
import java.util.Map;
import java.util.SortedMap;
import java.util.TreeMap;

/// How far a stream was read: a place in one history of it. The tag is the server's; it says which
/// history, and that the server has said so.
public record Cursor(long rev, String tag) {

  /// Cursors by stream, as they stand on the wire.
  static Value json(Map<StreamKind, Cursor> cursors) {
    SortedMap<String, Value> members = new TreeMap<>();
    cursors.forEach(
        (stream, cursor) ->
            members.put(
                stream.wire(),
                new Value.Items(List.of(Value.whole(cursor.rev()), Value.text(cursor.tag())))));
    return new Value.Fields(members);
  }

  /// Reads what [#json] writes.
  ///
  /// @throws ProtocolException if it is none
  static Map<StreamKind, Cursor> parse(WireObject in) {
    SortedMap<StreamKind, Cursor> cursors = new TreeMap<>();
    for (StreamKind stream : StreamKind.values()) {
      if (in.maybe(stream.wire()).isPresent()) {
        cursors.put(stream, cursor(in.items(stream.wire()), stream));
      }
    }
    return cursors;
  }

  private static Cursor cursor(List<Value> pair, StreamKind stream) {
    if (pair.size() == 2
        && pair.get(0) instanceof Value.Whole(long rev)
        && rev >= 0
        && pair.get(1) instanceof Value.Text(String tag)) {
      return new Cursor(rev, tag);
    }
    throw new ProtocolException("the cursor of " + stream.wire() + " is none");
  }
}
