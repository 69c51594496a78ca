package com.salescopilot.desktop.dashboard;

import com.salescopilot.desktop.shell.Route;
import com.salescopilot.model.stats.MailEvent;
import java.util.Optional;

/// One thing that happened, as the feed shows it.
///
/// @param who the person the mail went to, as one speaks of them
/// @param opens where one reads more
record FeedLine(MailEvent event, String who, String subject, Optional<Route> opens) {}
