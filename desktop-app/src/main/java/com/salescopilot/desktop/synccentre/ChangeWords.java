package com.salescopilot.desktop.synccentre;

import com.salescopilot.desktop.ui.Texts;
import com.salescopilot.model.campaign.CampaignMove;
import com.salescopilot.model.entity.Entity;
import com.salescopilot.model.sync.CampaignCommand;
import com.salescopilot.model.sync.Change;
import com.salescopilot.model.sync.EmailCommand;
import com.salescopilot.model.sync.EnrolmentCommand;
import java.util.Collection;
import java.util.stream.Collectors;

/// What a change does, in words.
final class ChangeWords {
  private static final int NAMED = 3;

  private final RowNames rows;
  private final Texts texts;

  ChangeWords(RowNames rows, Texts texts) {
    this.rows = rows;
    this.texts = texts;
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
      case EnrolmentCommand _ -> text("change.enrolment");
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
      case EmailCommand.Claim _,
          EmailCommand.Ended _,
          EmailCommand.Withdraw _,
          EmailCommand.Freeze _,
          EmailCommand.Requeue _,
          EmailCommand.Engaged _ ->
          text("change.mail");
    };
  }

  private String campaign(CampaignCommand command) {
    return switch (command) {
      case CampaignCommand.Move(var _, CampaignMove move, var _) -> text("change." + move.op());
      case CampaignCommand.Enrol enrol -> text("change.enrol", enrol.prospectIds().size());
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
