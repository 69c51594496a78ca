package com.salescopilot.desktop.editor;

import java.util.ArrayDeque;
import java.util.Deque;
import java.util.Optional;

/// The steps that undo goes back by: a command is one, and so is a word that was typed without a
/// break.
final class History {
  private static final int LIMIT = 300;

  /// Where the writer was.
  ///
  /// @param caret in characters from the beginning of the text
  record Moment(Document document, int caret) {}

  /// What made a change.
  enum Cause {
    /// One character was typed.
    TYPING,
    /// One character was deleted.
    DELETING,
    /// Anything larger.
    COMMAND
  }

  private final Deque<Moment> back = new ArrayDeque<>();
  private final Deque<Moment> forth = new ArrayDeque<>();
  private Document now = Document.EMPTY;
  private Cause last = Cause.COMMAND;
  private int lastCaret = -1;

  /// Forgets everything: another letter is being written.
  void begin(Document document) {
    back.clear();
    forth.clear();
    now = document;
    seal();
  }

  /// Whatever comes is a step of its own.
  void seal() {
    last = Cause.COMMAND;
    lastCaret = -1;
  }

  /// Takes a change down.
  ///
  /// @param before the caret before it
  /// @param after the caret behind it
  void changed(Document document, Cause cause, int before, int after) {
    if (document.equals(now)) {
      // such as a blank at the end of an empty line
      lastCaret = lastCaret == before ? after : lastCaret;
      return;
    }
    boolean goesOn = cause != Cause.COMMAND && cause == last && before == lastCaret;
    if (!goesOn) {
      push(back, new Moment(now, before));
    }
    forth.clear();
    now = document;
    last = cause;
    lastCaret = after;
  }

  boolean canUndo() {
    return !back.isEmpty();
  }

  boolean canRedo() {
    return !forth.isEmpty();
  }

  /// What to show instead, if there is something to undo.
  Optional<Moment> undo(int caret) {
    return step(back, forth, caret);
  }

  /// What to show instead, if there is something to redo.
  Optional<Moment> redo(int caret) {
    return step(forth, back, caret);
  }

  private Optional<Moment> step(Deque<Moment> from, Deque<Moment> to, int caret) {
    Optional<Moment> moment = Optional.ofNullable(from.poll());
    moment.ifPresent(
        found -> {
          push(to, new Moment(now, caret));
          now = found.document();
        });
    seal();
    return moment;
  }

  private static void push(Deque<Moment> stack, Moment moment) {
    stack.push(moment);
    if (stack.size() > LIMIT) {
      stack.removeLast();
    }
  }
}
