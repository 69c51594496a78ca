package com.salescopilot.model.sync;

import com.salescopilot.model.campaign.EnrolmentStatus;
import com.salescopilot.model.entity.Entity;
import com.salescopilot.model.entity.RowKey;
import java.util.Optional;
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
}
