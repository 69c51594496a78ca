package com.salescopilot.model.ai;

import java.util.List;

/// What is left of a proposal.
///
/// @param hunks what of it may be offered; none if it failed as a whole
/// @param flags what it was not allowed to say, and why
/// @param verified false if it failed as a whole
public record Verdict(List<Hunk> hunks, List<Flag> flags, boolean verified) {
  public Verdict {
    hunks = List.copyOf(hunks);
    flags = List.copyOf(flags);
  }
}
