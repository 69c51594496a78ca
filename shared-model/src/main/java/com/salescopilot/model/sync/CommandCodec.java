package com.salescopilot.model.sync;

import com.salescopilot.model.campaign.CampaignMove;
import com.salescopilot.model.campaign.EnrolmentMove;
import com.salescopilot.model.campaign.EnrolmentStatus;
import com.salescopilot.model.entity.RowKey;
import com.salescopilot.model.mail.CancelReason;
import com.salescopilot.model.mail.EmailStatus;
import com.salescopilot.model.mail.SuppressionSource;
import com.salescopilot.model.stats.Guard;
import com.salescopilot.model.stats.Signals;
import com.salescopilot.model.sync.CampaignCommand.Move.Waiting;
import com.salescopilot.model.value.Value;
import java.time.Instant;
import java.util.ArrayList;
import java.util.List;
import java.util.Optional;
import java.util.SortedMap;
import java.util.TreeMap;
import java.util.UUID;

/// The members of each command as JSON.
final class CommandCodec {
  private CommandCodec() {}

  static SortedMap<String, Value> write(Command command) {
    Writer out = new Writer();
    switch (command) {
      case EmailCommand.Send send -> send(out, send);
      case EmailCommand.Due due -> due(out, due);
      case EmailCommand.Cancel cancel -> {}
      case EmailCommand.Settle settle -> out.text("as", settle.as().name());
      case EmailCommand.Resend resend -> {}
      case EmailCommand.Release release -> {}
      case EmailCommand.Evidence evidence -> out.members.put("mail", evidence.mail());
      case EmailCommand.Freeze freeze -> {}
      case EmailCommand.Claim claim ->
          out.id("mailboxId", Optional.of(claim.mailboxId()))
              .text("fromEmail", claim.fromEmail())
              .text("fromName", claim.fromName())
              .text("messageId", claim.messageId());
      case EmailCommand.Ended ended ->
          out.text("as", ended.as().name())
              .instant("at", Optional.of(ended.at()))
              .text("reply", ended.reply())
              .text("providerMessageId", ended.providerMessageId());
      case EmailCommand.Withdraw withdraw -> out.text("reason", withdraw.reason().name());
      case EmailCommand.Requeue requeue -> {}
      case EmailCommand.Engaged facts ->
          out.instant("openedAt", facts.openedAt())
              .whole("opens", facts.opens())
              .instant("repliedAt", facts.repliedAt())
              .whole("replies", facts.replies())
              .value("signals", facts.signals().value());
      case CampaignCommand.Move move -> {
        out.id("seen", move.seen());
        if (move.waiting() == Waiting.ACCEPTED) {
          out.members.put("acceptWaiting", new Value.Flag(true));
        }
      }
      case CampaignCommand.Enrol enrol -> out.ids("prospectIds", enrol.prospectIds());
      case CampaignCommand.Reorder reorder ->
          out.ids("was", reorder.was()).ids("now", reorder.now());
      case CampaignCommand.Halt halt -> out.text("alarm", halt.alarm().name());
      case CampaignCommand.Activate activate -> {}
      case EnrolmentCommand.Propose propose ->
          out.text("status", propose.status().name())
              .text("reason", propose.reason())
              .instant("resumeAt", propose.resumeAt());
      case EnrolmentCommand.Ask ask -> out.instant("until", ask.until());
      case EnrolmentCommand.Sent sent ->
          out.whole("position", sent.position())
              .whole("rotation", sent.rotation())
              .whole("last", sent.last() ? 1 : 0)
              .instant("at", Optional.of(sent.at()));
      case EnrolmentCommand.Revive revive -> {}
      case EnrolmentCommand.Move move ->
          out.id("campaignId", Optional.of(move.campaignId()))
              .id("prospectId", Optional.of(move.prospectId()));
      case ProspectCommand.Merge merge -> out.id("into", Optional.of(merge.into()));
      case ProspectCommand.Erase _ -> {}
      case SuppressionCommand.Erase erase -> out.text("mark", erase.mark());
      case EmailCommand.Erase _ -> {}
      case SuppressionCommand.Note note ->
          out.text("address", note.address())
              .text("source", note.source().name())
              .text("reason", note.reason());
      case ImportCommand imported -> out.members.putAll(ImportCodec.write(imported));
      case CompanyCommand.Put put -> {
        out.text("domain", put.domain());
        out.members.put("fields", new Value.Fields(put.fields()));
      }
    }
    return out.members;
  }

