package com.salescopilot.model.ai;

import static org.assertj.core.api.Assertions.assertThat;

import java.util.List;
import java.util.Optional;
import org.junit.jupiter.api.Test;

/// What a model may say about a letter, in place of nothing in it.
final class RemarkTest {
  private static final String LETTER =
      "Hi {{firstName}},\n\nwe plan shifts for bakeries. Would it help you?\n\nJo";
  private static final FactSheet FOUND =
      new FactSheet(
          List.of(
              new Fact("F1", "72 of 100 points", "score"),
              new Fact("F2", "6 of 12 points: The letter asks nothing.", "score")));

  private final Verifier verifier = new Verifier();

  @Test
  void what_letter_and_findings_say_may_be_said() {
    String said = "Your letter has 72 of 100 points. It asks whether it would help you.";
    Remark left = remark(said);
    assertThat(left.text()).isEqualTo(said);
    assertThat(left.flags()).isEmpty();
  }

  @Test
  void a_sentence_with_anything_else_is_held_back_and_named() {
    Remark left =
        remark(
            "It is short. Letters like it bring 31 % replies. Ana Diaz would like it. Ask a"
                + " question.");
    assertThat(left.text()).isEqualTo("It is short. Ask a question.");
    assertThat(left.flags()).extracting(Flag::code).contains(Check.NUMBER, Check.NAME);
    assertThat(left.flags())
        .extracting(Flag::text)
        .containsOnly("Letters like it bring 31 % replies.", "Ana Diaz would like it.");
  }

  @Test
  void markup_fields_long_talk_and_languages_without_a_lexicon_are_held_back_whole() {
    assertThat(only("**Short.** Ask a question.")).isEqualTo(Check.MARKUP);
    assertThat(only("Keep {{firstName}} where it is.")).isEqualTo(Check.FIELDS);
    assertThat(only("It is short. ".repeat(50))).isEqualTo(Check.LENGTH);
    Remark unknown = verifier.remark("", LETTER, "Krátký.", FOUND, Optional.of("cs"));
    assertThat(unknown.text()).isEmpty();
    assertThat(unknown.flags()).extracting(Flag::code).containsExactly(Check.NO_LEXICON);
  }

  private Check only(String said) {
    Remark left = remark(said);
    assertThat(left.text()).isEmpty();
    assertThat(left.flags()).hasSize(1);
    return left.flags().getFirst().code();
  }

  private Remark remark(String said) {
    return verifier.remark("", LETTER, said, FOUND, Optional.empty());
  }
}
