package com.salescopilot.model.template;

import com.salescopilot.model.id.Uniform;
import java.util.List;
import java.util.UUID;

/// What chance in a template goes by, so that what was previewed is what leaves.
///
/// @param prospect who reads it
/// @param text the campaign step, template or draft that it is written in
public record PickSeed(UUID prospect, UUID text) {
  private static final UUID NIL = new UUID(0, 0);

  /// For texts whose reader or source is not known.
  public static final PickSeed NONE = new PickSeed(NIL, NIL);

  /// For a letter that was written without a template.
  public static PickSeed to(UUID prospect) {
    return new PickSeed(prospect, NIL);
  }

  /// One of the alternatives; always the same for the same place in the same text to the same
  /// reader, and spread evenly over readers.
  String pick(List<String> alternatives, int ordinal) {
    double u = Uniform.u("pick", prospect, text, ordinal);
    return alternatives.get((int) Math.floor(u * alternatives.size()));
  }
}
