package com.salescopilot.model.ai;

import java.util.List;

/// What is left of what a model said about a letter.
///
/// @param text the sentences that draft and facts support; empty if there are none
/// @param flags what it was not allowed to say, and why
public record Remark(String text, List<Flag> flags) {
  public Remark {
    flags = List.copyOf(flags);
  }

  static Remark none(Check check) {
    return new Remark("", List.of(Flag.of(check, "")));
  }
}
