package com.salescopilot.model.campaign;

import java.util.Arrays;
import java.util.Optional;

/// What a person can ask of a campaign's status.
public enum CampaignMove {
  START("campaign.start", CampaignStatus.ACTIVE),
  PAUSE("campaign.pause", CampaignStatus.PAUSED),
  RESUME("campaign.resume", CampaignStatus.ACTIVE),
  COMPLETE("campaign.complete", CampaignStatus.COMPLETED),
  ARCHIVE("campaign.archive", CampaignStatus.ARCHIVED),
  /// Leads to [CampaignStatus#PAUSED], so that nothing leaves by surprise.
  REOPEN("campaign.reopen", CampaignStatus.PAUSED);

  private final String op;
  private final CampaignStatus target;

  CampaignMove(String op, CampaignStatus target) {
    this.op = op;
    this.target = target;
  }

  /// The command of a mutation's `op`; empty if it is none of these.
  public static Optional<CampaignMove> of(String op) {
    return Arrays.stream(values()).filter(command -> command.op.equals(op)).findFirst();
  }

  /// The name in a mutation, e.g. `campaign.start`.
  public String op() {
    return op;
  }

  /// The status that it leads to.
  public CampaignStatus target() {
    return target;
  }
}
