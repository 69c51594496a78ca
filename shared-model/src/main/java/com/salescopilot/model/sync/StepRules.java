package com.salescopilot.model.sync;

import com.salescopilot.model.campaign.DelayUnit;
import com.salescopilot.model.campaign.ThreadMode;
import com.salescopilot.model.entity.Doc;
import com.salescopilot.model.entity.Entity;
import java.util.ArrayList;
import java.util.Comparator;
import java.util.HashSet;
import java.util.List;
import java.util.Optional;
import java.util.Set;
import java.util.UUID;
import java.util.stream.Stream;

/// The steps of a campaign: what may stand in one, and the places they have. Who may change the
/// campaign may change its steps.
final class StepRules {
  static final String FIRST_VARIANT = "A";

  private static final int MOST_POSITIONS = 20;
  private static final int HEAVIEST = 1_000;
  private static final int LONGEST_DELAY = 365;
  private static final int USUAL_DELAY = 3;
  private static final List<String> VARIANTS = List.of("A", "B", "C", "D", "E", "F");

  private StepRules() {}

  /// A step with what its author left open.
  static Doc complete(Doc step) {
    boolean first = step.whole("position") <= 1;
    Doc row = withDefault(step, "variant", FIRST_VARIANT);
    row = row.get("weight").isPresent() ? row : row.with("weight", 1);
    row =
        row.get("delayAmount").isPresent() ? row : row.with("delayAmount", first ? 0 : USUAL_DELAY);
    row = withDefault(row, "delayUnit", DelayUnit.BUSINESS.name());
    return withDefault(row, "threadMode", (first ? ThreadMode.NEW : ThreadMode.REPLY).name());
  }

  /// Why a new step cannot be.
  static Optional<Result> refusal(Context context, Doc step) {
    Optional<UUID> campaign = step.uuid("campaignId");
    if (campaign.isEmpty() || context.row(Entity.CAMPAIGN, campaign.get()).isEmpty()) {
      return Optional.of(context.gone("The campaign"));
    }
    return context.mayChange(step)
        ? problem(step)
        : Optional.of(context.forbidden(Entity.CAMPAIGN.table()));
  }

  /// What is wrong with a step's values.
  static Optional<Result> problem(Doc step) {
    return range(step, "position", 1, MOST_POSITIONS)
        .or(() -> range(step, "weight", 0, HEAVIEST))
        .or(() -> range(step, "delayAmount", 0, LONGEST_DELAY))
        .or(() -> range(step, "templateRevision", 0, Integer.MAX_VALUE))
        .or(() -> oneOf(step, "variant", VARIANTS))
        .or(() -> oneOf(step, "delayUnit", names(DelayUnit.values())))
        .or(() -> oneOf(step, "threadMode", names(ThreadMode.values())));
  }

  /// Adds a step. Where its place is taken by another one, it comes behind: a further variant of
  /// the same position, or the next position.
  static Result insert(Context context, Doc step) {
    if (isFree(context, step)) {
      return Result.applied(context.added(step));
    }
    return elsewhere(context, step)
        .map(
            placed ->
                new Result(
                    new Outcome.Merged(step.id()),
                    List.of(context.added(placed)),
                    List.of(),
                    List.of()))
        .orElseGet(
            () ->
                Result.rejected(
                    RejectCode.INVALID,
                    "position",
                    "A campaign has at most " + MOST_POSITIONS + " steps."));
  }

  private static Optional<Doc> elsewhere(Context context, Doc step) {
    Stream<Doc> places =
        step.text("variant").equals(Optional.of(FIRST_VARIANT))
            ? Stream.of()
            : VARIANTS.stream().map(letter -> step.with("variant", letter));
    Optional<Doc> beside = places.filter(place -> isFree(context, place)).findFirst();
    if (beside.isPresent()) {
      return beside;
    }
    int last = MOST_POSITIONS;
    while (last > 0 && isFree(context, at(step, last))) {
      last--;
    }
    return last < MOST_POSITIONS ? Optional.of(at(step, last + 1)) : Optional.empty();
  }

