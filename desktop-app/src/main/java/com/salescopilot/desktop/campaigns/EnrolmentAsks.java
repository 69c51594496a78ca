package com.salescopilot.desktop.campaigns;

import com.salescopilot.desktop.shell.Refusal;
import com.salescopilot.desktop.shell.Toasts;
import com.salescopilot.desktop.ui.Async;
import com.salescopilot.desktop.ui.Texts;
import com.salescopilot.model.campaign.EnrolmentMove;
import com.salescopilot.model.campaign.EnrolmentStatus;
import java.util.List;
import java.util.stream.Stream;

/// What can be asked of somebody's place in a campaign, in words, and asked.
final class EnrolmentAsks {
  private final CampaignEdits edits;
  private final Async async;
  private final Toasts toasts;
  private final Texts texts;

  EnrolmentAsks(CampaignEdits edits, Async async, Toasts toasts, Texts texts) {
    this.edits = edits;
    this.async = async;
    this.toasts = toasts;
    this.texts = texts;
  }

  /// What would change something for somebody in this status.
  List<EnrolmentMove> offered(EnrolmentStatus status) {
    return Stream.of(EnrolmentMove.values())
        .filter(move -> move.leaves(status) && !isThere(status, move))
        .toList();
  }

  private static boolean isThere(EnrolmentStatus status, EnrolmentMove move) {
    return switch (move) {
      case PAUSE -> status == EnrolmentStatus.PAUSED;
      case RESUME -> status == EnrolmentStatus.ACTIVE;
      case EXCLUDE -> status == EnrolmentStatus.EXCLUDED;
      case RETRY, RESTART -> false;
    };
  }

  String name(EnrolmentMove move) {
    return text("ask." + move.name());
  }

  /// Asks; where something takes it back, it can be taken back.
  void make(EnrolmentRow row, EnrolmentMove move) {
    async.run(
        () -> edits.ask(row.doc().id(), move),
        done -> {
          String words = text("asked." + move.name(), row.name());
          done.undo()
              .ifPresentOrElse(
                  undo ->
                      toasts.done(
                          words,
                          new Toasts.Action(
                              text("common.undo"),
                              () -> async.run(() -> edits.takeBack(undo), _ -> {}, this::refused))),
                  () -> toasts.doneForGood(words));
        },
        this::refused);
  }

  private void refused(RuntimeException e) {
    toasts.problem(Refusal.words(texts, e));
  }

  private String text(String key, Object... values) {
    return texts.get(EnrolmentAsks.class, key, values);
  }
}
