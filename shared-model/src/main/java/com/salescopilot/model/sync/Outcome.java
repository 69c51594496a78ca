package com.salescopilot.model.sync;

import java.util.UUID;

/// What became of a mutation.
public sealed interface Outcome {

  /// It changed something as asked.
  record Applied() implements Outcome {}

  /// It was joined with what was there; the answer is the surviving row.
  record Merged(UUID survivor) implements Outcome {}

  /// It asked for what is already so.
  record NoOp() implements Outcome {}

  /// It was refused; nothing changed.
  ///
  /// @param field the field at fault as a JSON name, empty if it is the whole
  /// @param detail one sentence for the person who asked
  record Rejected(RejectCode code, String field, String detail) implements Outcome {}
}