  static Command read(String op, RowKey target, Members in) {
    return switch (target.entity()) {
      case EMAIL -> email(op, target.id(), in);
      case CAMPAIGN -> campaign(op, target.id(), in);
      case CAMPAIGN_PROSPECT -> enrolment(op, target.id(), in);
      case PROSPECT ->
          switch (op) {
            case "prospect.merge" -> new ProspectCommand.Merge(target.id(), in.needId("into"));
            case "prospect.erase" -> new ProspectCommand.Erase(target.id());
            case String other -> throw unknown(other);
          };
      case SUPPRESSION ->
          switch (op) {
            case "suppression.note" ->
                new SuppressionCommand.Note(
                    target.id(),
                    in.needText("address"),
                    in.needConstant("source", SuppressionSource.class),
                    in.text("reason"));
            case "suppression.erase" ->
                new SuppressionCommand.Erase(target.id(), in.needText("mark"));
            case String other -> throw unknown(other);
          };
      case PROSPECT_IMPORT -> ImportCodec.read(op, target.id(), in);
      case COMPANY_DATA -> {
        if (!op.equals("company.put")) {
          throw unknown(op);
        }
        yield new CompanyCommand.Put(
            target.id(), in.needText("domain"), in.needFields("fields").members());
      }
      case PROSPECT_ALIAS,
          CAMPAIGN_STEP,
          TEMPLATE,
          EMAIL_DRAFT,
          TEMPLATE_FAVORITE,
          TASK,
          CONFLICT ->
          throw unknown(op);
    };
  }

  private static Command email(String op, UUID id, Members in) {
    return switch (op) {
      case "email.send" -> readSend(id, in);
      case "email.due" -> readDue(id, in);
      case "email.cancel" -> new EmailCommand.Cancel(id);
      case "email.settle" ->
          new EmailCommand.Settle(id, in.needConstant("as", EmailCommand.Settle.Verdict.class));
      case "email.resend" -> new EmailCommand.Resend(id);
      case "email.release" -> new EmailCommand.Release(id);
      case "email.erase" -> new EmailCommand.Erase(id);
      case "email.evidence" -> new EmailCommand.Evidence(id, in.needFields("mail"));
      case "email.freeze" -> new EmailCommand.Freeze(id);
      case "email.claim" ->
          new EmailCommand.Claim(
              id,
              in.needId("mailboxId"),
              in.needText("fromEmail"),
              in.text("fromName"),
              in.needText("messageId"));
      case "email.outcome" ->
          new EmailCommand.Ended(
              id,
              in.needConstant("as", EmailStatus.class),
              in.needInstant("at"),
              in.text("reply"),
              in.text("providerMessageId"));
      case "email.withdraw" ->
          new EmailCommand.Withdraw(id, in.needConstant("reason", CancelReason.class));
      case "email.requeue" -> new EmailCommand.Requeue(id);
      case "email.engaged" ->
          new EmailCommand.Engaged(
              id,
              in.instant("openedAt"),
              in.count("opens", 0),
              in.instant("repliedAt"),
              in.count("replies", 0),
              signals(id, in));
      case String other -> throw unknown(other);
    };
  }

  private static Signals signals(UUID mail, Members in) {
    try {
      return Signals.of(mail, in.value("signals"), Optional.empty(), Optional.empty());
    } catch (IllegalArgumentException e) {
      throw new CodecException("signals", "signals are not what they should be.");
    }
  }

  private static Command enrolment(String op, UUID id, Members in) {
    return switch (op) {
      case "enrolment.event" ->
          new EnrolmentCommand.Propose(
              id,
              in.needConstant("status", EnrolmentStatus.class),
              in.text("reason"),
              in.instant("resumeAt"));
      case "enrolment.sent" ->
          new EnrolmentCommand.Sent(
              id,
              in.count("position", 0),
              in.count("rotation", 0),
              in.count("last", 0) > 0,
              in.needInstant("at"));
      case "enrolment.revive" -> new EnrolmentCommand.Revive(id);
      case "enrolment.move" ->
          new EnrolmentCommand.Move(id, in.needId("campaignId"), in.needId("prospectId"));
      case String other ->
          new EnrolmentCommand.Ask(
              id, EnrolmentMove.of(other).orElseThrow(() -> unknown(other)), in.instant("until"));
    };
  }

