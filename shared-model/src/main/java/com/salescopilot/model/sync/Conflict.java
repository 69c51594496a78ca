package com.salescopilot.model.sync;

import com.salescopilot.model.entity.RowKey;
import com.salescopilot.model.id.UserId;
import com.salescopilot.model.value.Value;
import java.time.Instant;
import java.util.Optional;
import java.util.UUID;

/// A real disagreement, kept for the person whose value lost.
///
/// @param owner whose review inbox it goes to
/// @param mutationId the losing mutation
/// @param mine the losing value
/// @param theirs the value that stands
public record Conflict(
    UserId owner,
    Kind kind,
    UUID mutationId,
    RowKey row,
    String field,
    Optional<Value> was,
    Optional<Value> mine,
    Optional<Value> theirs,
    Optional<UserId> theirsBy,
    Instant theirsAt) {

  /// What kind of disagreement.
  public enum Kind {
    /// Two people set one field.
    FIELD,
    /// A row was removed under an edit its remover had not seen.
    GONE,
    /// A whole mutation was refused.
    REJECTED,
    /// One person's letter was written on two machines; the other version is a draft of its own.
    COPY
  }
}
