package com.salescopilot.server.sending;

import com.salescopilot.model.mail.Address;
import java.util.Optional;
import java.util.UUID;

/// A mail as it leaves: every attempt carries the same.
///
/// @param to who gets it
/// @param from who it comes from
/// @param messageId without angle brackets
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
    Optional<String> pixel) {}
