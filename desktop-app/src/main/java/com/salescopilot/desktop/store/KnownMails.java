package com.salescopilot.desktop.store;

import com.salescopilot.model.stats.MailFacts;
import java.util.List;

/// How mails stand, as far as their rows can be read.
///
/// @param unreadable how many say what no mail can be
public record KnownMails(List<MailFacts> facts, long unreadable) {
  public KnownMails {
    facts = List.copyOf(facts);
  }
}
