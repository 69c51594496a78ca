package com.salescopilot.model.campaign;

/// Where a campaign stands. [CampaignMoves] says which command leads where.
public enum CampaignStatus {
  /// Being written; nothing leaves.
  DRAFT,
  ACTIVE,
  /// Stopped for now, by a person or by a guard.
  PAUSED,
  /// Ended, by a person, its end date or its last enrolment.
  COMPLETED,
  /// Put away.
  ARCHIVED
}
