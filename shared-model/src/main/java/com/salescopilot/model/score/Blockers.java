package com.salescopilot.model.score;

import com.salescopilot.model.score.Blocker.Code;
import com.salescopilot.model.template.FieldCatalogue;
import com.salescopilot.model.template.Leftovers;
import com.salescopilot.model.template.Leftovers.Place;
import java.util.ArrayList;
import java.util.List;
import java.util.Optional;
import java.util.regex.Matcher;
import java.util.regex.Pattern;

/// Finds what must not leave. Each code is told once for every place.
final class Blockers {
  private static final Pattern FIELD = Pattern.compile("⟦[^⟧\n]*⟧|\\{\\{[^{}\n]*+}}");
  private static final FieldCatalogue FIELDS = new FieldCatalogue(List.of());
  private static final int MOST = 50;

  private final ScoredMail mail;
  private final Prose prose;
  private final List<Blocker> found = new ArrayList<>();

  private Blockers(ScoredMail mail, Prose prose) {
    this.mail = mail;
    this.prose = prose;
  }

  static List<Blocker> in(ScoredMail mail, Prose prose) {
    Blockers blockers = new Blockers(mail, prose);
    blockers.find();
    return blockers.found.subList(0, Math.min(blockers.found.size(), MOST));
  }

  private void find() {
    if (!mail.is(Circumstance.TEMPLATE)) {
      fields();
    }
    leftovers();
    if (mail.subject().isBlank()) {
      add(Code.EMPTY_SUBJECT);
    }
    Greeting.wrongName(prose, mail.values()).ifPresent(span -> add(Code.WRONG_NAME, span));
    attachment();
    if (mail.is(Circumstance.SUPPRESSED)) {
      add(Code.SUPPRESSED);
    }
    if (mail.is(Circumstance.CAMPAIGN) && !hasWayOut()) {
      add(Code.NO_UNSUBSCRIBE);
    }
    links();
  }

  private void fields() {
    if (FIELD.matcher(mail.subject()).find()) {
      add(Code.UNRESOLVED_FIELD);
    }
    Matcher field = FIELD.matcher(mail.text());
    while (field.find()) {
      if (!isValue(field.group())) {
        add(Code.UNRESOLVED_FIELD, new Span(field.start(), field.end()));
      }
    }
  }

  private void leftovers() {
    if (Leftovers.in(mail.subject(), FIELDS).stream()
        .anyMatch(place -> !isValue(mail.subject().substring(place.start(), place.end())))) {
      add(Code.LEFTOVER_MARKUP);
    }
    for (Place place : Leftovers.in(mail.text(), FIELDS)) {
      if (!isValue(mail.text().substring(place.start(), place.end()))) {
        add(Code.LEFTOVER_MARKUP, new Span(place.start(), place.end()));
      }
    }
  }

  /// Somebody may be called so.
  private boolean isValue(String text) {
    return mail.values().values().stream().anyMatch(value -> value.contains(text));
  }

  private void attachment() {
    if (mail.is(Circumstance.HAS_ATTACHMENT) || prose.lexicon().isEmpty()) {
      return;
    }
    Phrases phrases = prose.lexicon().get().attachment();
    for (Sentence sentence : prose.sentences()) {
      phrases.in(prose, sentence).forEach(span -> add(Code.MISSING_ATTACHMENT, span));
    }
  }

  private boolean hasWayOut() {
    String address = mail.values().getOrDefault("unsubscribeUrl", "");
    return mail.uses().contains("unsubscribeUrl")
        || (!address.isBlank()
            && (mail.text().contains(address) || mail.links().contains(address)));
  }

  private void links() {
    for (Span span : Links.in(mail.text())) {
      if (!Links.leads(mail.text().substring(span.start(), span.end()))) {
        add(Code.BAD_LINK, span);
      }
    }
    if (!mail.links().stream().allMatch(Links::isFollowed)) {
      add(Code.BAD_LINK);
    }
  }

  private void add(Code code) {
    found.add(new Blocker(code, Optional.empty()));
  }

  private void add(Code code, Span span) {
    found.add(new Blocker(code, Optional.of(span)));
  }
}
