package com.salescopilot.desktop.synccentre;

import com.salescopilot.desktop.desk.Edits;
import com.salescopilot.desktop.shell.Refusal;
import com.salescopilot.desktop.shell.Toasts;
import com.salescopilot.desktop.ui.Async;
import com.salescopilot.desktop.ui.Texts;
import com.salescopilot.model.sync.Change;
import java.util.List;
import java.util.Optional;

/// Does what was decided, says so, and offers the way back where there is one.
final class Deciding {
  private final Decisions decisions;
  private final Edits edits;
  private final Async async;
  private final Toasts toasts;
  private final Texts texts;

  Deciding(Decisions decisions, Edits edits, Async async, Toasts toasts, Texts texts) {
    this.decisions = decisions;
    this.edits = edits;
    this.async = async;
    this.toasts = toasts;
    this.texts = texts;
  }

  /// @param value what was typed in place of both values
  /// @param after is called when it is done
  void decide(Card card, Card.Decision decision, Optional<String> value, Runnable after) {
    async.run(
        () -> decisions.make(card.source(), decision, value),
        made -> {
          say(texts.get(getClass(), "done." + decision.name()), made.undo());
          after.run();
        },
        this::refused);
  }

  /// Says what was done.
  ///
  /// @param undo takes it back; empty if there is no way back
  void say(String words, List<Change> undo) {
    if (undo.isEmpty()) {
      toasts.doneForGood(words);
      return;
    }
    toasts.done(
        words,
        new Toasts.Action(
            texts.get(getClass(), "common.undo"),
            () ->
                async.run(
                    () -> undo.stream().map(edits::takeBack).toList(), _ -> {}, this::refused)));
  }

  void refused(RuntimeException e) {
    toasts.problem(Refusal.words(texts, e));
  }
}
