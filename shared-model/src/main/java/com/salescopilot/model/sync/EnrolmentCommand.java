package com.salescopilot.model.sync;

import com.salescopilot.model.campaign.EnrolmentStatus;
import com.salescopilot.model.entity.Entity;
import com.salescopilot.model.entity.RowKey;
import com.salescopilot.model.id.DerivedId;
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
  record Propose(UUID enrolment, EnrolmentStatus status, Optional<String> reason)
      implements EnrolmentCommand {
    @Override
    public String op() {
      return "enrolment.event";
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
