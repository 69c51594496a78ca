package com.salescopilot.desktop.dashboard;

import com.salescopilot.model.campaign.CampaignStatus;
import com.salescopilot.model.stats.MailCounts;
import java.time.Instant;
import java.util.Optional;
import java.util.UUID;

/// A campaign that runs, or is about to.
///
/// @param enrolled whom it has taken in
/// @param next when its next mail leaves, as far as one waits
record RunningRow(
    UUID id,
    String name,
    CampaignStatus status,
    long enrolled,
    MailCounts mails,
    Optional<Instant> next) {}
