package com.salescopilot.model.protocol;

import com.salescopilot.model.entity.StreamKind;
import com.salescopilot.model.value.CanonicalJson;
import com.salescopilot.model.value.Value;
import java.util.Map;
import java.util.Optional;
import java.util.SortedMap;
import java.util.TreeMap;
import java.util.UUID;

/// Asks for what is new.
///
/// @param epoch the life of the server's database that the client knows
/// @param cursors the place up to which each stream was read; a stream without one is read in full
/// @param acked the number of the newest own mutation that a pull has confirmed
/// @param waitSeconds how long the server may keep the request when nothing is new; 0 answers at
///   once
public record PullRequest(
    Optional<UUID> epoch,
    UUID device,
    Map<StreamKind, Cursor> cursors,
    long acked,
    int waitSeconds) {
  /// The longest wait, in seconds.
  public static final int LONGEST_WAIT = 30;

  public PullRequest {
    cursors = Map.copyOf(cursors);
  }

  /// The request as JSON.
  public String json() {
    SortedMap<String, Value> members = new TreeMap<>();
    members.put("protocol", Value.whole(Versions.PROTOCOL));
    members.put("schema", Value.whole(Versions.SCHEMA));
    epoch.ifPresent(id -> members.put("epoch", Value.text(id.toString())));
    members.put("device", Value.text(device.toString()));
    members.put("cursors", Cursor.json(cursors));
    members.put("acked", Value.whole(acked));
    members.put("wait", Value.whole(waitSeconds));
    return CanonicalJson.of(new Value.Fields(members));
  }

  /// Reads a request.
  ///
  /// @throws ProtocolException if it is none
  /// @throws VersionException if it is of a client that this server does not serve
  public static PullRequest parse(String json) {
    WireObject in = WireObject.parse(json);
    Versions.check(in);
    long wait = in.whole("wait");
    if (wait < 0 || wait > LONGEST_WAIT) {
      throw new ProtocolException("wait must be between 0 and " + LONGEST_WAIT);
    }
    return new PullRequest(
        in.maybeId("epoch"),
        in.id("device"),
        Cursor.parse(in.object("cursors")),
        in.whole("acked"),
        (int) wait);
  }
}
