package com.salescopilot.model.sync;

import com.salescopilot.model.campaign.CampaignMoves;
import com.salescopilot.model.campaign.CampaignStatus;
import com.salescopilot.model.campaign.EnrolmentStatus;
import com.salescopilot.model.entity.Doc;
import com.salescopilot.model.entity.Entity;
import com.salescopilot.model.entity.RowKey;
import com.salescopilot.model.id.DerivedId;
import com.salescopilot.model.value.Value;
import java.time.Duration;
import java.time.Instant;
import java.util.ArrayList;
import java.util.LinkedHashSet;
import java.util.List;
import java.util.Optional;
import java.util.Set;
import java.util.TreeMap;
import java.util.UUID;

/// Changes of a campaign's status and audience.
final class CampaignRules {
  private static final Duration STALE_AFTER = Duration.ofHours(24);

  private CampaignRules() {}

  static Result apply(Context context, CampaignCommand command) {
    Optional<Doc> found = context.view().row(command.target());
    if (found.isEmpty()) {
      return context.gone("The campaign");
    }
    Doc campaign = found.get();
    if (!context.mayChange(campaign)) {
      return context.forbidden(Entity.CAMPAIGN.table());
    }
    return switch (command) {
      case CampaignCommand.Move move -> move(context, campaign, move);
      case CampaignCommand.Enrol enrol -> enrol(context, campaign, enrol);
      case CampaignCommand.Reorder reorder -> StepRules.reorder(context, reorder);
      case CampaignCommand.Halt halt ->
          status(campaign) == CampaignStatus.ACTIVE
              ? to(
                  context,
                  campaign,
                  CampaignStatus.PAUSED,
                  Optional.of(Value.text(halt.alarm().name())))
              : Result.noOp();
      case CampaignCommand.Activate activate ->
          status(campaign) == CampaignStatus.DRAFT
              ? to(context, campaign, CampaignStatus.ACTIVE, Optional.empty())
              : Result.noOp();
    };
  }

  private static Result move(Context context, Doc campaign, CampaignCommand.Move move) {
    return switch (CampaignMoves.move(status(campaign), move.move())) {
      case CampaignMoves.Refused(String reason) ->
          Result.rejected(RejectCode.STATE, "status", reason);
      case CampaignMoves.Unchanged unchanged -> Result.noOp();
      case CampaignMoves.Moved(CampaignStatus target) ->
          refusal(context, campaign, move, target)
              .orElseGet(() -> to(context, campaign, target, Optional.empty()));
    };
  }

  /// Starting asks more than stopping: nobody may start what somebody else just stopped.
  private static Optional<Result> refusal(
      Context context, Doc campaign, CampaignCommand.Move move, CampaignStatus target) {
    if (!move.starts()) {
      return Optional.empty();
    }
    if (!move.seen().equals(campaign.uuid("statusChange"))) {
      return Optional.of(
          Result.rejected(
              RejectCode.STATE, "status", "Somebody changed the campaign's status meanwhile."));
    }
    if (context.stamp().editedAt().plus(STALE_AFTER).isBefore(context.stamp().now())) {
      return Optional.of(
          Result.rejected(
              RejectCode.STALE, "", "The start was asked for more than a day ago; ask again."));
    }
    return campaign
        .instant("endDate")
        .filter(end -> target == CampaignStatus.ACTIVE && !end.isAfter(context.stamp().now()))
        .map(
            end ->
                Result.rejected(
                    RejectCode.PREFLIGHT, "endDate", "The campaign's end date has passed."));
  }

  /// @param stopped why the server stopped it; a person's pause has no reason to be told
  private static Result to(
      Context context, Doc before, CampaignStatus target, Optional<Value> stopped) {
    Instant at = context.stamp().editedAt();
    Doc after =
        before
            .with("status", target.name())
            .with("statusChange", context.mutation())
            .with("pausedReason", stopped)
            .with("updatedAt", at);
    if (target == CampaignStatus.ACTIVE && before.get("activatedAt").isEmpty()) {
      after = after.with("activatedAt", at);
    }
    Optional<Value> pauses = pauses(before, target, at);
    return Result.applied(
        context.change(before, pauses.isPresent() ? after.with("pauses", pauses) : after));
  }

  /// The pauses `[[from, to] …]`; the last has no end while it lasts.
  private static Optional<Value> pauses(Doc before, CampaignStatus target, Instant at) {
    List<Value> pauses = new ArrayList<>();
    if (before.get("pauses").isPresent() && before.get("pauses").get() instanceof Value.Items old) {
      pauses.addAll(old.values());
    }
    Value now = Value.text(at.toString());
    if (target == CampaignStatus.PAUSED) {
      pauses.add(new Value.Items(List.of(now)));
    } else if (!pauses.isEmpty()
        && pauses.getLast() instanceof Value.Items open
        && open.values().size() == 1) {
      pauses.set(pauses.size() - 1, new Value.Items(List.of(open.values().getFirst(), now)));
    }
    return pauses.isEmpty() ? Optional.empty() : Optional.of(new Value.Items(pauses));
  }

  private static Result enrol(Context context, Doc campaign, CampaignCommand.Enrol enrol) {
    if (enrol.prospectIds().size() > CampaignCommand.Enrol.MOST) {
      return Result.rejected(
          RejectCode.INVALID, "prospectIds", "At most 500 prospects are enrolled at once.");
    }
    if (status(campaign) == CampaignStatus.COMPLETED
        || status(campaign) == CampaignStatus.ARCHIVED) {
      return Result.rejected(
          RejectCode.STATE,
          "status",
          "A campaign that is " + status(campaign) + " takes nobody in.");
    }
    List<RowChange> rows = new ArrayList<>();
    Set<UUID> prospects = new LinkedHashSet<>();
    enrol.prospectIds().forEach(id -> prospects.add(context.prospect(id)));
    for (UUID prospect : prospects) {
      RowKey key = new RowKey(Entity.PROSPECT, prospect);
      if (context.view().row(key).isPresent()) {
        enrolment(context, campaign.id(), prospect).ifPresent(rows::add);
      } else if (context.view().grave(key).isEmpty()) {
        return context.gone("A prospect");
      }
    }
    return rows.isEmpty()
        ? Result.noOp()
        : new Result(new Outcome.Applied(), rows, List.of(), List.of());
  }

  private static Optional<RowChange> enrolment(Context context, UUID campaign, UUID prospect) {
    UUID id = DerivedId.enrolment(campaign, prospect);
    if (context.row(Entity.CAMPAIGN_PROSPECT, id).isPresent()) {
      return Optional.empty();
    }
    Doc row = new Doc(Entity.CAMPAIGN_PROSPECT, id, 0, new TreeMap<>());
    return Optional.of(
        context.added(
            RowDefaults.complete(
                context,
                row.with("campaignId", campaign)
                    .with("prospectId", prospect)
                    .with("status", EnrolmentStatus.ACTIVE.name())
                    .with("currentStep", 0)
                    .with("rotation", 0)
                    .with("enrolledAt", context.stamp().editedAt()))));
  }

  static CampaignStatus status(Doc campaign) {
    return CampaignStatus.valueOf(campaign.text("status").orElseThrow());
  }
}
