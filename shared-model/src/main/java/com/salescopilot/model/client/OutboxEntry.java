package com.salescopilot.model.client;

import com.salescopilot.model.sync.Change;
import com.salescopilot.model.sync.Fold;
import com.salescopilot.model.sync.Mutation;
import com.salescopilot.model.sync.Stamp;
import java.util.OptionalLong;
import java.util.UUID;

/// A mutation that the server has not confirmed yet.
///
/// @param stamp who made it and when, by this machine's clock
/// @param seq its number in the chain once it is sealed; from then on its body never changes
/// @param replay whether a server whose history is lost may have had it already
public record OutboxEntry(Mutation mutation, Stamp stamp, OptionalLong seq, boolean replay) {

  public OutboxEntry(Mutation mutation, Stamp stamp, OptionalLong seq) {
    this(mutation, stamp, seq, false);
  }

  public boolean sealed() {
    return seq.isPresent();
  }

  OutboxEntry sealedAs(long number) {
    return new OutboxEntry(mutation, stamp, OptionalLong.of(number), replay);
  }

  /// What stands for this one and a later change. Its id is new: a copy of these files may send
  /// this one under the old id, and one id must never name two changes.
  OutboxEntry with(UUID id, Change change, Stamp at) {
    return new OutboxEntry(new Mutation(id, change), at, seq, replay);
  }

  /// The same without a number: for a chain that begins anew.
  OutboxEntry unnumbered() {
    return new OutboxEntry(mutation, stamp, OptionalLong.empty(), replay);
  }

  /// The same, offered to a server that may have had it.
  OutboxEntry again() {
    return new OutboxEntry(mutation, stamp, seq, true);
  }

  Fold.Pending asPending() {
    return new Fold.Pending(mutation, stamp);
  }
}
