package com.salescopilot.model.template;

import static org.assertj.core.api.Assertions.assertThat;

import com.salescopilot.model.template.TemplateError.Code;
import java.util.List;
import java.util.Map;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.CsvSource;
import org.junit.jupiter.params.provider.ValueSource;

final class TemplateTest {
  private static final FieldCatalogue FIELDS = new FieldCatalogue(List.of("plan", "budget 2026"));
  private static final FieldValues ANA =
      new FieldValues(
          Map.of(
              "firstName", "Ana",
              "company", "Köhler & Söhne",
              "custom.plan", "pro",
              "custom.budget 2026", "50k",
              "companyData.industry", "Steel",
              "sender.firstName", "Max"));
  private static final FieldValues NOBODY = new FieldValues(Map.of());

  @Test
  void fields_of_every_kind_get_their_values() {
    Rendered mail =
        text("{{firstName}} {{ company }} {{custom.plan}} {{custom.budget 2026}}"
                + " {{companyData.industry}} {{sender.firstName}}")
            .render(ANA);

    assertThat(mail.text()).isEqualTo("Ana Köhler & Söhne pro 50k Steel Max");
    assertThat(mail.errors()).isEmpty();
    assertThat(mail.uses())
        .containsExactly(
            "firstName",
            "company",
            "custom.plan",
            "custom.budget 2026",
            "companyData.industry",
            "sender.firstName");
  }

  @Test
  void a_fallback_stands_in_for_an_empty_value_and_is_no_use_of_it() {
    Compiled greeting = text("{{company | \"your team\"}}/{{jobTitle|'it\"s you'}}");

    assertThat(greeting.render(NOBODY))
        .isEqualTo(new Rendered("your team/it\"s you", List.of(), List.of()));
    assertThat(greeting.render(ANA).text()).startsWith("Köhler & Söhne/");
    assertThat(greeting.fields()).containsExactly("company", "jobTitle");
  }

  @Test
  void an_empty_field_without_fallback_is_an_error_and_never_blank() {
    for (String nothing : List.of("", "  ", "\u00A0\n", "\u200B\u2060")) {
      Rendered mail =
          text("Hi {{firstName}}!").render(new FieldValues(Map.of("firstName", nothing)));

      assertThat(mail.text()).isEqualTo("Hi ⟦firstName⟧!");
      assertThat(mail.errors())
          .containsExactly(
              new TemplateError(
                  Code.EMPTY_FIELD, 3, 16, "firstName is empty and has no fallback."));
      assertThat(mail.uses()).isEmpty();
    }
  }

  @ParameterizedTest
  @CsvSource({
    "fristName, firstName",
    "firstname, firstName",
    "FIRSTNAME, firstName",
    "first name, firstName",
    "frstNme, firstName",
    "compny, company",
    "custom.paln, custom.plan",
    "companydata.size, companyData.size",
  })
  void a_mistyped_field_is_an_error_that_names_the_nearest(String typed, String meant) {
    for (String source : List.of("Hi {{%s}}", "Hi {{%s | \"x\"}}")) {
      String template = source.formatted(typed);
      assertThat(text(template).errors())
          .containsExactly(
              new TemplateError(
                  Code.UNKNOWN_FIELD,
                  3,
                  template.length(),
                  "There is no field %s. Did you mean %s?".formatted(typed, meant)));
    }
  }

  @Test
  void a_field_near_to_nothing_is_refused_without_a_guess() {
    assertThat(text("{{favouriteColour}}").errors())
        .extracting(TemplateError::message)
        .containsExactly("There is no field favouriteColour.");
    assertThat(text("{{custom.other}}").errors())
        .extracting(TemplateError::code)
        .containsExactly(Code.UNKNOWN_FIELD);
  }

  @Test
  void a_broken_template_still_shows_a_preview_with_all_its_errors() {
    Rendered preview = text("{{firstName}} {{compny}} {{jobTitle}} {{a b").render(ANA);

    assertThat(preview.text()).isEqualTo("Ana ⟦compny⟧ ⟦jobTitle⟧ {{a b");
    assertThat(preview.errors())
        .extracting(TemplateError::code)
        .containsExactly(Code.UNKNOWN_FIELD, Code.EMPTY_FIELD, Code.UNCLOSED);
  }

  @Test
  void a_backslash_makes_braces_text() {
    assertThat(text("\\{{firstName}} is {{firstName}}\\{{").render(ANA).text())
        .isEqualTo("{{firstName}} is Ana{{");
    assertThat(text("a } } {b} \\ }}").render(ANA))
        .isEqualTo(new Rendered("a } } {b} \\ }}", List.of(), List.of()));
  }

  @ParameterizedTest
  @ValueSource(strings = {"Hi {{", "Hi {{firstName", "Hi {{firstName}", "Hi {{ {{firstName}}"})
  void braces_that_never_close_are_an_error_where_they_open(String source) {
    assertThat(text(source).errors())
        .singleElement()
        .satisfies(
            error -> {
              assertThat(error.code()).isEqualTo(Code.UNCLOSED);
              assertThat(source.substring(error.start(), error.end())).isEqualTo("{{");
              assertThat(error.start()).isEqualTo(3);
            });
  }

