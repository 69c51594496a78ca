package com.salescopilot.model.protocol;

import com.salescopilot.model.entity.StreamKind;
import com.salescopilot.model.value.CanonicalJson;
import com.salescopilot.model.value.Value;
import java.util.ArrayList;
import java.util.List;
import java.util.Map;
import java.util.Optional;
import java.util.SortedMap;
import java.util.TreeMap;
import java.util.UUID;

/// A stretch of a device's chain of mutations.
///
/// @param epoch the life of the server's database that the client knows
/// @param after the place in the chain that it goes on from
/// @param cursors how far each stream was read, by which a server notices that it was set back
public record PushRequest(
    Optional<UUID> epoch,
    UUID device,
    ChainPosition after,
    Map<StreamKind, Cursor> cursors,
    List<Item> mutations) {
  /// The most mutations in one request.
  public static final int MOST = 500;

  /// The most bytes of changes in one request, well under what the server takes.
  public static final int LARGEST = 900_000;

  public PushRequest {
    cursors = Map.copyOf(cursors);
    mutations = List.copyOf(mutations);
  }

  /// The push of a client that has read nothing yet.
  public PushRequest(UUID device, ChainPosition after, List<Item> mutations) {
    this(Optional.empty(), device, after, Map.of(), mutations);
  }

  /// A part of it, in its place.
  public PushRequest with(ChainPosition from, List<Item> some) {
    return new PushRequest(epoch, device, from, cursors, some);
  }

  /// One mutation of the chain.
  ///
  /// @param ageMillis how long ago it was made, by the client's clock, so that a wrong clock
  ///   cancels
  /// @param change the change as its JSON says it; the server may not know its operation
  /// @param replay whether a server whose history is lost may have had it already
  public record Item(long seq, UUID id, long ageMillis, Value.Fields change, boolean replay) {
    public Item(long seq, UUID id, long ageMillis, Value.Fields change) {
      this(seq, id, ageMillis, change, false);
    }
  }

  /// The request as JSON.
  public String json() {
    SortedMap<String, Value> members = new TreeMap<>();
    members.put("protocol", Value.whole(Versions.PROTOCOL));
    members.put("schema", Value.whole(Versions.SCHEMA));
    members.put("device", Value.text(device.toString()));
    epoch.ifPresent(id -> members.put("epoch", Value.text(id.toString())));
    members.put("after", position(after));
    if (!cursors.isEmpty()) {
      members.put("cursors", Cursor.json(cursors));
    }
    List<Value> items = new ArrayList<>();
    for (Item item : mutations) {
      SortedMap<String, Value> mutation = new TreeMap<>(item.change().members());
      mutation.put("id", Value.text(item.id().toString()));
      mutation.put("seq", Value.whole(item.seq()));
      mutation.put("age", Value.whole(item.ageMillis()));
      if (item.replay()) {
        mutation.put("replay", new Value.Flag(true));
      }
      items.add(new Value.Fields(mutation));
    }
    members.put("mutations", new Value.Items(items));
    return CanonicalJson.of(new Value.Fields(members));
  }

  /// Reads a request.
  ///
  /// @throws ProtocolException if it is none; nothing of it is to be applied then
  /// @throws VersionException if it is of a client that this server does not serve
  public static PushRequest parse(String json) {
    WireObject in = WireObject.parse(json);
    Versions.check(in);
    List<Item> items = new ArrayList<>();
    ChainPosition after = in.position("after");
    long expected = after.seq();
    for (Value value : in.items("mutations")) {
      WireObject mutation = WireObject.of(value, "mutations");
      expected++;
      long seq = mutation.whole("seq");
      if (seq != expected) {
        throw new ProtocolException("the numbers of the mutations have a gap at " + expected);
      }
      items.add(
          new Item(
              seq,
              mutation.id("id"),
              mutation.whole("age"),
              mutation.without("id", "seq", "age", "replay"),
              mutation.flag("replay")));
    }
    if (items.size() > MOST) {
      throw new ProtocolException("more than " + MOST + " mutations in one request");
    }
    return new PushRequest(
        in.maybeId("epoch"),
        in.id("device"),
        after,
        in.maybe("cursors").isPresent() ? Cursor.parse(in.object("cursors")) : Map.of(),
        items);
  }

  static Value position(ChainPosition position) {
    SortedMap<String, Value> members = new TreeMap<>();
    members.put("seq", Value.whole(position.seq()));
    members.put("id", Value.text(position.id().toString()));
    return new Value.Fields(members);
  }
}
