package com.salescopilot.model.score;

import java.util.Collection;
import java.util.EnumSet;
import java.util.HashSet;
import java.util.List;
import java.util.Map;
import java.util.Optional;
import java.util.Set;

/// A letter as it is judged: made out to its reader.
///
/// @param text its words without HTML; spans are offsets in it
/// @param language its words' language, found out if empty
/// @param stepPosition 1 for a first mail, more for one that follows up
/// @param values the reader's, by the names of merge fields
/// @param uses the fields whose values stand in subject or text
/// @param links where its HTML links to
/// @param circumstances what else is true of it
public record ScoredMail(
    String subject,
    String text,
    Optional<Language> language,
    int stepPosition,
    Map<String, String> values,
    Set<String> uses,
    List<String> links,
    Set<Circumstance> circumstances) {

  public ScoredMail {
    values = Map.copyOf(values);
    uses = Set.copyOf(uses);
    links = List.copyOf(links);
    circumstances = Set.copyOf(circumstances);
  }

  /// A first mail of which nothing else is known.
  public static ScoredMail of(String subject, String text) {
    return new ScoredMail(
        subject, text, Optional.empty(), 1, Map.of(), Set.of(), List.of(), Set.of());
  }

  /// The same mail in a known language.
  public ScoredMail in(Language known) {
    return new ScoredMail(
        subject, text, Optional.of(known), stepPosition, values, uses, links, circumstances);
  }

  /// The same mail as a campaign's n-th.
  public ScoredMail atStep(int position) {
    return new ScoredMail(subject, text, language, position, values, uses, links, circumstances);
  }

  /// The same mail to a reader with these values.
  public ScoredMail to(Map<String, String> reader) {
    return new ScoredMail(
        subject, text, language, stepPosition, reader, uses, links, circumstances);
  }

  /// The same mail, made with these fields.
  public ScoredMail using(Collection<String> fields) {
    return new ScoredMail(
        subject, text, language, stepPosition, values, new HashSet<>(fields), links, circumstances);
  }

  /// The same mail with links.
  public ScoredMail linking(List<String> addresses) {
    return new ScoredMail(
        subject, text, language, stepPosition, values, uses, addresses, circumstances);
  }

  /// The same mail, of which this is true too.
  public ScoredMail when(Circumstance... also) {
    Set<Circumstance> all = EnumSet.noneOf(Circumstance.class);
    all.addAll(circumstances);
    all.addAll(List.of(also));
    return new ScoredMail(subject, text, language, stepPosition, values, uses, links, all);
  }

  boolean is(Circumstance circumstance) {
    return circumstances.contains(circumstance);
  }
}
