package com.salescopilot.desktop.campaigns;

import com.salescopilot.desktop.shell.Refusal;
import com.salescopilot.desktop.shell.Toasts;
import com.salescopilot.desktop.ui.Async;
import com.salescopilot.desktop.ui.Texts;
import com.salescopilot.model.campaign.CampaignMove;
import com.salescopilot.model.campaign.CampaignMoves;
import com.salescopilot.model.campaign.CampaignStatus;
import com.salescopilot.model.sync.CampaignCommand.Move.Waiting;
import java.util.List;
import java.util.UUID;
import java.util.function.Consumer;

/// What can be asked of a campaign's status, in words, and asked.
final class Moves {
  private final CampaignEdits edits;
  private final Async async;
  private final Toasts toasts;
  private final Texts texts;
  private final Consumer<UUID> review;

  /// @param review leads to the page on which a campaign with steps is looked at before it starts
  Moves(CampaignEdits edits, Async async, Toasts toasts, Texts texts, Consumer<UUID> review) {
    this.review = review;
    this.edits = edits;
    this.async = async;
    this.toasts = toasts;
    this.texts = texts;
  }

  /// The moves that are offered, possible or not, the likeliest first.
  List<CampaignMove> offered(CampaignStatus status) {
    return switch (status) {
      case DRAFT ->
          List.of(
              CampaignMove.START, CampaignMove.PAUSE, CampaignMove.COMPLETE, CampaignMove.ARCHIVE);
      case ACTIVE ->
          List.of(
              CampaignMove.PAUSE, CampaignMove.START, CampaignMove.COMPLETE, CampaignMove.ARCHIVE);
      case PAUSED ->
          List.of(
              CampaignMove.RESUME, CampaignMove.PAUSE, CampaignMove.COMPLETE, CampaignMove.ARCHIVE);
      case COMPLETED ->
          List.of(
              CampaignMove.REOPEN, CampaignMove.START, CampaignMove.PAUSE, CampaignMove.ARCHIVE);
      case ARCHIVED ->
          List.of(
              CampaignMove.REOPEN, CampaignMove.START, CampaignMove.PAUSE, CampaignMove.COMPLETE);
    };
  }

  /// What a move is called.
  String name(CampaignMove move) {
    return text("move." + move.name());
  }

  String openName() {
    return text("campaigns.open");
  }

  /// Why a move cannot be made; empty if it can.
  String obstacle(CampaignStatus status, CampaignMove move) {
    return switch (CampaignMoves.move(status, move)) {
      case CampaignMoves.Moved _ -> "";
      case CampaignMoves.Unchanged _ -> text("move.already", text("is." + status.name()));
      case CampaignMoves.Refused _ ->
          text("move.refused", text("is." + status.name()), text("moved." + move.name()));
    };
  }

  /// Makes a move; where something takes it back, it can be taken back. What lets mails of steps
  /// leave is looked at first.
  void make(CampaignRow row, CampaignMove move) {
    boolean starts =
        CampaignMoves.move(row.status(), move)
            .equals(new CampaignMoves.Moved(CampaignStatus.ACTIVE));
    if (!starts) {
      make(row, move, Waiting.REFUSED);
      return;
    }
    async.run(
        () -> edits.hasSteps(row.id()),
        steps -> {
          if (steps) {
            review.accept(row.id());
          } else {
            make(row, move, Waiting.REFUSED);
          }
        },
        this::refused);
  }

  /// Makes a move of which it was looked what stands against it.
  ///
  /// @param waiting whether it starts although some prospects will have to wait
  void make(CampaignRow row, CampaignMove move, Waiting waiting) {
    async.run(
        () -> edits.move(row, move, waiting),
        done -> {
          String words = text("done." + move.name(), row.name());
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
    return texts.get(Moves.class, key, values);
  }
}
