package com.salescopilot.model.score;

import static com.salescopilot.model.score.CheckId.ASK;
import static com.salescopilot.model.score.CheckId.CTA;
import static com.salescopilot.model.score.CheckId.LEN;
import static com.salescopilot.model.score.CheckId.PERS;
import static com.salescopilot.model.score.CheckId.READ;
import static com.salescopilot.model.score.CheckId.SPAM;
import static com.salescopilot.model.score.CheckId.SUBJ;
import static com.salescopilot.model.score.CheckId.TONE;
import static com.salescopilot.model.score.CheckId.YOU;
import static org.assertj.core.api.Assertions.assertThat;

import com.salescopilot.model.value.Value;
import java.util.List;
import java.util.Map;
import java.util.Optional;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.CsvSource;

final class ScorerTest {
  private static final String GOOD =
      """
      Hi Ana,

      congratulations on the new plant in Leiria. Teams of your size often lose a day a week \
      to shift plans. Planadora gives your planners that day back.

      Would it help to see how others in ceramics do it?

      --\s
      Max Weber, we answer every question, do we not?
      """;
  private static final Map<String, String> ANA =
      Map.of(
          "firstName", "Ana",
          "lastName", "Diaz",
          "company", "Planadora",
          "companyData.industry", "ceramics",
          "companyData.location", "Leiria");

  private final Scorer scorer = new Scorer();

  @Test
  void a_short_personal_letter_with_one_easy_question_is_ready() {
    Score score = scorer.score(ScoredMail.of("Shift plans in Leiria", GOOD).to(ANA));

    assertThat(score.band()).isEqualTo(Band.READY);
    assertThat(score.blockers()).isEmpty();
    assertThat(score.model()).isEqualTo("sc-1");
    assertThat(score.checks()).extracting(Check::id).containsExactly(CheckId.values());
    assertThat(check(score, LEN).value()).isEqualTo(Value.whole(40));
    assertThat(check(score, ASK).value()).isEqualTo(Value.whole(1));
    assertThat(check(score, CTA).value()).isEqualTo(Value.text("INTEREST"));
    assertThat(check(score, PERS).value()).isEqualTo(Value.whole(3));
  }

  @Test
  void points_of_all_ten_checks_add_up_to_the_score() {
    Score score = scorer.score(ScoredMail.of("Shift plans in Leiria", GOOD).to(ANA));

    assertThat(score.score())
        .isEqualTo(score.checks().stream().mapToInt(Check::points).sum())
        .isEqualTo(score.raw());
  }

  @Test
  void every_check_says_why_and_by_whose_measure_and_what_to_do_unless_all_is_well() {
    for (String text : List.of("", "Buy now! ACT NOW!", GOOD)) {
      for (Check check : scorer.score(ScoredMail.of("", text)).checks()) {
        assertThat(check.why()).endsWith(".").doesNotContain("%s");
        assertThat(check.target()).isNotBlank();
        assertThat(check.id().source()).isNotBlank();
        assertThat(check.fix().isEmpty()).isEqualTo(check.points() == check.max());
      }
    }
  }

  @Test
  void spans_are_offsets_of_the_whole_text() {
    String text = "> You asked: why?\nThanks for that. Would a call on Tuesday suit you?\n";
    Score score = scorer.score(ScoredMail.of("Your question", text).in(Language.EN));

    assertThat(check(score, ASK).spans())
        .singleElement()
        .satisfies(
            span ->
                assertThat(text.substring(span.start(), span.end()))
                    .isEqualTo("Would a call on Tuesday suit you?"));
    assertThat(check(score, CTA).value()).isEqualTo(Value.text("TIME"));
  }

  @Test
  void nothing_written_is_worth_nothing() {
    for (String nothing : List.of("", " \n\n", "> quoted only\n", "-- \nMax", "👋🎉!", "...")) {
      Score score = scorer.score(ScoredMail.of("A fine subject", nothing));

      assertThat(score.score()).isZero();
      assertThat(score.band()).isEqualTo(Band.WORK);
      assertThat(score.checks()).allMatch(check -> check.reason() == Reason.NO_TEXT);
    }
  }

  @Test
  void checks_that_need_a_lexicon_are_left_out_in_other_languages() {
    Score score = scorer.score(ScoredMail.of("日程について", "はじめまして。 工場の 計画に ついて お話し できますか？\n\nよろしく"));

    assertThat(score.checks())
        .extracting(Check::id)
        .doesNotContain(CTA, YOU, SPAM, TONE)
        .contains(LEN, ASK, SUBJ);
    assertThat(check(score, ASK).value()).isEqualTo(Value.whole(1));
  }

