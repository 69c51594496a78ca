package com.salescopilot.desktop.campaigns;

import com.salescopilot.desktop.shell.Refusal;
import com.salescopilot.desktop.shell.Toasts;
import com.salescopilot.desktop.ui.Async;
import com.salescopilot.desktop.ui.Texts;
import com.salescopilot.model.entity.Doc;
import java.util.List;
import java.util.UUID;

/// Removes steps and moves them, and says why that cannot be.
final class StepMoves {
  private final StepEdits edits;
  private final Async async;
  private final Toasts toasts;
  private final Texts texts;

  StepMoves(StepEdits edits, Async async, Toasts toasts, Texts texts) {
    this.edits = edits;
    this.async = async;
    this.toasts = toasts;
    this.texts = texts;
  }

  /// Why a step cannot be removed; empty if it can.
  ///
  /// @param reached the last step that somebody has had
  String obstacle(StepRow row, int reached) {
    return !row.isNew() && row.position() <= reached ? text("steps.passed", reached) : "";
  }

  /// Why a step cannot change places with a neighbour; empty if it can.
  String obstacle(StepRow row, int by, List<StepRow> all, int reached) {
    int to = row.position() + by;
    boolean there =
        all.stream().anyMatch(each -> each.position() == to && each.leads() && !each.isNew());
    if (row.isNew()) {
      return text("steps.saveFirst");
    }
    if (!there) {
      return text(by < 0 ? "steps.isFirst" : "steps.isLast");
    }
    return Math.min(row.position(), to) <= reached ? text("steps.passed", reached) : "";
  }

  /// Moves the chosen step, if it can be moved.
  void move(StepsViewModel model, int by) {
    int reached = model.around().get().reached();
    model
        .selected()
        .get()
        .filter(row -> obstacle(row, by, model.rows(), reached).isEmpty())
        .ifPresent(row -> model.campaign().ifPresent(id -> move(id, row, by)));
  }

  /// Removes the chosen wording, if it can be removed.
  void remove(StepsViewModel model) {
    model
        .selected()
        .get()
        .filter(row -> obstacle(row, model.around().get().reached()).isEmpty())
        .ifPresent(row -> model.campaign().ifPresent(id -> remove(id, row, model.rows())));
  }

  /// Removes a wording, or a whole step with its first one.
  void remove(UUID campaign, StepRow row, List<StepRow> all) {
    List<StepRow> gone =
        row.leads()
            ? all.stream().filter(each -> each.position() == row.position()).toList()
            : List.of(row);
    List<Doc> rows = gone.stream().flatMap(each -> each.published().stream()).toList();
    async.run(
        () -> {
          gone.forEach(each -> each.forget(edits.store(), campaign));
          return edits.remove(campaign, rows);
        },
        removed ->
            toasts.done(
                row.leads()
                    ? text("steps.removed", row.position())
                    : text("steps.removedVariant", row.position(), row.variant()),
                new Toasts.Action(
                    texts.get(getClass(), "common.undo"),
                    () ->
                        async.run(
                            () -> {
                              edits.bringBack(removed);
                              return removed;
                            },
                            _ -> {},
                            this::refused))),
        this::refused);
  }

  /// Moves a step before or behind its neighbour.
  void move(UUID campaign, StepRow row, int by) {
    async.run(
        () -> edits.move(campaign, row.position(), by),
        done ->
            done.flatMap(each -> each.undo())
                .ifPresent(
                    undo ->
                        toasts.done(
                            text("steps.moved", row.position(), row.position() + by),
                            new Toasts.Action(
                                texts.get(getClass(), "common.undo"),
                                () ->
                                    async.run(
                                        () -> edits.takeBack(undo), _ -> {}, this::refused)))),
        this::refused);
  }

  private void refused(RuntimeException e) {
    toasts.problem(Refusal.words(texts, e));
  }

  private String text(String key, Object... values) {
    return texts.get(StepMoves.class, key, values);
  }
}
