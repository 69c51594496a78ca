package com.salescopilot.model.sync;

import com.salescopilot.model.campaign.CampaignMove;
import com.salescopilot.model.campaign.EnrolmentMove;
import com.salescopilot.model.campaign.EnrolmentStatus;
import com.salescopilot.model.entity.Doc;
import com.salescopilot.model.entity.FieldSpec;
import com.salescopilot.model.value.Value;
import java.util.Optional;
import java.util.OptionalLong;
import java.util.SortedMap;
import java.util.TreeMap;

/// What undoes a change.
///
/// Law, held by tests: a change and then its inverse leave the row's written fields as they were.
public final class Inverse {
  private Inverse() {}

  /// The change that undoes it, or empty where nothing does.
  ///
  /// @param before the rows as they were before the change
  public static Optional<Change> of(View before, Change change) {
    return switch (change) {
      case Change.Create create ->
          before.row(create.target()).isPresent()
              ? Optional.empty()
              : Optional.of(new Change.Delete(create.target(), OptionalLong.empty()));
      case Change.Patch patch -> before.row(patch.target()).map(row -> back(row, patch));
      case Change.Delete delete ->
          before.row(delete.target()).map(row -> new Change.Restore(row.key(), written(row)));
      case Change.Restore restore ->
          Optional.of(new Change.Delete(restore.target(), OptionalLong.empty()));
      case EmailCommand email -> email(email);
      case CampaignCommand campaign -> campaign(campaign);
      case EnrolmentCommand enrolment -> enrolment(before, enrolment);
      case ProspectCommand prospect -> Optional.empty();
      case SuppressionCommand suppression -> Optional.empty();
      case ImportCommand.Run run -> Optional.of(run.undo());
      case ImportCommand.Undo _, ImportCommand.Forget _ -> Optional.empty();
      case CompanyCommand company -> Optional.empty();
    };
  }

  private static Optional<Change> email(EmailCommand command) {
    return switch (command) {
      case EmailCommand.Send send -> Optional.of(new EmailCommand.Cancel(send.email()));
      case EmailCommand.Due _,
          EmailCommand.Cancel _,
          EmailCommand.Settle _,
          EmailCommand.Resend _,
          EmailCommand.Claim _,
          EmailCommand.Ended _,
          EmailCommand.Withdraw _,
          EmailCommand.Release _,
          EmailCommand.Evidence _,
          EmailCommand.Freeze _,
          EmailCommand.Requeue _,
          EmailCommand.Engaged _,
          EmailCommand.Erase _ ->
          Optional.empty();
    };
  }

  /// Only stopping is undone without asking: a start that was undone would need its checks again.
  private static Optional<Change> campaign(CampaignCommand command) {
    return switch (command) {
      case CampaignCommand.Move move
          when move.move() == CampaignMove.START || move.move() == CampaignMove.RESUME ->
          Optional.of(
              new CampaignCommand.Move(move.campaign(), CampaignMove.PAUSE, Optional.empty()));
      case CampaignCommand.Reorder order ->
          Optional.of(new CampaignCommand.Reorder(order.campaign(), order.now(), order.was()));
      case CampaignCommand.Move _,
          CampaignCommand.Enrol _,
          CampaignCommand.Halt _,
          CampaignCommand.Activate _ ->
          Optional.empty();
    };
  }

  private static Optional<Change> enrolment(View before, EnrolmentCommand command) {
    return switch (command) {
      case EnrolmentCommand.Ask ask -> before.row(ask.target()).flatMap(row -> back(row, ask));
      case EnrolmentCommand.Propose _,
          EnrolmentCommand.Sent _,
          EnrolmentCommand.Revive _,
          EnrolmentCommand.Move _ ->
          Optional.empty();
    };
  }

  /// A stop is undone by going on, and going on by the stop that was there; whoever began anew has
  /// lost their place.
  private static Optional<Change> back(Doc row, EnrolmentCommand.Ask ask) {
    EnrolmentStatus was = EnrolmentRules.status(row);
    Optional<EnrolmentMove> back =
        switch (ask.move()) {
          case PAUSE, EXCLUDE ->
              was == EnrolmentStatus.ACTIVE ? Optional.of(EnrolmentMove.RESUME) : Optional.empty();
          case RESUME ->
              switch (was) {
                case PAUSED -> Optional.of(EnrolmentMove.PAUSE);
                case EXCLUDED -> Optional.of(EnrolmentMove.EXCLUDE);
                case ACTIVE, COMPLETED, FAILED, BOUNCED, REPLIED, UNSUBSCRIBED -> Optional.empty();
              };
          case RETRY, RESTART -> Optional.empty();
        };
    return back.map(
        move ->
            new EnrolmentCommand.Ask(
                row.id(),
                move,
                move == EnrolmentMove.PAUSE ? row.instant("resumeAt") : Optional.empty()));
  }

  private static Change back(Doc row, Change.Patch patch) {
    SortedMap<String, FieldPatch> set = new TreeMap<>();
    patch
        .set()
        .forEach(
            (name, field) -> {
              switch (field) {
                case FieldPatch.Whole whole ->
                    set.put(name, back(complete(name, whole), row.get(name)));
                case FieldPatch.PerKey perKey -> {
                  SortedMap<String, FieldPatch.Whole> keys = new TreeMap<>();
                  perKey
                      .keys()
                      .forEach(
                          (key, whole) ->
                              keys.put(key, back(whole, WrittenFields.member(row, name, key))));
                  set.put(name, new FieldPatch.PerKey(keys));
                }
              }
            });
    return new Change.Patch(row.key(), set);
  }

  /// A body is stored with both halves, so that is what an undo must expect to find.
  private static FieldPatch.Whole complete(String name, FieldPatch.Whole patch) {
    return name.equals("body")
        ? new FieldPatch.Whole(patch.was(), patch.now().map(Bodies::complete))
        : patch;
  }

  private static FieldPatch.Whole back(FieldPatch.Whole patch, Optional<Value> before) {
    return new FieldPatch.Whole(Before.of(patch.now()), before);
  }

  private static SortedMap<String, Value> written(Doc row) {
    SortedMap<String, Value> fields = new TreeMap<>();
    row.fields()
        .forEach(
            (name, value) -> {
              boolean client =
                  RowDefaults.field(row.entity(), name)
                      .filter(f -> f.writer() != FieldSpec.Writer.SERVER)
                      .isPresent();
              if (client) {
                fields.put(name, value);
              }
            });
    return fields;
  }
}
