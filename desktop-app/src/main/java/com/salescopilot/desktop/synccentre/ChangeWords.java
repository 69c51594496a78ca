package com.salescopilot.desktop.synccentre;

import com.salescopilot.desktop.ui.Texts;
import com.salescopilot.model.campaign.CampaignMove;
import com.salescopilot.model.entity.Entity;
import com.salescopilot.model.entity.RowKey;
import com.salescopilot.model.sync.Before;
import com.salescopilot.model.sync.CampaignCommand;
import com.salescopilot.model.sync.Change;
import com.salescopilot.model.sync.CompanyCommand;
import com.salescopilot.model.sync.EmailCommand;
import com.salescopilot.model.sync.EnrolmentCommand;
import com.salescopilot.model.sync.FieldPatch;
import com.salescopilot.model.sync.ImportCommand;
import com.salescopilot.model.sync.ProspectCommand;
import com.salescopilot.model.sync.SuppressionCommand;
import com.salescopilot.model.value.Value;
import java.util.ArrayList;
import java.util.Collection;
import java.util.List;
import java.util.Optional;
import java.util.stream.Collectors;

/// What a change does, in words.
final class ChangeWords {
  private static final int NAMED = 3;

  /// More fields than this are not listed one by one.
  private static final int LISTED = 5;

  private final RowNames rows;
  private final Texts texts;
  private final ValueWords values;

  ChangeWords(RowNames rows, Texts texts) {
    this.rows = rows;
    this.texts = texts;
    this.values = new ValueWords(texts);
  }

  /// The fields that it sets, the first of them.
  List<WaitingChange.Line> lines(Change change) {
    Entity entity = change.target().entity();
    List<WaitingChange.Line> lines = new ArrayList<>();
    switch (change) {
      case Change.Create create ->
          create.fields().forEach((name, value) -> fresh(entity, name, value, lines));
      case Change.Restore _, Change.Delete _ -> {}
      case Change.Patch patch ->
          patch.set().forEach((name, field) -> lines.addAll(lines(entity, name, field)));
      case EmailCommand.Send send ->
          lines.add(
              new WaitingChange.Line(
                  rows.field(Entity.EMAIL_DRAFT, "subject"), "", send.subject()));
      case EmailCommand _,
          CampaignCommand _,
          EnrolmentCommand _,
          ProspectCommand _,
          SuppressionCommand _,
          ImportCommand _,
          CompanyCommand _ -> {}
    }
    return lines.size() > LISTED ? lines.subList(0, LISTED) : lines;
  }

  private void fresh(Entity entity, String name, Value value, List<WaitingChange.Line> lines) {
    if (RowNames.isForPeople(entity, name)) {
      String words = values.plain(Optional.of(value));
      if (!words.isEmpty()) {
        lines.add(
            new WaitingChange.Line(rows.field(entity, name), "", values.brief(Optional.of(value))));
      }
    }
  }

  private List<WaitingChange.Line> lines(Entity entity, String name, FieldPatch patch) {
    return switch (patch) {
      case FieldPatch.Whole(Before was, Optional<Value> now) ->
          RowNames.isForPeople(entity, name)
              ? List.of(
                  new WaitingChange.Line(
                      rows.field(entity, name), values.before(was), values.brief(now)))
              : List.of();
      case FieldPatch.PerKey(var keys) ->
          keys.entrySet().stream()
              .flatMap(key -> lines(entity, name + "." + key.getKey(), key.getValue()).stream())
              .toList();
    };
  }

  String of(Change change) {
    return switch (change) {
      case Change.Create _ -> text("change.create");
      case Change.Patch patch ->
          text("change.patch", fields(patch.target().entity(), patch.set().keySet()));
      case Change.Delete _ -> text("change.delete");
      case Change.Restore _ -> text("change.restore");
      case EmailCommand email -> email(email);
      case CampaignCommand campaign -> campaign(campaign);
      case EnrolmentCommand.Ask ask -> text("change." + ask.move().op());
      case EnrolmentCommand _ -> text("change.enrolment");
      case SuppressionCommand _ -> text("change.create");
      case ProspectCommand.Merge merge ->
          text("change.merge", rows.name(new RowKey(Entity.PROSPECT, merge.into())));
      case ProspectCommand.Erase _ -> text("change.erase");
      case ImportCommand.Run run -> text("change.import", run.people().size());
      case ImportCommand.Undo undo -> text("change.unimport", undo.prospectIds().size());
      case ImportCommand.Forget forget -> text("change.unimport", forget.prospectIds().size());
      case CompanyCommand _ -> text("change.company");
    };
  }

  private String email(EmailCommand command) {
    return switch (command) {
      case EmailCommand.Send send -> text("change.send", send.to());
      case EmailCommand.Cancel _ -> text("change.cancel");
      case EmailCommand.Settle settle ->
          switch (settle.as()) {
            case SENT -> text("change.settle.SENT");
            case NOT_SENT -> text("change.settle.NOT_SENT");
          };
      case EmailCommand.Resend _ -> text("change.resend");
      case EmailCommand.Release _ -> text("change.release");
      case EmailCommand.Evidence _ -> text("change.evidence");
      case EmailCommand.Due _,
          EmailCommand.Claim _,
          EmailCommand.Ended _,
          EmailCommand.Withdraw _,
          EmailCommand.Freeze _,
          EmailCommand.Requeue _,
          EmailCommand.Engaged _,
          EmailCommand.Erase _ ->
          text("change.mail");
    };
  }

  private String campaign(CampaignCommand command) {
    return switch (command) {
      case CampaignCommand.Move(var _, CampaignMove move, var _, var _) ->
          text("change." + move.op());
      case CampaignCommand.Reorder _ -> text("change.campaign.reorder");
      case CampaignCommand.Enrol enrol -> text("change.enrol", enrol.prospectIds().size());
      case CampaignCommand.Halt _ -> text("change.campaign.pause");
      case CampaignCommand.Activate _ -> text("change.campaign.start");
    };
  }

  /// The names of the fields, the first few of them.
  private String fields(Entity entity, Collection<String> names) {
    String named =
        names.stream()
            .limit(NAMED)
            .map(name -> rows.field(entity, name))
            .collect(Collectors.joining(", "));
    return names.size() > NAMED ? named + " …" : named;
  }

  private String text(String key, Object... values) {
    return texts.get(getClass(), key, values);
  }
}
