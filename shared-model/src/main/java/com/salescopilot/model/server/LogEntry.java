package com.salescopilot.model.server;

import com.salescopilot.model.entity.RowKey;
import com.salescopilot.model.sync.Outcome;
import com.salescopilot.model.sync.Stamp;
import java.util.Optional;
import java.util.OptionalLong;
import java.util.Set;
import java.util.UUID;

/// A mutation as the log keeps it: inbox against repeats, history, and the memory of who wrote
/// what.
///
/// @param seq its place in its device's chain; none for one that did not come by push
/// @param body the change as it came, in canonical JSON
/// @param target the row it is about; none if the change could not be read
/// @param also other rows that it changed
/// @param fields the fields that it really set: of its target by their names, of other rows as
///   [#elsewhere] says
public record LogEntry(
    UUID id,
    String hash,
    Stamp stamp,
    OptionalLong seq,
    String op,
    String body,
    Optional<RowKey> target,
    Set<UUID> also,
    Set<String> fields,
    Outcome outcome) {

  /// How a field of another row than the target is named: a mutation that left its target as it was
  /// must not pass for the one that wrote it.
  public static String elsewhere(UUID row, String field) {
    return row + "/" + field;
  }

  /// Whether it set this field of this row.
  public boolean wrote(RowKey row, String field) {
    return target.map(RowKey::id).equals(Optional.of(row.id()))
        ? fields.contains(field)
        : fields.contains(elsewhere(row.id(), field));
  }
}