  @ParameterizedTest
  @ValueSource(
      strings = {
        "{{}}",
        "{{ }}",
        "{{{firstName}}}",
        "{{firstName | there}}",
        "{{firstName | “there”}}",
        "{{firstName | \"there}}",
        "{{firstName | \"a\" | \"b\"}}",
        "{{firstName | \"a\"b\"}}",
        "{{firstName | \"\"}}",
        "{{firstName | ' '}}",
        "{{firstName |}}",
        "{{| \"x\"}}",
        "{{\"x\"}}",
        "{{#if}}",
        "{{#if }}",
        "{{#iff jobTitle}}",
        "{{#each jobTitle}}",
        "{{#if jobTitle | \"x\"}}",
        "{{#if custom.plan = \"pro\"}}",
        "{{#if custom.plan == pro}}",
        "{{#if == \"pro\"}}",
        "{{#if custom.plan == \"a\" == \"b\"}}",
        "{{#else jobTitle}}",
        "{{/each}}",
        "{{/}}",
        "{{pick \"Hi\"}}",
        "{{pick \"Hi\" |}}",
        "{{pick \"Hi\" \"Hello\"}}",
        "{{pick \"Hi\" | \" \"}}",
        "{{pick \"Hi\" | Hello}}",
        "{{pick \"Hi\" | \"Hello}}",
        "{{custom.plan == \"pro\"}}",
      })
  void anything_else_between_braces_is_refused(String source) {
    assertThat(text(source).errors())
        .singleElement()
        .satisfies(
            error -> {
              assertThat(error.code()).isEqualTo(Code.BAD_SYNTAX);
              assertThat(error.start()).isZero();
              assertThat(error.message()).endsWith(".");
            });
  }

  @Test
  void a_value_is_never_read_as_a_template() {
    FieldValues hostile =
        new FieldValues(Map.of("firstName", "{{lastName}}", "lastName", "\\{{x", "company", "}}"));

    assertThat(text("{{firstName}} {{lastName}} {{company}}").render(hostile))
        .isEqualTo(
            new Rendered(
                "{{lastName}} \\{{x }}", List.of(), List.of("firstName", "lastName", "company")));
  }

  @Test
  void values_are_composed_and_put_on_one_line() {
    assertThat(render("Jose\u0301")).isEqualTo("José");
    assertThat(render(" a\r\n\tb\u00A0 \u2028c\u0000\u0085d\uD800 ")).isEqualTo("a b c d");
    assertThat(render("x".repeat(500))).hasSize(500);
    assertThat(render("😊".repeat(500))).hasSize(1_000);
  }

  @Test
  void a_value_of_more_than_500_characters_is_refused() {
    Rendered mail =
        text("{{firstName}}").render(new FieldValues(Map.of("firstName", "x".repeat(501))));

    assertThat(mail.text()).isEqualTo("⟦firstName⟧");
    assertThat(mail.errors()).extracting(TemplateError::code).containsExactly(Code.VALUE_TOO_LONG);
  }

  @Test
  void long_sources_are_refused_at_once() {
    assertThat(text("x".repeat(100 * 1024)).errors()).isEmpty();
    assertThat(text("x".repeat(100 * 1024 + 1)).errors())
        .extracting(TemplateError::code)
        .containsExactly(Code.TOO_LONG);
    assertThat(text("é".repeat(51_201)).errors())
        .extracting(TemplateError::code)
        .containsExactly(Code.TOO_LONG);
    assertThat(subject("x".repeat(998)).errors()).isEmpty();
    assertThat(subject("x".repeat(999)).errors())
        .extracting(TemplateError::code)
        .containsExactly(Code.TOO_LONG);
  }

  @Test
  void a_template_has_at_most_500_fields() {
    assertThat(text("{{firstName}}".repeat(500)).errors()).isEmpty();
    assertThat(text("{{firstName}}".repeat(502)).errors())
        .extracting(TemplateError::code)
        .containsExactly(Code.TOO_LONG);
    assertThat(text("{{".repeat(50_000)).errors()).hasSize(501);
  }

  @Test
  void a_subject_that_grows_beyond_255_characters_is_refused() {
    Compiled subject = subject("x".repeat(250) + "{{firstName}}");

    assertThat(subject.render(new FieldValues(Map.of("firstName", "Anabe"))).errors()).isEmpty();
    assertThat(subject.render(new FieldValues(Map.of("firstName", "Anabel"))).errors())
        .extracting(TemplateError::code)
        .containsExactly(Code.TOO_LONG);
  }

  private static String render(String firstName) {
    Rendered mail = text("{{firstName}}").render(new FieldValues(Map.of("firstName", firstName)));
    assertThat(mail.errors()).isEmpty();
    return mail.text();
  }

  private static Compiled text(String source) {
    return Template.compile(source, Mode.TEXT, FIELDS);
  }

  private static Compiled subject(String source) {
    return Template.compile(source, Mode.SUBJECT, FIELDS);
  }
}
