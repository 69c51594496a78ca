package com.salescopilot.model.entity;

import com.salescopilot.model.value.Value;
import java.time.Instant;
import java.util.Collections;
import java.util.Optional;
import java.util.SortedMap;
import java.util.TreeMap;
import java.util.UUID;

/// A row: its fields by name, without those that have no value.
///
/// @param rev the stream's counter at the commit that last changed the row; 0 for a row no server
///   has seen. It says which version this is and takes no part in merging
public record Doc(Entity entity, UUID id, long rev, SortedMap<String, Value> fields) {

  public Doc {
    fields = Collections.unmodifiableSortedMap(new TreeMap<>(fields));
  }

  public RowKey key() {
    return new RowKey(entity, id);
  }

  /// The value of a field, or empty.
  public Optional<Value> get(String field) {
    return Optional.ofNullable(fields.get(field));
  }

  /// The text of a field, or empty if it has none.
  public Optional<String> text(String field) {
    return get(field).map(value -> text(field, value));
  }

  /// The id in a field, or empty.
  public Optional<UUID> uuid(String field) {
    return text(field).map(UUID::fromString);
  }

  /// The instant in a field, or empty.
  public Optional<Instant> instant(String field) {
    return text(field).map(Instant::parse);
  }

  /// The integer in a field; a field without value counts as 0.
  public long whole(String field) {
    Optional<Value> value = get(field);
    if (value.isEmpty()) {
      return 0;
    }
    if (value.get() instanceof Value.Whole(long number)) {
      return number;
    }
    throw otherType(field);
  }

  /// One half of a body, `html` or `text`, or empty.
  public Optional<String> body(String half) {
    Optional<Value> body = get("body");
    if (body.isEmpty()) {
      return Optional.empty();
    }
    if (body.get() instanceof Value.Fields halves) {
      return Optional.ofNullable(halves.members().get(half)).map(value -> text("body", value));
    }
    throw otherType("body");
  }

  /// The same row with a field set, or cleared when the value is empty.
  public Doc with(String field, Optional<Value> value) {
    SortedMap<String, Value> changed = new TreeMap<>(fields);
    value.ifPresentOrElse(v -> changed.put(field, v), () -> changed.remove(field));
    return new Doc(entity, id, rev, changed);
  }

  /// The same row with a field set.
  public Doc with(String field, Value value) {
    return with(field, Optional.of(value));
  }

  /// The same row with a field set to a text.
  public Doc with(String field, String text) {
    return with(field, Value.text(text));
  }

  /// The same row with a field set to an instant.
  public Doc with(String field, Instant at) {
    return with(field, Value.text(at.toString()));
  }

  /// The same row with a field set to an id.
  public Doc with(String field, UUID id) {
    return with(field, Value.text(id.toString()));
  }

  /// The same row with a field set to an integer.
  public Doc with(String field, long number) {
    return with(field, Value.whole(number));
  }

  /// The same row without a field.
  public Doc without(String field) {
    return with(field, Optional.empty());
  }

  /// The same row at another rev.
  public Doc at(long rev) {
    return new Doc(entity, id, rev, fields);
  }

  /// The part of the row that clients see.
  public Doc synced() {
    SortedMap<String, Value> kept = new TreeMap<>(fields);
    for (FieldSpec field : EntitySpec.of(entity).fields()) {
      if (field.reach() == FieldSpec.Reach.SERVER_ONLY) {
        kept.remove(field.name());
      }
    }
    return new Doc(entity, id, rev, kept);
  }

  private String text(String field, Value value) {
    if (value instanceof Value.Text(String text)) {
      return text;
    }
    throw otherType(field);
  }

  private IllegalStateException otherType(String field) {
    return new IllegalStateException(entity.table() + "." + field + " has another type");
  }
}
