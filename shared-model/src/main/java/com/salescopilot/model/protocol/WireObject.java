package com.salescopilot.model.protocol;

import com.salescopilot.model.value.Value;
import com.salescopilot.model.value.ValueJson;
import java.util.List;
import java.util.Optional;
import java.util.SortedMap;
import java.util.TreeMap;
import java.util.UUID;

/// A JSON object of the protocol, read by name and type. Members it does not know are passed over:
/// they come from a newer version, which only adds.
record WireObject(SortedMap<String, Value> members) {

  static WireObject parse(String json) {
    try {
      return new WireObject(ValueJson.members(ValueJson.object(json)));
    } catch (IllegalArgumentException e) {
      throw new ProtocolException(String.valueOf(e.getMessage()), e);
    }
  }

  static WireObject of(Value value, String name) {
    if (value instanceof Value.Fields fields) {
      return new WireObject(fields.members());
    }
    throw wrong(name, "an object");
  }

  Optional<Value> maybe(String name) {
    return Optional.ofNullable(members.get(name));
  }

  String text(String name) {
    if (members.get(name) instanceof Value.Text(String text)) {
      return text;
    }
    throw wrong(name, "a text");
  }

  UUID id(String name) {
    try {
      return UUID.fromString(text(name));
    } catch (IllegalArgumentException e) {
      throw new ProtocolException(name + " must be an id", e);
    }
  }

  Optional<UUID> maybeId(String name) {
    return maybe(name).map(value -> id(name));
  }

  long whole(String name) {
    if (members.get(name) instanceof Value.Whole(long number)) {
      return number;
    }
    throw wrong(name, "a whole number");
  }

  boolean flag(String name) {
    return maybe(name).equals(Optional.of(new Value.Flag(true)));
  }

  List<Value> items(String name) {
    if (members.get(name) instanceof Value.Items items) {
      return items.values();
    }
    throw wrong(name, "a list");
  }

  WireObject object(String name) {
    return of(maybe(name).orElseThrow(() -> wrong(name, "an object")), name);
  }

  ChainPosition position(String name) {
    WireObject position = object(name);
    return new ChainPosition(position.whole("seq"), position.id("id"));
  }

  Value.Fields without(String... names) {
    SortedMap<String, Value> rest = new TreeMap<>(members);
    for (String name : names) {
      rest.remove(name);
    }
    return new Value.Fields(rest);
  }

  private static ProtocolException wrong(String name, String expected) {
    return new ProtocolException(name + " must be " + expected);
  }
}
