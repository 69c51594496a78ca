package com.salescopilot.model.score;

import static org.assertj.core.api.Assertions.assertThat;

import com.salescopilot.model.score.Blocker.Code;
import java.util.List;
import java.util.Map;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.CsvSource;

final class BlockersTest {
  private static final Map<String, String> ANA =
      Map.of("firstName", "Ana María", "lastName", "Köhler", "company", "Acme [role]");
  private final Scorer scorer = new Scorer();

  @ParameterizedTest
  @CsvSource(
      delimiter = ';',
      value = {
        "Hi {{firstName}}, how are you?;UNRESOLVED_FIELD;{{firstName}}",
        "Hi ⟦firstName⟧, how are you?;UNRESOLVED_FIELD;⟦firstName⟧",
        "Hi [First Name], how are you?;LEFTOVER_MARKUP;[First Name]",
        "Hi {firstName}, how are you?;LEFTOVER_MARKUP;{firstName}",
        "Hi %FIRST_NAME%, how are you?;LEFTOVER_MARKUP;%FIRST_NAME%",
        "Hi <<Vorname>>, how are you?;LEFTOVER_MARKUP;<<Vorname>>",
        "{Hi|Hello} Ana, how are you?;LEFTOVER_MARKUP;{Hi|Hello}",
        "Hi Peter, how are you?;WRONG_NAME;Peter",
        "Dear Mr. Smith, how are you?;WRONG_NAME;Smith",
        "The plan is attached for you and your team.;MISSING_ATTACHMENT;is attached",
        "It is all on https://acme for you;BAD_LINK;https://acme",
        "It is all on https:///x for you;BAD_LINK;https:///x",
      })
  void what_must_not_leave_is_found_where_it_stands(String text, Code code, String where) {
    assertThat(scorer.score(ScoredMail.of("x", text).in(Language.EN).to(ANA)).blockers())
        .singleElement()
        .satisfies(
            blocker -> {
              assertThat(blocker.code()).isEqualTo(code);
              Span span = blocker.span().orElseThrow();
              assertThat(text.substring(span.start(), span.end())).isEqualTo(where);
            });
  }

  @ParameterizedTest
  @CsvSource(
      delimiter = ';',
      value = {
        "Hi Ana, how are you?",
        "Hi Ana María, how are you?",
        "Hi ana maria, how are you?",
        "Dear Ms. Kohler, how are you?",
        "Hi there, how are you?",
        "Hello Acme team, how are you?",
        "Hi again - how are you?",
        "Good morning, how are you?",
        "At Acme [role] they said 50% of {this} [x] is % of a %.",
        "It is all on https://acme.example/a?b=c, or www.acme.example.",
        "Are you attached to your old plan?",
      })
  void what_may_leave_is_let_through(String text) {
    assertThat(scorer.score(ScoredMail.of("x", text).in(Language.EN).to(ANA)).blockers()).isEmpty();
  }

  @Test
  void circumstances_block_too() {
    ScoredMail mail = ScoredMail.of("", "How are you and your team today?");

    assertThat(codes(mail)).containsExactly(Code.EMPTY_SUBJECT);
    assertThat(codes(mail.when(Circumstance.SUPPRESSED, Circumstance.CAMPAIGN)))
        .containsExactly(Code.EMPTY_SUBJECT, Code.SUPPRESSED, Code.NO_UNSUBSCRIBE);
    assertThat(codes(mail.when(Circumstance.CAMPAIGN).using(List.of("unsubscribeUrl"))))
        .containsExactly(Code.EMPTY_SUBJECT);
    assertThat(codes(mail.linking(List.of("https://acme.example", "mailto:a@b.example"))))
        .containsExactly(Code.EMPTY_SUBJECT);
    assertThat(codes(mail.linking(List.of("javascript:x"))))
        .containsExactly(Code.EMPTY_SUBJECT, Code.BAD_LINK);
  }

  @Test
  void a_file_that_goes_with_it_is_not_missing() {
    ScoredMail mail = ScoredMail.of("x", "The plan is attached for you.").in(Language.EN);

    assertThat(codes(mail)).containsExactly(Code.MISSING_ATTACHMENT);
    assertThat(codes(mail.when(Circumstance.HAS_ATTACHMENT))).isEmpty();
  }

  @Test
  void a_blocked_letter_has_40_points_at_most_and_says_what_it_would_have() {
    String text =
        "Hi Peter,\n\n"
            + "thanks for your kind words at the fair in Leeds last week. They helped my team a"
            + " lot. Would it make sense to compare notes?";
    Score score = scorer.score(ScoredMail.of("Fair in Leeds", text).to(ANA));

    assertThat(score.raw()).isGreaterThan(60);
    assertThat(score.score()).isEqualTo(40);
    assertThat(score.band()).isEqualTo(Band.WORK);
  }

  private List<Code> codes(ScoredMail mail) {
    return scorer.score(mail).blockers().stream().map(Blocker::code).toList();
  }
}
