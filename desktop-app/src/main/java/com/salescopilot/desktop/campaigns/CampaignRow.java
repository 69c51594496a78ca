package com.salescopilot.desktop.campaigns;

import com.salescopilot.model.campaign.CampaignStatus;
import com.salescopilot.model.entity.Doc;
import com.salescopilot.model.stats.MailCounts;
import java.util.UUID;

/// A campaign with its numbers, all counted on this machine.
///
/// @param waits whether changes of it have not reached the server
record CampaignRow(Doc doc, long enrolled, MailCounts mails, boolean waits) {
  UUID id() {
    return doc.id();
  }

  String name() {
    return doc.text("name").orElse("");
  }

  CampaignStatus status() {
    return doc.text("status").map(CampaignStatus::valueOf).orElse(CampaignStatus.DRAFT);
  }
}
