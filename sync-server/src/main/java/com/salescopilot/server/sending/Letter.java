package com.salescopilot.server.sending;

import com.salescopilot.model.mail.Address;
import java.util.List;
import java.util.Optional;
import java.util.UUID;

/// A mail as it leaves: every attempt carries the same.
///
/// @param to who gets it
/// @param from who it comes from
/// @param messageId without angle brackets
/// @param thread the Message-IDs of the conversation that it goes on with, the last one its parent
/// @param wayOut where its receiver gets out of the campaign; empty for a letter by hand
/// @param pixel the address that tells of an open; empty if nobody is to know
record Letter(
    UUID email,
    Address to,
    String from,
    Optional<String> fromName,
    String subject,
    String html,
    String text,
    String messageId,
    List<String> thread,
    Optional<WayOut> wayOut,
    Optional<String> pixel) {
  Letter {
    thread = List.copyOf(thread);
  }

  /// The way out of a campaign.
  ///
  /// @param list a name of the campaign that stays the same
  record WayOut(String url, String list) {}
}