  @Test
  void two_sentences_are_too_few_to_say_how_hard_they_read() {
    assertThat(found("It is short. Really.", READ)).isEmpty();
    assertThat(found("It is short. Really. Is it?", READ)).isPresent();
  }

  @ParameterizedTest
  @CsvSource({
    "I met Dr. Weber at the fair., 1",
    "We work with Acme Inc. and e.g. Beta Ltd. in Leeds., 1",
    "It works. It is new. Is it for you?, 3",
    "Really?! Yes... Well., 3",
    "Version 2.5 is out., 1",
  })
  void full_stops_of_abbreviations_and_numbers_end_no_sentence(String text, int sentences) {
    assertThat(Prose.of(text, Optional.of(Language.EN), new Lexicons()).sentences())
        .hasSize(sentences);
  }

  @ParameterizedTest
  @CsvSource({
    "Are you interested?, INTEREST",
    "Shall I send you the case study?, RESOURCE",
    "Do you have 15 minutes on Tuesday?, TIME",
    "Are you interested in a call next week?, TIME",
    "How do you plan shifts?, QUESTION",
    "We plan shifts., NONE",
  })
  void the_last_ask_is_told_by_what_it_costs_the_reader(String text, String ask) {
    assertThat(check(scorer.score(ScoredMail.of("x", text).in(Language.EN)), CTA).value())
        .isEqualTo(Value.text(ask));
  }

  @Test
  void capitals_and_exclamation_marks_in_the_subject_cost_points() {
    assertThat(subject("Shift plans in Leiria")).isEqualTo(12);
    assertThat(subject("Shift PLANS in Leiria")).isEqualTo(9);
    assertThat(subject("Shift plans in Leiria!")).isEqualTo(9);
    assertThat(subject("SHIFT PLANS!")).isEqualTo(6);
    assertThat(subject("CRM and GDP")).isEqualTo(12);
    assertThat(subject(" ")).isZero();
  }

  @Test
  void a_readers_company_in_capitals_is_no_shout() {
    ScoredMail mail = ScoredMail.of("x", "How does SIEMENS plan its shifts?").in(Language.EN);

    assertThat(check(scorer.score(mail), SPAM).value()).isEqualTo(Value.whole(1));
    assertThat(check(scorer.score(mail.to(Map.of("company", "SIEMENS"))), SPAM).value())
        .isEqualTo(Value.whole(0));
  }

  @Test
  void a_fact_counts_once_whether_a_field_or_the_writer_put_it_there() {
    ScoredMail mail = ScoredMail.of("x", "How does Planadora fire its ovens?").to(ANA);

    assertThat(check(scorer.score(mail), PERS).value()).isEqualTo(Value.whole(1));
    assertThat(check(scorer.score(mail.using(List.of("company", "firstName"))), PERS).value())
        .isEqualTo(Value.whole(1));
    assertThat(check(scorer.score(mail.using(List.of("jobTitle"))), PERS).value())
        .isEqualTo(Value.whole(2));
    assertThat(check(scorer.score(ScoredMail.of("x", "planadoras").to(ANA)), PERS).value())
        .isEqualTo(Value.whole(0));
  }

  @Test
  void other_weights_have_a_name_of_their_own() {
    Weights weights = Weights.with(Map.of(LEN, 30, TONE, 0));
    Score score = scorer.score(ScoredMail.of("Shift plans", GOOD).to(ANA), weights);

    assertThat(score.model()).matches("sc-1\\+[0-9a-f]{8}").isEqualTo(weights.model());
    assertThat(Weights.with(Map.of(LEN, 31)).model()).isNotEqualTo(weights.model());
    assertThat(Weights.with(Map.of(LEN, 16)).model()).isEqualTo("sc-1");
    assertThat(score.raw()).isBetween(0, 100);
  }

  @ParameterizedTest
  @CsvSource({
    "Hello and how are you on this day, EN",
    "Guten Tag und vielen Dank für die Zeit, DE",
    "Bonjour et merci pour votre temps, FR",
    "Hola y gracias por su tiempo en la feria, ES",
    "Grazie per il suo tempo alla fiera, IT",
    "Bedankt voor uw tijd op de beurs, NL",
  })
  void the_language_is_found_out(String text, Language language) {
    assertThat(new Lexicons().guess(Word.of(text)).map(Lexicon::language)).contains(language);
  }

  private int subject(String subject) {
    return check(scorer.score(ScoredMail.of(subject, GOOD)), SUBJ).points();
  }

  private Optional<Check> found(String text, CheckId id) {
    return scorer.score(ScoredMail.of("x", text).in(Language.EN)).checks().stream()
        .filter(check -> check.id() == id)
        .findAny();
  }

  private static Check check(Score score, CheckId id) {
    return score.checks().stream().filter(check -> check.id() == id).findAny().orElseThrow();
  }
}
