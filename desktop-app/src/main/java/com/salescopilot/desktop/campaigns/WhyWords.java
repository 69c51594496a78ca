package com.salescopilot.desktop.campaigns;

import com.salescopilot.desktop.ui.Texts;
import com.salescopilot.model.schedule.Certainty;
import com.salescopilot.model.schedule.ReasonCode;
import com.salescopilot.model.schedule.Why;
import java.time.Instant;
import java.time.ZoneId;
import java.time.format.DateTimeFormatter;
import java.time.format.FormatStyle;
import java.util.List;
import java.util.MissingResourceException;
import java.util.Optional;

/// Why a mail has not left, in sentences.
final class WhyWords {
  private final Texts texts;
  private final DateTimeFormatter times;
  private final DateTimeFormatter hours;

  WhyWords(Texts texts) {
    this.texts = texts;
    ZoneId zone = ZoneId.systemDefault();
    this.times =
        DateTimeFormatter.ofLocalizedDateTime(FormatStyle.MEDIUM, FormatStyle.SHORT)
            .withLocale(texts.locale())
            .withZone(zone);
    this.hours =
        DateTimeFormatter.ofLocalizedTime(FormatStyle.SHORT)
            .withLocale(texts.locale())
            .withZone(zone);
  }

  String time(Instant at) {
    return times.format(at);
  }

  /// Whether something is only an estimate, and of when.
  String certainty(Certainty certainty, Instant asOf) {
    String key =
        switch (certainty) {
          case KNOWN -> "why.known";
          case ESTIMATE -> "why.estimate";
        };
    return texts.get(getClass(), key, hours.format(asOf));
  }

  /// The rule that binds a mail of a plan, in few words.
  String binding(ReasonCode code) {
    return text("bind." + code.name());
  }

  /// Where a mail stands, with its instant if it has one.
  String state(Why why) {
    return why.nextAt()
        .map(at -> texts.get(getClass(), "why.leaves", time(at)))
        .orElseGet(() -> text("why." + why.state().name()));
  }

  /// The rule that binds, in few words.
  String binding(Why why) {
    return known("bind." + why.binding())
        .orElseGet(() -> known("enrolment." + why.binding()).orElse(why.binding()));
  }

  /// When the next mail leaves and what binds it, in few words.
  String next(Why why) {
    return why.nextAt().map(at -> time(at) + " · " + binding(why)).orElseGet(() -> binding(why));
  }

  /// Each reason as a sentence, the one that binds last.
  List<String> chain(Why why) {
    return why.chain().stream().map(this::sentence).toList();
  }

  private String sentence(Why.Link link) {
    String until = link.until().map(this::time).orElse("");
    String key = "reason." + link.code();
    return known(key)
        .map(_ -> texts.get(getClass(), key, until, link.count().orElse(0)))
        .orElse(link.code());
  }

  /// What one can do about it; empty where there is nothing to do but wait.
  String remedy(Why why) {
    return known("remedy." + why.binding()).orElse("");
  }

  private Optional<String> known(String key) {
    try {
      return Optional.of(text(key));
    } catch (MissingResourceException _) {
      return Optional.empty();
    }
  }

  private String text(String key) {
    return texts.get(WhyWords.class, key);
  }
}
