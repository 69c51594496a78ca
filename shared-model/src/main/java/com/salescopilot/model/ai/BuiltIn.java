package com.salescopilot.model.ai;

import com.salescopilot.model.id.Uniform;
import java.util.List;
import java.util.Optional;

/// The engine that is always there: no key, no network, and the same answer to the same question on
/// every machine.
public final class BuiltIn {
  /// Its name in answers.
  public static final String NAME = "builtin";

  /// Its version in answers: what it would write differently has another one.
  public static final String VERSION = "b-1";

  private static final int MOST_ROUNDS = 200;
  private static final List<String> ASKED_FOR =
      List.of("company", "jobTitle", "companyData.industry", "companyData.location");

  /// A letter for one person.
  ///
  /// @param hunks none if nothing is known that could be said
  /// @param factIds the facts in them
  /// @param missing fields that would help if they were filled
  public record Personal(List<Hunk> hunks, List<String> factIds, List<String> missing) {
    public Personal {
      hunks = List.copyOf(hunks);
      factIds = List.copyOf(factIds);
      missing = List.copyOf(missing);
    }
  }

  /// Rewrites a letter. Rewriting what comes out of it changes nothing.
  ///
  /// @param locale empty: the language of the letter; one that is not known: only what needs no
  ///   words
  public List<Hunk> rewrite(String draft, Goal goal, Optional<String> locale) {
    Optional<Language> language = Language.of(locale, draft);
    if (language.isEmpty()) {
      return List.of();
    }
    PhraseBook book = PhraseBook.of(language.get());
    Revision revision = new Revision(draft);
    for (int round = 0; round < MOST_ROUNDS && change(revision, goal, book); round++) {
      // until there is nothing left to change
    }
    return revision.hunks();
  }

  private static boolean change(Revision revision, Goal goal, PhraseBook book) {
    for (Pass pass : goal.passes()) {
      List<Edit> edits = pass.edits(Draft.of(revision.text()), book);
      if (!edits.isEmpty()) {
        revision.apply(edits, pass.name());
        return true;
      }
    }
    return false;
  }

  /// Puts one sentence behind the greeting that uses as many facts as can be said together.
  ///
  /// @param prospectId whose letter it is; with the draft's id it chooses among equals
  public Personal personalize(
      String draft, FactSheet facts, String prospectId, String draftId, Optional<String> locale) {
    List<String> missing = ASKED_FOR.stream().filter(field -> facts.from(field).isEmpty()).toList();
    Optional<PhraseBook> book = Language.of(locale, draft).map(PhraseBook::of);
    Optional<PersonalLine> line = book.flatMap(b -> line(b, facts, prospectId, draftId));
    if (line.isEmpty()) {
      return new Personal(List.of(), List.of(), missing);
    }
    Revision revision = new Revision(draft);
    revision.apply(Opening.insert(Draft.of(draft), book.get(), line.get().said(facts)), "PERSONAL");
    return new Personal(revision.hunks(), ids(line.get(), facts), missing);
  }

  private static Optional<PersonalLine> line(
      PhraseBook book, FactSheet facts, String prospectId, String draftId) {
    List<PersonalLine> sayable =
        book.patterns().stream().filter(pattern -> pattern.canBeSaid(facts)).toList();
    int most = sayable.stream().mapToInt(pattern -> pattern.fields().size()).max().orElse(0);
    List<PersonalLine> best =
        sayable.stream().filter(pattern -> pattern.fields().size() == most).toList();
    return best.isEmpty()
        ? Optional.empty()
        : Optional.of(best.get((int) (Uniform.u("pers", prospectId, draftId) * best.size())));
  }

  private static List<String> ids(PersonalLine line, FactSheet facts) {
    return line.fields().stream()
        .flatMap(
            field -> facts.facts().stream().filter(fact -> fact.origin().equals(field)).limit(1))
        .map(Fact::id)
        .toList();
  }
}
