package com.salescopilot.desktop.dashboard;

import com.salescopilot.desktop.ui.Texts;
import java.time.InstantSource;
import java.time.ZoneId;

/// What the feed says of an event.
record FeedWords(Texts texts, InstantSource clock, ZoneId zone) {

  /// What happened, and to whom.
  String sentence(FeedLine line) {
    return texts.get(
        FeedWords.class,
        switch (line.event().kind()) {
          case SENT -> "dashboard.feed.sent";
          case OPENED -> "dashboard.feed.opened";
          case REPLIED -> "dashboard.feed.replied";
        },
        line.who());
  }

  String subject(FeedLine line) {
    return line.subject().isBlank()
        ? texts.get(FeedWords.class, "dashboard.feed.noSubject")
        : line.subject();
  }

  String time(FeedLine line) {
    return Standing.when(line.event().at(), clock.instant(), texts, zone);
  }
}