  private static Command campaign(String op, UUID id, Members in) {
    if (op.equals("campaign.enrol")) {
      return new CampaignCommand.Enrol(id, in.needIds("prospectIds"));
    }
    if (op.equals("campaign.reorder")) {
      return new CampaignCommand.Reorder(id, in.needIds("was"), in.needIds("now"));
    }
    if (op.equals("campaign.halt")) {
      return new CampaignCommand.Halt(id, in.needConstant("alarm", Guard.Alarm.class));
    }
    if (op.equals("campaign.activate")) {
      return new CampaignCommand.Activate(id);
    }
    CampaignMove move = CampaignMove.of(op).orElseThrow(() -> unknown(op));
    Waiting waiting = in.flag("acceptWaiting") ? Waiting.ACCEPTED : Waiting.REFUSED;
    return new CampaignCommand.Move(id, move, in.id("seen"), waiting);
  }

  private static void send(Writer out, EmailCommand.Send send) {
    out.id("draftId", send.draftId())
        .whole("generation", send.generation())
        .id("prospectId", send.prospectId())
        .id("campaignId", send.campaignId())
        .id("templateId", send.templateId())
        .whole("templateRevision", send.templateRevision())
        .id("mailboxId", send.mailboxId())
        .text("to", send.to())
        .text("subject", send.subject())
        .text("idempotencyKey", send.idempotencyKey())
        .instant("notBefore", send.notBefore())
        .whole("undoSeconds", send.undoSeconds());
    out.members.put("body", send.body());
    send.provenance().ifPresent(origin -> out.members.put("provenance", origin));
  }

  private static EmailCommand.Send readSend(UUID id, Members in) {
    return new EmailCommand.Send(
        id,
        in.id("draftId"),
        in.count("generation", 1),
        in.id("prospectId"),
        in.id("campaignId"),
        in.id("templateId"),
        in.count("templateRevision", 0),
        in.id("mailboxId"),
        in.needText("to"),
        in.needText("subject"),
        in.needFields("body"),
        in.text("idempotencyKey"),
        in.instant("notBefore"),
        in.count("undoSeconds", 0),
        in.fields("provenance"));
  }

  private static void due(Writer out, EmailCommand.Due due) {
    out.id("campaignId", Optional.of(due.campaignId()))
        .id("prospectId", Optional.of(due.prospectId()))
        .whole("position", due.position())
        .whole("rotation", due.rotation())
        .text("variant", due.variant())
        .id("templateId", due.templateId())
        .whole("templateRevision", due.templateRevision())
        .id("mailboxId", due.mailboxId())
        .text("to", due.to())
        .text("subject", due.subject())
        .text("threadReferences", due.threadReferences())
        .instant("notBefore", Optional.of(due.notBefore()));
    out.members.put("body", due.body());
    due.provenance().ifPresent(origin -> out.members.put("provenance", origin));
  }

  private static EmailCommand.Due readDue(UUID id, Members in) {
    return new EmailCommand.Due(
        id,
        in.needId("campaignId"),
        in.needId("prospectId"),
        in.count("position", 0),
        in.count("rotation", 0),
        in.needText("variant"),
        in.id("templateId"),
        in.count("templateRevision", 0),
        in.id("mailboxId"),
        in.needText("to"),
        in.needText("subject"),
        in.needFields("body"),
        in.text("threadReferences"),
        in.needInstant("notBefore"),
        in.fields("provenance"));
  }

  static CodecException unknown(String op) {
    return new CodecException("op", "There is no operation " + op + " here.");
  }

  /// Collects members that have a value.
  private static final class Writer {
    private final SortedMap<String, Value> members = new TreeMap<>();

    Writer text(String name, String text) {
      members.put(name, Value.text(text));
      return this;
    }

    Writer text(String name, Optional<String> text) {
      text.ifPresent(t -> text(name, t));
      return this;
    }

    Writer id(String name, Optional<UUID> id) {
      return text(name, id.map(UUID::toString));
    }

    Writer instant(String name, Optional<Instant> instant) {
      return text(name, instant.map(Instant::toString));
    }

    Writer whole(String name, long number) {
      members.put(name, Value.whole(number));
      return this;
    }

    Writer value(String name, Optional<Value> value) {
      value.ifPresent(v -> members.put(name, v));
      return this;
    }

    Writer ids(String name, List<UUID> ids) {
      List<Value> values = new ArrayList<>();
      ids.forEach(id -> values.add(Value.text(id.toString())));
      members.put(name, new Value.Items(values));
      return this;
    }
  }
}
