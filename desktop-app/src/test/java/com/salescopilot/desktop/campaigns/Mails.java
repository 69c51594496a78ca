package com.salescopilot.desktop.campaigns;

import com.salescopilot.desktop.harness.DeskFixture;
import com.salescopilot.model.entity.Doc;
import com.salescopilot.model.entity.Entity;
import com.salescopilot.model.mail.EmailStatus;
import com.salescopilot.model.mail.Tracking;
import com.salescopilot.model.sync.CampaignCommand;
import java.time.Duration;
import java.time.Instant;
import java.util.List;
import java.util.Locale;
import java.util.Map;
import java.util.TreeMap;
import java.util.UUID;

/// Prospects, campaigns and mails as tests need them.
record Mails(DeskFixture desk) {
  UUID prospect(String first, String company) {
    return desk.edits()
        .create(
            Entity.PROSPECT,
            Map.of(
                "email", first.toLowerCase(Locale.ROOT) + "@b.example",
                "firstName", first,
                "company", company))
        .row()
        .id();
  }

  UUID campaign(String name, UUID... prospects) {
    UUID id = desk.edits().create(Entity.CAMPAIGN, Map.of("name", name)).row().id();
    if (prospects.length > 0) {
      desk.edits().submit(new CampaignCommand.Enrol(id, List.of(prospects)));
    }
    return id;
  }

  /// A mail as the server sent it.
  Doc mail(UUID campaign, UUID prospect, EmailStatus status) {
    Instant at = DeskFixture.NOW;
    Doc mail =
        new Doc(Entity.EMAIL, desk.desk().newId(), 9, new TreeMap<>())
            .with("campaignId", campaign)
            .with("prospectId", prospect)
            .with("toEmail", "somebody@b.example")
            .with("subject", "A question")
            .with("tracking", Tracking.IDENTIFIED.name())
            .with("status", status.name())
            .with("createdAt", at);
    return status == EmailStatus.SENT ? mail.with("sentAt", at.plus(Duration.ofMinutes(1))) : mail;
  }

  void arrived(Doc... mails) {
    desk.arrived(List.of(mails));
  }
}
