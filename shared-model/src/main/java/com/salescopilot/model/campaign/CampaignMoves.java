package com.salescopilot.model.campaign;

import static com.salescopilot.model.campaign.CampaignStatus.ACTIVE;
import static com.salescopilot.model.campaign.CampaignStatus.ARCHIVED;
import static com.salescopilot.model.campaign.CampaignStatus.COMPLETED;
import static com.salescopilot.model.campaign.CampaignStatus.DRAFT;
import static com.salescopilot.model.campaign.CampaignStatus.PAUSED;

import java.util.Arrays;
import java.util.Optional;

/// The state machine of campaigns. It does not know preflight: that a campaign may start says
/// nothing about whether its mails are fit to leave.
public final class CampaignMoves {
  private CampaignMoves() {}

  /// What a command does to a campaign.
  public sealed interface Move permits Moved, Unchanged, Refused {}

  /// The campaign gets another status.
  public record Moved(CampaignStatus to) implements Move {}

  /// The campaign already is where the command leads: success, and nothing to write.
  public record Unchanged(CampaignStatus status) implements Move {}

  /// The command is illegal in this status (`STATE`).
  ///
  /// @param reason a sentence for people
  public record Refused(String reason) implements Move {}

  /// What a command does in a status.
  public static Move move(CampaignStatus from, CampaignMove command) {
    if (from == command.target()) {
      return new Unchanged(from);
    }
    if (leaves(from, command)) {
      return new Moved(command.target());
    }
    return new Refused(
        "A campaign that is %s cannot be %s.".formatted(words(from), participle(command)));
  }

  /// The command that leads from one status to another, as `PATCH …/status` names only the target.
  ///
  /// @return empty if no command leads there, or if nothing is to be done
  public static Optional<CampaignMove> moveTo(CampaignStatus from, CampaignStatus to) {
    return Arrays.stream(CampaignMove.values())
        .filter(command -> command.target() == to && from != to && leaves(from, command))
        .findFirst();
  }

  private static boolean leaves(CampaignStatus from, CampaignMove command) {
    return switch (command) {
      case START -> from == DRAFT;
      case PAUSE -> from == ACTIVE;
      case RESUME -> from == PAUSED;
      case COMPLETE -> from == ACTIVE || from == PAUSED;
      case ARCHIVE -> from == DRAFT || from == PAUSED || from == COMPLETED;
      case REOPEN -> from == COMPLETED || from == ARCHIVED;
    };
  }

  private static String words(CampaignStatus status) {
    return switch (status) {
      case DRAFT -> "a draft";
      case ACTIVE -> "active";
      case PAUSED -> "paused";
      case COMPLETED -> "completed";
      case ARCHIVED -> "archived";
    };
  }

  private static String participle(CampaignMove command) {
    return switch (command) {
      case START -> "started";
      case PAUSE -> "paused";
      case RESUME -> "resumed";
      case COMPLETE -> "completed";
      case ARCHIVE -> "archived";
      case REOPEN -> "reopened";
    };
  }
}
