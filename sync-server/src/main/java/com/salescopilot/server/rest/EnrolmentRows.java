package com.salescopilot.server.rest;

import com.fasterxml.jackson.databind.node.ObjectNode;
import com.salescopilot.model.campaign.EnrolmentStatus;
import java.util.Map;

/// Shows how many prospects of a campaign stand where.
public final class EnrolmentRows {
  private EnrolmentRows() {}

  /// Adds `enrolled` and `byStatus`, in which every status has a number.
  public static void into(ObjectNode campaign, Map<String, Long> counts) {
    campaign.put("enrolled", counts.values().stream().mapToLong(Long::longValue).sum());
    ObjectNode byStatus = campaign.putObject("byStatus");
    for (EnrolmentStatus status : EnrolmentStatus.values()) {
      byStatus.put(status.name(), counts.getOrDefault(status.name(), 0L));
    }
  }
}
