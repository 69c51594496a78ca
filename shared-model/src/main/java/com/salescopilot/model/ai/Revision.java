package com.salescopilot.model.ai;

import java.util.ArrayList;
import java.util.Comparator;
import java.util.List;

/// A text while it is changed again and again, which remembers every change by its place in the
/// text as it was at first.
final class Revision {
  private final String original;
  private final List<Hunk> hunks = new ArrayList<>();
  private String text;

  Revision(String original) {
    this.original = original;
    this.text = original;
  }

  String text() {
    return text;
  }

  List<Hunk> hunks() {
    return List.copyOf(hunks);
  }

  /// Makes changes of the text as it is now, which do not overlap.
  void apply(List<Edit> edits, String reason) {
    edits.stream()
        .sorted(Comparator.comparingInt(Edit::from).reversed())
        .forEach(edit -> apply(edit, reason));
  }

  /// What touches an earlier change becomes one with it.
  private void apply(Edit edit, String reason) {
    int delta = 0;
    int first = 0;
    while (first < hunks.size() && end(hunks.get(first), delta) < edit.from()) {
      delta += growth(hunks.get(first));
      first++;
    }
    int from = edit.from();
    int to = edit.to();
    int after = delta;
    int last = first;
    String why = reason;
    while (last < hunks.size() && hunks.get(last).from() + after <= edit.to()) {
      Hunk touched = hunks.get(last);
      from = Math.min(from, touched.from() + after);
      to = Math.max(to, end(touched, after));
      why = touched.reason();
      after += growth(touched);
      last++;
    }
    String joined = text.substring(from, edit.from()) + edit.text() + text.substring(edit.to(), to);
    Hunk hunk = new Hunk(from - delta, to - after, joined, why);
    hunks.subList(first, last).clear();
    if (!original.substring(hunk.from(), hunk.to()).equals(joined)) {
      hunks.add(first, hunk);
    }
    text = text.substring(0, edit.from()) + edit.text() + text.substring(edit.to());
  }

  private static int end(Hunk hunk, int delta) {
    return hunk.from() + delta + hunk.text().length();
  }

  private static int growth(Hunk hunk) {
    return hunk.text().length() - (hunk.to() - hunk.from());
  }
}
