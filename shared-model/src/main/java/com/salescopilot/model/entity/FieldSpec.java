package com.salescopilot.model.entity;

import com.salescopilot.model.value.Value;
import java.util.Optional;
import java.util.SortedMap;
import java.util.TreeMap;

/// One field of an entity.
///
/// @param name the REST name; the column is the same in snake case
/// @param kind what values it takes
/// @param writer who may set it
/// @param limit the most code units of a text, or UTF-8 bytes of a body
/// @param reach how far it travels
public record FieldSpec(String name, Kind kind, Writer writer, int limit, Reach reach) {

  /// What values a field takes, and so how it is stored and merged.
  public enum Kind {
    TEXT,
    ADDRESS,
    ID,
    INSTANT,
    WHOLE,
    DECIMAL,
    /// `{html, text}`: one field, because half of each of two versions is a letter nobody wrote.
    BODY,
    /// Free keys, merged key by key.
    MAP,
    /// Any JSON, merged as a whole.
    JSON
  }

  /// Who may set a field.
  public enum Writer {
    CLIENT,
    /// A client, but only when it makes the row.
    CLIENT_ONCE,
    SERVER
  }

  /// How far a field travels.
  public enum Reach {
    SYNCED,
    /// Stays on the server, such as the bodies of mails.
    SERVER_ONLY
  }

  /// The stored form: texts trimmed, and a blank text is no value at all. Bodies keep their white
  /// space.
  public Optional<Value> normalise(Value value) {
    return switch (kind) {
      case TEXT, ADDRESS -> trimmed(value);
      case MAP -> Optional.of(trimmedMembers(value));
      case ID, INSTANT, WHOLE, DECIMAL, BODY, JSON -> Optional.of(value);
    };
  }

  /// Whether two stored values mean the same; addresses differ not by case.
  public boolean same(Optional<Value> one, Optional<Value> other) {
    if (kind == Kind.ADDRESS
        && one.isPresent()
        && other.isPresent()
        && one.get() instanceof Value.Text(String a)
        && other.get() instanceof Value.Text(String b)) {
      return a.equalsIgnoreCase(b);
    }
    return one.equals(other);
  }

  private static Optional<Value> trimmed(Value value) {
    if (value instanceof Value.Text(String text)) {
      String stripped = text.strip();
      return stripped.isEmpty() ? Optional.empty() : Optional.of(Value.text(stripped));
    }
    return Optional.of(value);
  }

  private static Value trimmedMembers(Value value) {
    if (!(value instanceof Value.Fields fields)) {
      return value;
    }
    SortedMap<String, Value> members = new TreeMap<>();
    fields.members().forEach((key, member) -> trimmed(member).ifPresent(v -> members.put(key, v)));
    return new Value.Fields(members);
  }
}
