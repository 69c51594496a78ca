package com.salescopilot.model.template;

import com.salescopilot.model.template.FieldSyntax.If;
import java.util.ArrayDeque;
import java.util.ArrayList;
import java.util.Deque;
import java.util.List;
import java.util.Optional;

/// The pieces of a template while it is read: which conditions are open, and where the next piece
/// goes.
final class Branches {
  private final List<Part> top = new ArrayList<>();
  private final Deque<Open> open = new ArrayDeque<>();

  /// A condition that has begun.
  static final class Open {
    final int start;
    final int end;
    private final If condition;
    private final List<Part> then = new ArrayList<>();
    private final List<Part> otherwise = new ArrayList<>();
    private boolean inElse;

    private Open(If condition, int start, int end) {
      this.condition = condition;
      this.start = start;
      this.end = end;
    }
  }

  void add(Part part) {
    current().add(part);
  }

  /// How many conditions a piece stands within.
  int depth() {
    return open.size();
  }

  void begin(If condition, int start, int end) {
    open.push(new Open(condition, start, end));
  }

  /// Goes on with the other readers.
  ///
  /// @return whether there was a condition that had no others yet
  boolean turn() {
    Open last = open.peek();
    if (last == null || last.inElse) {
      return false;
    }
    last.inElse = true;
    return true;
  }

  /// Ends the innermost condition; empty if none is open.
  Optional<Open> end() {
    Open last = open.poll();
    if (last == null) {
      return Optional.empty();
    }
    add(
        new Part.Branch(
            last.condition.name(), last.condition.condition(), last.then, last.otherwise));
    return Optional.of(last);
  }

  List<Part> parts() {
    return List.copyOf(top);
  }

  private List<Part> current() {
    Open last = open.peek();
    return last == null ? top : last.inElse ? last.otherwise : last.then;
  }
}
