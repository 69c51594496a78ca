package com.salescopilot.model.sync;

import com.salescopilot.model.value.Value;
import java.time.DateTimeException;
import java.time.Instant;
import java.util.ArrayList;
import java.util.HashSet;
import java.util.List;
import java.util.Optional;
import java.util.OptionalLong;
import java.util.Set;
import java.util.SortedMap;
import java.util.UUID;

/// Reads the members of a JSON object by name and type, and refuses what was not asked for: a typo
/// that is passed over is lost data.
final class Members {
  private final SortedMap<String, Value> members;
  private final Set<String> read = new HashSet<>();

  Members(Value.Fields object) {
    this.members = object.members();
  }

  Optional<Value> value(String name) {
    read.add(name);
    return Optional.ofNullable(members.get(name));
  }

  Optional<String> text(String name) {
    return value(name)
        .map(
            v -> {
              if (v instanceof Value.Text(String text)) {
                return text;
              }
              throw wrong(name, "a text");
            });
  }

  String needText(String name) {
    return need(name, text(name));
  }

  Optional<UUID> id(String name) {
    return text(name).map(text -> uuid(name, text));
  }

  UUID needId(String name) {
    return need(name, id(name));
  }

  Optional<Instant> instant(String name) {
    return text(name)
        .map(
            text -> {
              try {
                return Instant.parse(text);
              } catch (DateTimeException e) {
                throw wrong(name, "an instant");
              }
            });
  }

  Instant needInstant(String name) {
    return need(name, instant(name));
  }

  OptionalLong whole(String name) {
    Optional<Value> value = value(name);
    if (value.isEmpty()) {
      return OptionalLong.empty();
    }
    if (value.get() instanceof Value.Whole(long number)) {
      return OptionalLong.of(number);
    }
    throw wrong(name, "a whole number");
  }

  int count(String name, int ifAbsent) {
    long number = whole(name).orElse(ifAbsent);
    if (number < 0 || number > Integer.MAX_VALUE) {
      throw wrong(name, "a number that is not negative");
    }
    return (int) number;
  }

  boolean flag(String name) {
    Optional<Value> value = value(name);
    if (value.isEmpty()) {
      return false;
    }
    if (value.get() instanceof Value.Flag(boolean on)) {
      return on;
    }
    throw wrong(name, "true or false");
  }

  Optional<Value.Fields> fields(String name) {
    return value(name).isEmpty() ? Optional.empty() : Optional.of(needFields(name));
  }

  Value.Fields needFields(String name) {
    Value value = need(name, value(name));
    if (value instanceof Value.Fields fields) {
      return fields;
    }
    throw wrong(name, "an object");
  }

  List<Value.Fields> needObjects(String name) {
    if (!(need(name, value(name)) instanceof Value.Items items)) {
      throw wrong(name, "a list of objects");
    }
    List<Value.Fields> objects = new ArrayList<>();
    for (Value item : items.values()) {
      if (!(item instanceof Value.Fields fields)) {
        throw wrong(name, "a list of objects");
      }
      objects.add(fields);
    }
    return objects;
  }

  List<UUID> needIds(String name) {
    Value value = need(name, value(name));
    if (!(value instanceof Value.Items items)) {
      throw wrong(name, "a list of ids");
    }
    List<UUID> ids = new ArrayList<>();
    for (Value item : items.values()) {
      if (!(item instanceof Value.Text(String text))) {
        throw wrong(name, "a list of ids");
      }
      ids.add(uuid(name, text));
    }
    return ids;
  }

  <E extends Enum<E>> E needConstant(String name, Class<E> type) {
    String text = needText(name);
    try {
      return Enum.valueOf(type, text);
    } catch (IllegalArgumentException e) {
      throw new CodecException(name, name + " does not know the value it was given.");
    }
  }

  /// Refuses members that nobody read.
  void noMore() {
    for (String name : members.keySet()) {
      if (!read.contains(name)) {
        throw new CodecException(name, "There is no member " + name + " here.");
      }
    }
  }

  private static UUID uuid(String name, String text) {
    try {
      UUID id = UUID.fromString(text);
      if (id.toString().equals(text)) {
        return id;
      }
    } catch (IllegalArgumentException e) {
      throw wrong(name, "an id");
    }
    throw wrong(name, "an id in lower case");
  }

  private static <T> T need(String name, Optional<T> value) {
    return value.orElseThrow(() -> new CodecException(name, name + " is missing."));
  }

  private static CodecException wrong(String name, String expected) {
    return new CodecException(name, name + " must be " + expected + ".");
  }
}
