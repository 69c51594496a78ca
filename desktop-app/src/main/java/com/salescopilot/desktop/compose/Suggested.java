package com.salescopilot.desktop.compose;

import com.salescopilot.model.ai.BuiltIn;
import com.salescopilot.model.ai.Flag;
import com.salescopilot.model.ai.Hunk;
import java.util.ArrayList;
import java.util.List;
import java.util.UUID;

/// Changes that are offered, in the order of the letter.
///
/// @param text the letter's text as they are meant for it
/// @param hunks those that are neither taken nor turned down yet
/// @param flags what was held back, and why
/// @param missing fields that would help if they were filled
/// @param degraded why it is the built-in engine that answers; empty if it was meant to
/// @param maker who made them
record Suggested(
    String text,
    List<Hunk> hunks,
    List<Flag> flags,
    List<String> missing,
    String degraded,
    Maker maker) {
  static final Suggested NOTHING =
      new Suggested(
          "", List.of(), List.of(), List.of(), "", Maker.here(new UUID(0, 0), Kind.REWRITE));

  /// What was asked for.
  enum Kind {
    PERSONALIZE,
    REWRITE
  }

  /// Who made them.
  ///
  /// @param request names the answer
  /// @param engine its name
  /// @param version of what it was told, or of itself
  record Maker(UUID request, Kind kind, String engine, String version) {
    /// The built-in engine on this machine.
    static Maker here(UUID request, Kind kind) {
      return new Maker(request, kind, "", BuiltIn.VERSION);
    }

    boolean isHere() {
      return engine.isEmpty();
    }
  }

  Suggested {
    hunks = List.copyOf(hunks);
    flags = List.copyOf(flags);
    missing = List.copyOf(missing);
  }

  /// The same, instead of what was wanted.
  Suggested because(String reason) {
    return new Suggested(text, hunks, flags, missing, reason, maker);
  }

  /// The same with fewer changes.
  Suggested only(List<Hunk> some) {
    return new Suggested(text, some, flags, missing, degraded, maker);
  }

  /// What a change replaces.
  String before(Hunk hunk) {
    return text.substring(hunk.from(), hunk.to());
  }

  /// The rest, after one was turned down.
  Suggested without(Hunk gone) {
    List<Hunk> rest = new ArrayList<>(hunks);
    rest.remove(gone);
    return only(rest);
  }

  /// The rest, after one was taken: what stands behind it has moved.
  Suggested after(Hunk taken, String now) {
    int grown = taken.text().length() - (taken.to() - taken.from());
    List<Hunk> rest = new ArrayList<>();
    for (Hunk hunk : hunks) {
      if (!hunk.equals(taken)) {
        int by = hunk.from() >= taken.to() ? grown : 0;
        rest.add(new Hunk(hunk.from() + by, hunk.to() + by, hunk.text(), hunk.reason()));
      }
    }
    return new Suggested(now, rest, flags, missing, degraded, maker);
  }
}
