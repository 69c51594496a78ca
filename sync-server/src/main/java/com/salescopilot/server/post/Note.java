package com.salescopilot.server.post;

import com.salescopilot.model.mail.Address;

/// A short mail from the server itself: no letter of a member, so no row, no tracking, no queue.
///
/// @param text lines without markup
public record Note(Address to, String subject, String text) {}
