package com.salescopilot.server.dispatch;

import com.salescopilot.model.letter.Sender;
import com.salescopilot.model.template.FieldCatalogue;
import java.time.Instant;
import java.util.List;
import java.util.Map;
import java.util.UUID;

/// What a look finds of a workspace: all that its plan hangs on, and what mails are made of.
///
/// @param marks how often something had changed when it was read
/// @param senders of each campaign
/// @param fields that the workspace knows
/// @param resumable enrolments whose pause is over
/// @param over campaigns that have come to their end
/// @param ends the next instant at which a campaign or a pause ends
record Situation(
    long marks,
    Outlook outlook,
    Map<UUID, Sender> senders,
    FieldCatalogue fields,
    List<UUID> resumable,
    List<UUID> over,
    Instant ends) {}
