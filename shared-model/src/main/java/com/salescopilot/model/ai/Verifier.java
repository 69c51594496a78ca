package com.salescopilot.model.ai;

import java.util.ArrayList;
import java.util.EnumSet;
import java.util.HashSet;
import java.util.List;
import java.util.Optional;
import java.util.Set;
import java.util.stream.Collectors;

/// Judges what a model proposes, sentence by sentence, without a model: whatever a new sentence
/// claims must stand in the draft or among the facts. What cannot be supported is dropped where it
/// was added, and taken back where it replaced something; either way the writer is told.
public final class Verifier {
  private static final double LONGER = 1.5;
  private static final int LONGER_WORDS = 50;
  private static final int LONGEST_REMARK = 120;
  private static final String REASON = "MODEL";

  private final Set<Check> checks;
  private final Lexicons lexicons;

  /// One that checks everything.
  public Verifier() {
    this(EnumSet.allOf(Check.class));
  }

  /// @param checks what is checked; less than all only as a control of a test
  Verifier(Set<Check> checks) {
    this.checks = Set.copyOf(checks);
    this.lexicons = Lexicons.ALL;
  }

  /// Judges a proposal for a draft.
  ///
  /// @param locale empty: the language of the draft
  public Verdict judge(String draft, String proposal, FactSheet facts, Optional<String> locale) {
    return judge("", draft, proposal, facts, locale);
  }

  /// Judges a proposal for the body of a draft.
  ///
  /// @param subject of the draft, which may be spoken of
  public Verdict judge(
      String subject, String draft, String proposal, FactSheet facts, Optional<String> locale) {
    String seen = Seen.text(proposal);
    Optional<Language> language = Language.of(locale, draft.isBlank() ? seen : draft);
    Optional<Check> whole = whole(draft, seen, facts, language);
    if (whole.isPresent()) {
      return failed(whole.get());
    }
    Source source = Source.of(subject, draft, facts, lexicons);
    SentenceCheck check = new SentenceCheck(source, lexicons, language.orElseThrow());
    Judged judged = new Judged(source, check, lexicons.of(language.orElseThrow()).negations());
    for (List<Hunks.Region> run : Hunks.runs(draft, seen, lexicons.abbreviations())) {
      boolean turned = judged.turnsRound(run);
      run.forEach(region -> judged.add(region, turned));
    }
    return new Verdict(judged.hunks, judged.flags, true);
  }

  /// Judges what is said about a draft, which takes the place of nothing in it.
  ///
  /// @param subject of the draft, which may be spoken of
  /// @param facts what may be said besides, such as what the draft scored
  public Remark remark(
      String subject, String draft, String said, FactSheet facts, Optional<String> locale) {
    String seen = Seen.text(said);
    Optional<Language> language = Language.of(locale, draft.isBlank() ? seen : draft);
    if (language.isEmpty()) {
      return Remark.none(Check.NO_LEXICON);
    }
    if (fails(Check.FIELDS, !Fields.in(seen).isEmpty())) {
      return Remark.none(Check.FIELDS);
    }
    if (fails(Check.MARKUP, Markup.isNew("", seen))) {
      return Remark.none(Check.MARKUP);
    }
    if (fails(Check.LENGTH, Word.in(seen).size() > LONGEST_REMARK)) {
      return Remark.none(Check.LENGTH);
    }
    Source source = Source.of(subject, draft, facts, lexicons);
    SentenceCheck check = new SentenceCheck(source, lexicons, language.get());
    Judged judged = new Judged(source, check, lexicons.of(language.get()).negations());
    List<String> left = new ArrayList<>();
    List<Flag> flags = new ArrayList<>();
    for (Sentence sentence : Sentence.spoken(seen, lexicons.abbreviations())) {
      List<Flag> against = judged.against(sentence);
      flags.addAll(against);
      if (against.isEmpty()) {
        left.add(sentence.key());
      }
    }
    return new Remark(String.join(" ", left), flags);
  }

  private Verdict failed(Check check) {
    return new Verdict(List.of(), List.of(Flag.of(check, "")), false);
  }

  private Optional<Check> whole(
      String draft, String proposal, FactSheet facts, Optional<Language> language) {
    if (language.isEmpty()) {
      return Optional.of(Check.NO_LEXICON); // what cannot be checked is never let through
    }
    String known =
        draft + "\n" + facts.facts().stream().map(Fact::text).collect(Collectors.joining("\n"));
    Set<String> links = new HashSet<>(Addresses.links(known));
    int allowed = (int) (Word.in(draft).size() * LONGER) + LONGER_WORDS;
    if (fails(Check.FIELDS, !Fields.in(draft).equals(Fields.in(proposal)))) {
      return Optional.of(Check.FIELDS);
    }
    if (fails(Check.LINK, !links.containsAll(Addresses.links(proposal)))) {
      return Optional.of(Check.LINK);
    }
    if (fails(Check.MARKUP, Markup.isNew(draft, proposal))) {
      return Optional.of(Check.MARKUP);
    }
    return fails(Check.LENGTH, Word.in(proposal).size() > allowed)
        ? Optional.of(Check.LENGTH)
        : Optional.empty();
  }

  private boolean fails(Check check, boolean failed) {
    return failed && checks.contains(check);
  }

  /// Collects what becomes of each difference.
  private final class Judged {
    private final Source source;
    private final SentenceCheck check;
    private final Set<String> negations;
    private final List<Hunk> hunks = new ArrayList<>();
    private final List<Flag> flags = new ArrayList<>();

    Judged(Source source, SentenceCheck check, Set<String> negations) {
      this.source = source;
      this.check = check;
      this.negations = negations;
    }

    void add(Hunks.Region region, boolean turned) {
      StringBuilder text = new StringBuilder();
      List<Flag> found = new ArrayList<>();
      boolean dropped = false;
      for (Sentence sentence : region.after()) {
        List<Flag> against = against(sentence);
        found.addAll(against);
        if (against.isEmpty() && !(dropped && sentence.isGap())) {
          text.append(sentence.text());
        }
        dropped = !against.isEmpty();
      }
      if (found.isEmpty() && turned && turnsRound(List.of(region))) {
        found.add(Flag.of(Check.NEGATION, text.toString().strip()));
      }
      flags.addAll(found);
      String left = dropped ? text.toString().stripTrailing() : text.toString();
      if (found.isEmpty() || (region.inserts() && !left.isBlank())) {
        hunks.add(new Hunk(region.from(), region.to(), left, REASON));
      }
    }

    private List<Flag> against(Sentence sentence) {
      if (sentence.isGap() || source.sentences().contains(sentence.key())) {
        return List.of();
      }
      return checks.stream()
          .sorted()
          .flatMap(one -> check.by(one, sentence.key()).stream())
          .map(flag -> flag.within(sentence.key()))
          .toList();
    }

    /// Whether there are more or fewer negations than before, where something stood and stands.
    boolean turnsRound(List<Hunks.Region> run) {
      List<Sentence> before = run.stream().flatMap(region -> region.before().stream()).toList();
      List<Sentence> after = run.stream().flatMap(region -> region.after().stream()).toList();
      return checks.contains(Check.NEGATION)
          && before.stream().anyMatch(sentence -> !sentence.isGap())
          && after.stream().anyMatch(sentence -> !sentence.isGap())
          && turned(before) != turned(after);
    }

    private long turned(List<Sentence> sentences) {
      return sentences.stream()
          .mapToLong(sentence -> Source.turned(Word.in(sentence.text()), negations))
          .sum();
    }
  }
}
