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
/// @param fields the fields that it really set
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
    Outcome outcome) {}
