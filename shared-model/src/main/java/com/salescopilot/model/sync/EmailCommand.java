package com.salescopilot.model.sync;

import com.salescopilot.model.entity.Doc;
import com.salescopilot.model.entity.Entity;
import com.salescopilot.model.entity.RowKey;
import com.salescopilot.model.id.DerivedId;
import com.salescopilot.model.mail.CancelReason;
import com.salescopilot.model.mail.EmailStatus;
import com.salescopilot.model.stats.Signals;
import com.salescopilot.model.value.CanonicalJson;
import com.salescopilot.model.value.Value;
import java.time.Instant;
import java.util.Optional;
import java.util.SortedMap;
import java.util.TreeMap;
import java.util.UUID;

/// Commands on one e-mail.
public sealed interface EmailCommand extends Command {

  /// The e-mail.
  UUID email();

  @Override
  default RowKey target() {
    return new RowKey(Entity.EMAIL, email());
  }

  /// Sends a letter with frozen content.
  ///
  /// @param email derived from the draft and its generation, or from the sender and the idempotency
  ///   key
  /// @param generation 1 for a draft's first mail, one up for each one after a cancelled or
  ///   deliberate repeat
  /// @param body `{html, text}` as it leaves, without merge fields
  /// @param undoSeconds how long the sender may take it back, 0 to 120
  /// @param provenance what of it came from suggestions, and its score when it was sent; empty if
  ///   nobody noted it
  record Send(
      UUID email,
      Optional<UUID> draftId,
      int generation,
      Optional<UUID> prospectId,
      Optional<UUID> campaignId,
      Optional<UUID> templateId,
      int templateRevision,
      Optional<UUID> mailboxId,
      String to,
      String subject,
      Value.Fields body,
      Optional<String> idempotencyKey,
      Optional<Instant> notBefore,
      int undoSeconds,
      Optional<Value.Fields> provenance)
      implements EmailCommand {
    /// A letter of which nobody noted how it was written.
    public Send(
        UUID email,
        Optional<UUID> draftId,
        int generation,
        Optional<UUID> prospectId,
        Optional<UUID> campaignId,
        Optional<UUID> templateId,
        int templateRevision,
        Optional<UUID> mailboxId,
        String to,
        String subject,
        Value.Fields body,
        Optional<String> idempotencyKey,
        Optional<Instant> notBefore,
        int undoSeconds) {
      this(
          email,
          draftId,
          generation,
          prospectId,
          campaignId,
          templateId,
          templateRevision,
          mailboxId,
          to,
          subject,
          body,
          idempotencyKey,
          notBefore,
          undoSeconds,
          Optional.empty());
    }

    /// The same letter, with how it was written.
    public Send from(Value.Fields origin) {
      return new Send(
          email,
          draftId,
          generation,
          prospectId,
          campaignId,
          templateId,
          templateRevision,
          mailboxId,
          to,
          subject,
          body,
          idempotencyKey,
          notBefore,
          undoSeconds,
          Optional.of(origin));
    }

    /// The longest time to take a mail back, in seconds.
    public static final int LONGEST_UNDO = 120;

    @Override
    public String op() {
      return "email.send";
    }

    /// What makes two sends of one e-mail the same mail.
    public Hash128 contentHash() {
      SortedMap<String, Value> content = new TreeMap<>();
      content.put("to", Value.text(to));
      content.put("subject", Value.text(subject));
      content.put("body", body);
      prospectId.ifPresent(id -> content.put("prospectId", Value.text(id.toString())));
      campaignId.ifPresent(id -> content.put("campaignId", Value.text(id.toString())));
      return Hash128.of(CanonicalJson.of(new Value.Fields(content)));
    }
  }

  /// A step of a campaign is due for a prospect: its mail is made, or one that was taken back
  /// returns, rendered anew.
  ///
  /// @param email derived from campaign, prospect, position and rotation
  /// @param rotation how often the prospect began anew
  /// @param body `{html, text}` as it leaves, without merge fields
  /// @param threadReferences the Message-IDs of the conversation it goes on with, the last one its
  ///   parent, separated by spaces
  /// @param notBefore its slot
  /// @param provenance what it scores as it is made
  record Due(
      UUID email,
      UUID campaignId,
      UUID prospectId,
      int position,
      int rotation,
      String variant,
      Optional<UUID> templateId,
      int templateRevision,
      Optional<UUID> mailboxId,
      String to,
      String subject,
      Value.Fields body,
      Optional<String> threadReferences,
      Instant notBefore,
      Optional<Value.Fields> provenance)
      implements EmailCommand {
    /// The prospect's enrolment.
    public RowKey enrolment() {
      return new RowKey(Entity.CAMPAIGN_PROSPECT, DerivedId.enrolment(campaignId, prospectId));
    }

    @Override
    public String op() {
      return "email.due";
    }

    @Override
    public Issuer issuer() {
      return Issuer.SYSTEM;
    }
  }

