package com.salescopilot.model.sync;

import com.salescopilot.model.campaign.EnrolmentMove;
import com.salescopilot.model.campaign.EnrolmentStatus;
import com.salescopilot.model.entity.Entity;
import com.salescopilot.model.entity.RowKey;
import com.salescopilot.model.id.DerivedId;
import java.time.Instant;
import java.util.Optional;
import java.util.Set;
import java.util.UUID;

/// Commands on one enrolment.
public sealed interface EnrolmentCommand extends Command {

  /// The enrolment.
  UUID enrolment();

  @Override
  default RowKey target() {
    return new RowKey(Entity.CAMPAIGN_PROSPECT, enrolment());
  }

  /// An event proposes a status; the higher rank stays, so the order of arrival does not matter.
  ///
  /// @param resumeAt when a pause ends by itself
  record Propose(
      UUID enrolment, EnrolmentStatus status, Optional<String> reason, Optional<Instant> resumeAt)
      implements EnrolmentCommand {
    public Propose(UUID enrolment, EnrolmentStatus status, Optional<String> reason) {
      this(enrolment, status, reason, Optional.empty());
    }

    @Override
    public String op() {
      return "enrolment.event";
    }

    @Override
    public Issuer issuer() {
      return Issuer.SYSTEM;
    }
  }

  /// A person asks for something; the server does so only to end a pause that is over.
  ///
  /// @param until when a pause ends by itself
  record Ask(UUID enrolment, EnrolmentMove move, Optional<Instant> until)
      implements EnrolmentCommand {
    @Override
    public String op() {
      return move.op();
    }
  }

  /// A step's mail has left.
  ///
  /// @param position of the step
  /// @param rotation in which its mail was made
  /// @param last whether no step follows
  /// @param at when it was accepted; the next step counts from here
  record Sent(UUID enrolment, int position, int rotation, boolean last, Instant at)
      implements EnrolmentCommand {
    @Override
    public String op() {
      return "enrolment.sent";
    }

    @Override
    public Issuer issuer() {
      return Issuer.SYSTEM;
    }
  }

  /// A person sends a step's failed mail again, so its enrolment goes on.
  record Revive(UUID enrolment) implements EnrolmentCommand {
    @Override
    public String op() {
      return "enrolment.revive";
    }

    @Override
    public Issuer issuer() {
      return Issuer.SYSTEM;
    }
  }

  /// Its prospect was merged into another: the enrolment becomes the other's, joined with the one
  /// that the other may have, so that nobody gets a step twice.
  ///
  /// @param prospectId the one that stays
  record Move(UUID enrolment, UUID campaignId, UUID prospectId) implements EnrolmentCommand {
    /// The enrolment that it becomes.
    public RowKey becomes() {
      return new RowKey(Entity.CAMPAIGN_PROSPECT, DerivedId.enrolment(campaignId, prospectId));
    }

    @Override
    public String op() {
      return "enrolment.move";
    }

    @Override
    public Set<RowKey> touches() {
      return Set.of(target(), becomes());
    }

    @Override
    public Issuer issuer() {
      return Issuer.SYSTEM;
    }
  }
}
