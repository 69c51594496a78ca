package com.salescopilot.model.letter;

import static org.assertj.core.api.Assertions.assertThat;

import com.salescopilot.model.entity.Doc;
import com.salescopilot.model.entity.Entity;
import com.salescopilot.model.template.TemplateError;
import com.salescopilot.model.value.Value;
import java.util.List;
import java.util.Map;
import java.util.Optional;
import java.util.TreeMap;
import java.util.UUID;
import org.junit.jupiter.api.Test;

final class LetterTest {
  private static final Sender ANNA = new Sender("Anna", "Berg", "anna@example.com");
  private static final Doc BOB =
      new Doc(Entity.PROSPECT, new UUID(1, 1), 1, new TreeMap<>())
          .with("firstName", "Bob & Co")
          .with("email", "bob@example.com")
          .with("customFields", fields(Map.of("seats", Value.whole(12))));

  @Test
  void every_field_gets_this_prospects_value_in_each_half() {
    Letter letter =
        letter(
            "For {{firstName}}",
            "<p title='x'>Hi {{firstName}}, {{custom.seats}} seats? {{sender.firstName}}</p>",
            "Hi {{firstName}}, {{company | \"your team\"}}");
    assertThat(letter)
        .isEqualTo(
            new Letter.Ready(
                "For Bob & Co",
                fields(
                    Map.of(
                        "html",
                        Value.text("<p title=\"x\">Hi Bob &amp; Co, 12 seats? Anna</p>"),
                        "text",
                        Value.text("Hi Bob & Co, your team")))));
  }

  @Test
  void a_field_nobody_has_and_one_this_prospect_lacks_are_both_told() {
    Letter letter = letter("Hi {{fristName}}", "<p>{{jobTitle}}</p>", "Hi");
    assertThat(((Letter.Unfinished) letter).problems())
        .extracting(TemplateError::code)
        .containsExactly(TemplateError.Code.UNKNOWN_FIELD, TemplateError.Code.EMPTY_FIELD);
  }

  @Test
  void a_custom_field_that_others_have_may_have_a_fallback() {
    assertThat(letter("Hi", "<p>{{custom.plan | \"basic\"}}</p>", "Hi"))
        .isInstanceOf(Letter.Ready.class);
    assertThat(letter("Hi", "<p>{{custom.nobody | \"basic\"}}</p>", "Hi"))
        .isInstanceOf(Letter.Unfinished.class);
  }

  @Test
  void a_letter_names_the_readers_company_and_their_way_out() {
    Doc acme =
        new Doc(Entity.COMPANY_DATA, new UUID(5, 5), 1, new TreeMap<>())
            .with("name", "Acme & Sons")
            .with("industry", "Steel");
    Doc draft =
        draft(
            "For {{companyData.name}}",
            "<p><a href=\"{{unsubscribeUrl}}\">Out of {{companyData.industry}}</a></p>",
            "{{companyData.size | \"many\"}} {{unsubscribeUrl}}");
    assertThat(Letter.of(draft, BOB, Optional.of(acme), ANNA, List.of()))
        .isEqualTo(
            new Letter.Ready(
                "For Acme & Sons",
                fields(
                    Map.of(
                        "html",
                        Value.text("<p><a href=\"" + Letter.WAY_OUT + "\">Out of Steel</a></p>"),
                        "text",
                        Value.text("many " + Letter.WAY_OUT)))));
    assertThat(Letter.of(draft, BOB, Optional.empty(), ANNA, List.of()))
        .as("of whose company nothing is known")
        .isInstanceOf(Letter.Unfinished.class);
  }

  private static Letter letter(String subject, String html, String text) {
    return Letter.of(
        draft(subject, html, text), BOB, Optional.empty(), ANNA, List.of("seats", "plan"));
  }

  private static Doc draft(String subject, String html, String text) {
    return new Doc(Entity.EMAIL_DRAFT, new UUID(2, 2), 1, new TreeMap<>())
        .with("subject", subject)
        .with("body", fields(Map.of("html", Value.text(html), "text", Value.text(text))));
  }

  private static Value.Fields fields(Map<String, Value> members) {
    return new Value.Fields(new TreeMap<>(members));
  }
}