  private static Doc at(Doc step, int position) {
    return step.with("position", position).with("variant", FIRST_VARIANT);
  }

  private static boolean isFree(Context context, Doc step) {
    return NaturalKey.of(step)
        .flatMap(context.view()::find)
        .filter(holder -> !holder.equals(step.id()))
        .isEmpty();
  }

  /// Gives the steps another order. It is taken whole or not at all.
  static Result reorder(Context context, CampaignCommand.Reorder command) {
    List<Doc> steps = new ArrayList<>();
    for (UUID id : command.was()) {
      Optional<Doc> step = context.row(Entity.CAMPAIGN_STEP, id);
      if (step.isEmpty()) {
        return context.gone("A step");
      }
      steps.add(step.get());
    }
    boolean foreign =
        steps.stream().anyMatch(s -> !s.uuid("campaignId").equals(Optional.of(command.campaign())));
    Set<UUID> all = new HashSet<>(command.was());
    if (foreign
        || all.size() != command.now().size()
        || all.size() != command.was().size()
        || !all.equals(new HashSet<>(command.now()))) {
      return Result.rejected(
          RejectCode.INVALID,
          "now",
          "Both orders hold the same steps of this campaign, each once.");
    }
    List<Doc> sorted = new ArrayList<>(steps);
    sorted.sort(
        Comparator.comparingLong((Doc step) -> step.whole("position"))
            .thenComparing(step -> step.text("variant").orElse(FIRST_VARIANT)));
    return sorted.equals(steps)
        ? placed(context, command, all)
        : Result.rejected(RejectCode.STATE, "was", "Somebody changed the steps meanwhile.");
  }

  private static Result placed(Context context, CampaignCommand.Reorder command, Set<UUID> all) {
    List<RowChange> rows = new ArrayList<>();
    Set<NaturalKey> places = new HashSet<>();
    int position = 0;
    for (UUID id : command.now()) {
      Doc before = context.row(Entity.CAMPAIGN_STEP, id).orElseThrow();
      position += before.text("variant").equals(Optional.of(FIRST_VARIANT)) ? 1 : 0;
      Doc after = before.with("position", position);
      NaturalKey place = NaturalKey.of(after).orElseThrow();
      if (position < 1 || position > MOST_POSITIONS || !places.add(place)) {
        return Result.rejected(
            RejectCode.INVALID, "now", "Each position begins with its variant A.");
      }
      if (context.view().find(place).filter(holder -> !all.contains(holder)).isPresent()) {
        return Result.rejected(RejectCode.STATE, "was", "Somebody changed the steps meanwhile.");
      }
      if (!after.equals(before)) {
        rows.add(context.change(before, after.with("updatedAt", context.stamp().editedAt())));
      }
    }
    return rows.isEmpty()
        ? Result.noOp()
        : new Result(new Outcome.Applied(), rows, List.of(), List.of());
  }

  private static Doc withDefault(Doc row, String field, String value) {
    return row.get(field).isPresent() ? row : row.with(field, value);
  }

  private static Optional<Result> range(Doc step, String field, int least, int most) {
    long value = step.whole(field);
    return step.get(field).isEmpty() || (value >= least && value <= most)
        ? Optional.empty()
        : Optional.of(
            Result.rejected(
                RejectCode.INVALID,
                field,
                field + " must be between " + least + " and " + most + "."));
  }

  private static Optional<Result> oneOf(Doc step, String field, List<String> names) {
    return step.text(field).filter(names::contains).isPresent()
        ? Optional.empty()
        : Optional.of(
            Result.rejected(
                RejectCode.INVALID,
                field,
                field + " must be one of " + String.join(", ", names) + "."));
  }

  private static List<String> names(Enum<?>[] values) {
    return Stream.of(values).map(Enum::name).toList();
  }
}