  /// Takes a mail back before it leaves.
  record Cancel(UUID email) implements EmailCommand {
    @Override
    public String op() {
      return "email.cancel";
    }
  }

  /// Says what became of a mail whose acceptance nobody could know.
  record Settle(UUID email, Verdict as) implements EmailCommand {
    /// What the person found out.
    public enum Verdict {
      SENT,
      NOT_SENT
    }

    @Override
    public String op() {
      return "email.settle";
    }
  }

  /// Sends a failed or doubtful mail again, on a person's word.
  record Resend(UUID email) implements EmailCommand {
    @Override
    public String op() {
      return "email.resend";
    }
  }

  /// A person lets a mail go that the server holds back: after so long, or after a restore.
  record Release(UUID email) implements EmailCommand {
    @Override
    public String op() {
      return "email.release";
    }
  }

  /// A client has seen that a mail left, in a time that a restored server has lost.
  ///
  /// @param mail what the client's row says of it
  record Evidence(UUID email, Value.Fields mail) implements EmailCommand {
    /// The evidence in a client's row.
    public static Evidence of(Doc row) {
      return new Evidence(row.id(), EvidenceRules.summary(row));
    }

    @Override
    public String op() {
      return "email.evidence";
    }
  }

  /// The server holds a mail back until a person or a proof says what became of it: it may have
  /// left in a time that the server has lost.
  record Freeze(UUID email) implements EmailCommand {
    @Override
    public String op() {
      return "email.freeze";
    }

    @Override
    public Issuer issuer() {
      return Issuer.SYSTEM;
    }
  }

  /// A worker takes a mail up: who it leaves as, and under which Message-ID.
  record Claim(
      UUID email, UUID mailboxId, String fromEmail, Optional<String> fromName, String messageId)
      implements EmailCommand {
    @Override
    public String op() {
      return "email.claim";
    }

    @Override
    public Issuer issuer() {
      return Issuer.SYSTEM;
    }
  }

  /// How an attempt ended.
  ///
  /// @param at when the receiver answered
  /// @param reply the receiver's words, or what happened instead
  record Ended(
      UUID email,
      EmailStatus as,
      Instant at,
      Optional<String> reply,
      Optional<String> providerMessageId)
      implements EmailCommand {
    @Override
    public String op() {
      return "email.outcome";
    }

    @Override
    public Issuer issuer() {
      return Issuer.SYSTEM;
    }
  }

  /// The server takes a mail back: its campaign paused, its prospect answered.
  record Withdraw(UUID email, CancelReason reason) implements EmailCommand {
    @Override
    public String op() {
      return "email.withdraw";
    }

    @Override
    public Issuer issuer() {
      return Issuer.SYSTEM;
    }
  }

  /// A composer mail that a pause had taken back returns to the queue; it never met a mail server.
  record Requeue(UUID email) implements EmailCommand {
    @Override
    public String op() {
      return "email.requeue";
    }

    @Override
    public Issuer issuer() {
      return Issuer.SYSTEM;
    }
  }

  /// The facts that its recorded opens and replies add up to.
  record Engaged(
      UUID email,
      Optional<Instant> openedAt,
      int opens,
      Optional<Instant> repliedAt,
      int replies,
      Signals signals)
      implements EmailCommand {
    @Override
    public String op() {
      return "email.engaged";
    }

    @Override
    public Issuer issuer() {
      return Issuer.SYSTEM;
    }
  }

  /// Whoever the mail went to was erased: what it said and to whom is forgotten, that there was a
  /// mail and what became of it is not.
  record Erase(UUID email) implements EmailCommand {
    @Override
    public String op() {
      return "email.erase";
    }

    @Override
    public Issuer issuer() {
      return Issuer.SYSTEM;
    }
  }
}
