package com.salescopilot.desktop.campaigns;

import com.salescopilot.desktop.desk.Edits;
import com.salescopilot.desktop.shell.Refusal;
import com.salescopilot.desktop.shell.Toasts;
import com.salescopilot.desktop.ui.Async;
import com.salescopilot.desktop.ui.Texts;
import com.salescopilot.desktop.ui.Turns;
import java.util.UUID;

/// Publishes what was written of steps, or throws it away; both can be taken back.
final class StepPublishing {
  private final StepEdits edits;
  private final Async async;
  private final Turns turns;
  private final Toasts toasts;
  private final Texts texts;

  /// @param turns in which what is written is kept
  StepPublishing(StepEdits edits, Async async, Turns turns, Toasts toasts, Texts texts) {
    this.edits = edits;
    this.async = async;
    this.turns = turns;
    this.toasts = toasts;
    this.texts = texts;
  }

  void save(UUID campaign, StepRow row, Runnable onSaved) {
    turns.then(
        () -> edits.save(campaign, row),
        done -> {
          done.ifPresent(each -> said(row, each));
          onSaved.run();
        },
        this::refused);
  }

  void discard(UUID campaign, StepRow row, Runnable onChanged) {
    turns.then(
        () -> {
          row.forget(edits.store(), campaign);
          return row;
        },
        kept -> {
          toasts.done(
              texts.get(getClass(), "steps.discarded"),
              undo(() -> restore(campaign, kept, onChanged)));
          onChanged.run();
        },
        this::refused);
  }

  private void restore(UUID campaign, StepRow kept, Runnable onChanged) {
    turns.keep("step " + kept.id(), () -> kept.keep(edits.store(), campaign), this::refused);
    onChanged.run();
  }

  private void said(StepRow row, Edits.Done done) {
    toasts.done(
        texts.get(getClass(), "steps.saved", row.position(), row.variant()),
        undo(
            () ->
                done.undo()
                    .ifPresent(
                        back -> async.run(() -> edits.takeBack(back), _ -> {}, this::refused))));
  }

  /// What takes something back.
  Toasts.Action undo(Runnable back) {
    return new Toasts.Action(texts.get(getClass(), "common.undo"), back);
  }

  private void refused(RuntimeException e) {
    toasts.problem(Refusal.words(texts, e));
  }
}
