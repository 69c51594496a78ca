package com.salescopilot.model.ai;

import static org.assertj.core.api.Assertions.assertThat;

import java.util.ArrayList;
import java.util.List;
import java.util.Map;
import java.util.Optional;
import java.util.Random;
import java.util.UUID;
import org.junit.jupiter.api.Test;

final class BuiltInTest {
  private static final long SEED = 6;
  private final BuiltIn engine = new BuiltIn();

  @Test
  void what_it_rewrote_it_leaves_alone_for_every_goal() {
    Letters letters = new Letters(new Random(SEED));
    for (int i = 0; i < 500; i++) {
      Language language = letters.language(i);
      String letter = letters.letter(language);
      Optional<String> locale = Optional.of(language.tag());
      Goal goal = List.of(Goal.values()).get(i % Goal.values().length);
      List<Hunk> hunks = engine.rewrite(letter, goal, locale);
      String better = Hunks.apply(letter, hunks);
      assertThat(engine.rewrite(better, goal, locale))
          .as("seed %d, %s of%n%s%ngives%n%s", SEED, goal, letter, better)
          .isEmpty();
    }
  }

  @Test
  void it_brings_nothing_in_that_the_verifier_would_flag_and_touches_no_field_or_address() {
    Letters letters = new Letters(new Random(SEED + 1));
    for (int i = 0; i < 500; i++) {
      Language language = letters.language(i);
      String letter = letters.letter(language);
      Optional<String> locale = Optional.of(language.tag());
      String better =
          Hunks.apply(
              letter, engine.rewrite(letter, List.of(Goal.values()).get(i / 4 % 7), locale));
      Verdict verdict = new Verifier().judge(letter, better, FactSheet.empty(), locale);
      assertThat(verdict.flags()).as("%s%ngives%n%s", letter, better).isEmpty();
      assertThat(Fields.in(better)).isEqualTo(Fields.in(letter));
      assertThat(Addresses.links(better)).isEqualTo(Addresses.links(letter));
    }
  }

  @Test
  void its_changes_are_told_by_their_places_in_the_letter_as_it_was() {
    assertThat(rewritten("In order to help, we leverage tools.", Goal.SHORTER))
        .isEqualTo("To help, we use tools.");
    assertThat(engine.rewrite("In order to help, we leverage tools.", Goal.SHORTER, en()))
        .containsExactly(
            new Hunk(0, 11, "To", "PLAIN_WORDS"), new Hunk(21, 29, "use", "PLAIN_WORDS"));
  }

  @Test
  void each_goal_does_what_it_is_called() {
    assertThat(
            rewritten(
                "Hi Ana,\n\nI hope you are well. Would you look at this? Is it new to you?\n\nJo",
                Goal.ONE_ASK))
        .isEqualTo("Hi Ana,\n\nI hope you are well. Is it new to you?\n\nJo");
    assertThat(rewritten("Hi Ana,\n\nI hope you are well. It is new.\n\nJo", Goal.SHORTER))
        .isEqualTo("Hi Ana,\n\nIt is new.\n\nJo");
    assertThat(
            rewritten("Dear Ana,\n\nI am glad that you do not mind.\n\nSincerely", Goal.FRIENDLIER))
        .isEqualTo("Hi Ana,\n\nI'm glad that you don't mind.\n\nBest");
    assertThat(rewritten("Hey Ana,\n\nI'm glad.\n\nCheers", Goal.FORMAL))
        .isEqualTo("Dear Ana,\n\nI am glad.\n\nKind regards");
    assertThat(rewritten("i think  the the team ,too , is here. it is good!!", Goal.FIX))
        .isEqualTo("I think the team, too, is here. It is good!");
    assertThat(rewritten("Hi Ana,\n\nIt is new.", Goal.FOLLOW_UP))
        .isEqualTo("Hi Ana,\n\nI would like to come back to my last email.\n\nIt is new.");
    assertThat(
            rewritten(
                "Our tool shows your team what it does all day long in every one of its meetings"
                    + " and we think that you would like to have a look at it",
                Goal.SIMPLER))
        .isEqualTo(
            "Our tool shows your team what it does all day long in every one of its meetings."
                + " We think that you would like to have a look at it");
  }

  @Test
  void a_letter_to_one_person_uses_as_many_facts_as_can_be_said_and_always_the_same() {
    FactSheet facts =
        FactSheet.of(
            Map.of("firstName", "Ana", "company", "Acme", "jobTitle", "Head of Sales"),
            Optional.empty(),
            Optional.empty(),
            List.of());
    String draft = "Hi Ana,\n\nWe make tools.\n\nJo";
    String who = new UUID(1, 2).toString();
    BuiltIn.Personal personal = engine.personalize(draft, facts, who, who, en());
    String text = Hunks.apply(draft, personal.hunks());
    assertThat(text).startsWith("Hi Ana,\n\n").contains("Head of Sales", "Acme").endsWith("Jo");
    assertThat(personal.factIds()).containsExactlyInAnyOrder("F2", "F3");
    assertThat(personal.missing()).containsExactly("companyData.industry", "companyData.location");
    assertThat(engine.personalize(draft, facts, who, who, en())).isEqualTo(personal);
    assertThat(engine.personalize(text, facts, who, who, en()).hunks()).isEmpty();
    assertThat(new Verifier().judge(draft, text, facts, en()).flags()).isEmpty();
  }

  @Test
  void its_own_lines_pass_the_verifier_in_every_language() {
    FactSheet facts =
        FactSheet.of(
            Map.of(
                "company",
                "Acme",
                "jobTitle",
                "CFO",
                "companyData.industry",
                "Retail",
                "companyData.location",
                "Graz"),
            Optional.empty(),
            Optional.empty(),
            List.of());
    List<Flag> flags = new ArrayList<>();
    for (Language language : Language.values()) {
      PhraseBook book = PhraseBook.of(language);
      String draft = "Jo,\n\n";
      for (PersonalLine line : book.patterns()) {
        String said = draft + line.said(facts);
        flags.addAll(new Verifier().judge(draft, said, facts, Optional.of(language.tag())).flags());
      }
    }
    assertThat(flags).isEmpty();
  }

  @Test
  void where_nothing_is_known_beyond_names_it_asks_and_changes_nothing() {
    FactSheet facts =
        FactSheet.of(Map.of("firstName", "Ana"), Optional.empty(), Optional.empty(), List.of());
    BuiltIn.Personal personal = engine.personalize("Hi Ana,\n\nNew.", facts, "", "", en());
    assertThat(personal.hunks()).isEmpty();
    assertThat(personal.missing()).contains("jobTitle", "company");
  }

  private String rewritten(String letter, Goal goal) {
    return Hunks.apply(letter, engine.rewrite(letter, goal, en()));
  }

  private static Optional<String> en() {
    return Optional.of("en");
  }
}
