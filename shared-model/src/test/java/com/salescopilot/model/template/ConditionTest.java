package com.salescopilot.model.template;

import static org.assertj.core.api.Assertions.assertThat;

import com.salescopilot.model.template.TemplateError.Code;
import java.util.List;
import java.util.Map;
import java.util.UUID;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.CsvSource;

final class ConditionTest {
  private static final FieldCatalogue FIELDS = new FieldCatalogue(List.of("plan"));
  private static final Map<String, String> NOBODY = Map.of();
  private static final Map<String, String> BOSS = Map.of("jobTitle", "Boss");
  private static final Map<String, String> PRO = Map.of("custom.plan", " pro\n");

  @Test
  void a_condition_is_for_those_who_have_the_field() {
    String source = "a{{#if jobTitle}}, {{jobTitle}}{{#else}}, whoever you are{{/if}}!";

    assertThat(render(source, BOSS)).isEqualTo("a, Boss!");
    assertThat(render(source, NOBODY)).isEqualTo("a, whoever you are!");
    assertThat(render(source, Map.of("jobTitle", "\u200B "))).isEqualTo("a, whoever you are!");
    assertThat(render("{{#if jobTitle}}x{{/if}}", NOBODY)).isEmpty();
  }

  @ParameterizedTest
  @CsvSource({
    "{{#if custom.plan == \"pro\"}}yes{{#else}}no{{/if}}, yes, no, no",
    "{{#if custom.plan != 'pro'}}yes{{#else}}no{{/if}}, no, yes, yes",
    "{{#if custom.plan==\"p r o\"}}yes{{#else}}no{{/if}}, no, no, no",
    "{{ #if  custom.plan  ==  \" pro \" }}yes{{ #else }}no{{ /if }}, yes, no, no",
    "{{#if custom.plan == \"\"}}yes{{#else}}no{{/if}}, no, no, yes",
  })
  void a_field_is_compared_with_words(String source, String pro, String free, String none) {
    assertThat(render(source, PRO)).isEqualTo(pro);
    assertThat(render(source, Map.of("custom.plan", "free"))).isEqualTo(free);
    assertThat(render(source, NOBODY)).isEqualTo(none);
  }

  @Test
  void conditions_stand_within_each_other_three_deep() {
    String three =
        "{{#if jobTitle}}1{{#if company}}2{{#if email}}3{{#else}}-{{/if}}{{/if}}{{#else}}0{{/if}}";
    assertThat(render(three, Map.of("jobTitle", "a", "company", "b", "email", "c")))
        .isEqualTo("123");
    assertThat(render(three, Map.of("jobTitle", "a", "company", "b"))).isEqualTo("12-");
    assertThat(render(three, Map.of("jobTitle", "a"))).isEqualTo("1");
    assertThat(render(three, NOBODY)).isEqualTo("0");

    String four = "{{#if jobTitle}}".repeat(4) + "x" + "{{/if}}".repeat(4);
    assertThat(errors(four)).containsExactly("TOO_DEEP 48-64");
  }

  @Test
  void an_empty_field_is_an_error_only_for_those_who_read_it() {
    Compiled template = text("{{#if jobTitle}}{{company}}{{#else}}{{lastName}}{{/if}}");

    assertThat(template.render(new FieldValues(BOSS)).errors())
        .extracting(TemplateError::message)
        .containsExactly("company is empty and has no fallback.");
    assertThat(template.fields()).containsExactly("jobTitle", "company", "lastName");
    assertThat(template.render(new FieldValues(Map.of("jobTitle", "x", "company", "y"))).uses())
        .containsExactly("company");
  }

  @Test
  void an_unknown_field_is_an_error_also_where_nobody_reads_it() {
    assertThat(errors("{{#if compny}}{{#if jobTitle == 'x'}}{{lastNam | 'x'}}{{/if}}{{/if}}"))
        .containsExactly("UNKNOWN_FIELD 0-14", "UNKNOWN_FIELD 37-54");
  }

  @ParameterizedTest
  @CsvSource({
    "a{{/if}}, UNBALANCED_IF 1-8",
    "a{{#else}}b, UNBALANCED_IF 1-10",
    "{{#if company}}a, UNBALANCED_IF 0-15",
    "{{#if company}}{{#else}}a{{#else}}{{/if}}, UNBALANCED_IF 25-34",
    "{{#if company}}{{/if}}{{/if}}, UNBALANCED_IF 22-29",
  })
  void what_does_not_pair_is_an_error_where_it_stands(String source, String error) {
    assertThat(errors(source)).containsExactly(error);
  }

  @Test
  void everything_that_is_wrong_is_said_at_once_in_the_order_of_the_source() {
    assertThat(
            errors("[name] {{/if}} {{compny}} {{#if x}} {{pick \"a\"}} {{company | 'x'}} {a|b} {{"))
        .containsExactly(
            "LEFTOVER_MARKUP 0-6",
            "UNBALANCED_IF 7-14",
            "UNKNOWN_FIELD 15-25",
            "UNKNOWN_FIELD 26-35",
            "UNBALANCED_IF 26-35",
            "BAD_SYNTAX 36-48",
            "LEFTOVER_MARKUP 67-72",
            "UNCLOSED 73-75");
  }

  @Test
  void placeholders_are_found_in_the_sources_own_text_and_never_in_values() {
    assertThat(errors("{{company | \"[name]\"}} {{pick '{a|b}' | '%email%'}} {{company}}"))
        .isEmpty();
    assertThat(render("{{company}}", Map.of("company", "[company] {a|b} <<x>>")))
        .isEqualTo("[company] {a|b} <<x>>");
    assertThat(errors("{ Plan } and %custom_plan%")).containsExactly("LEFTOVER_MARKUP 13-26");
    assertThat(html("<p>&lt;&lt;First Name&gt;&gt;</p>").errors())
        .extracting(TemplateError::code)
        .containsExactly(Code.LEFTOVER_MARKUP);
  }

  @Test
  void one_of_the_alternatives_is_picked_and_stays_picked() {
    Compiled template = text("{{pick \"Hi\" | 'Hello' | \"He|y\"}} {{pick 'a'|'b'}}");
    UUID text = new UUID(7, 7);
    int[] first = new int[3];
    int same = 0;
    for (int i = 0; i < 3_000; i++) {
      PickSeed seed = new PickSeed(new UUID(0, i), text);
      String line = template.render(new FieldValues(NOBODY), seed).text();
      assertThat(line).isEqualTo(template.render(new FieldValues(NOBODY), seed).text());
      first[List.of("Hi", "Hello", "He|y").indexOf(line.substring(0, line.length() - 2))]++;
      same += line.endsWith("a") ? 1 : 0;
    }

    assertThat(first).satisfies(counts -> assertThat(counts[0]).isBetween(900, 1_100));
    assertThat(first[1]).isBetween(900, 1_100);
    assertThat(same).isBetween(1_400, 1_600);
    assertThat(template.render(new FieldValues(NOBODY)).errors()).isEmpty();
  }

  @Test
  void which_alternative_is_fixed_for_all_time() {
    PickSeed seed =
        new PickSeed(
            UUID.fromString("00000000-0000-7000-8000-000000000001"),
            UUID.fromString("00000000-0000-7000-8000-000000000002"));
    String ten = "{{pick '0'|'1'|'2'|'3'|'4'|'5'|'6'|'7'|'8'|'9'}}";

    assertThat(text(ten.repeat(6)).render(new FieldValues(NOBODY), seed).text())
        .isEqualTo("649660");
  }

  @Test
  void alternatives_are_written_as_their_place_demands() {
    assertThat(
            html("<p title=\"{{pick 'a&amp;b' | 'a&amp;b'}}\">{{pick 'a&lt;b' | 'a&lt;b'}}</p>")
                .render(new FieldValues(NOBODY))
                .text())
        .isEqualTo("<p title=\"a&amp;b\">a&lt;b</p>");
    assertThat(html("<a href=\"{{pick 'x:y' | 'https://a.io'}}\">x</a>").errors())
        .extracting(TemplateError::code)
        .containsExactly(Code.UNSAFE_URL);
    assertThat(html("<a {{pick 'a' | 'b'}}=\"\">x</a>").errors())
        .extracting(TemplateError::code)
        .containsExactly(Code.BAD_CONTEXT);
  }

  @ParameterizedTest
  @CsvSource({
    "<p title=\"{{#if company}}x{{/if}}\">y</p>, 2",
    "{{#if company}}<p {{/if}}>x</p>, 1",
    "<script>{{#if company}}x{{/if}}</script>, 2",
    "<!-- {{#if company}} -->x{{/if}}, 1",
  })
  void a_condition_inside_of_markup_is_refused(String source, int times) {
    assertThat(html(source).errors())
        .hasSize(times)
        .extracting(TemplateError::code)
        .containsOnly(Code.BAD_CONTEXT);
  }

  @Test
  void a_condition_may_choose_between_whole_elements() {
    Compiled page = html("{{#if company}}<p>{{company}}</p>{{#else}}<ul><li>x</li></ul>{{/if}}");

    assertThat(page.errors()).isEmpty();
    assertThat(page.render(new FieldValues(Map.of("company", "<b>"))).text())
        .isEqualTo("<p>&lt;b&gt;</p>");
    assertThat(page.render(new FieldValues(NOBODY)).text()).isEqualTo("<ul><li>x</li></ul>");
    assertThat(html("{{#if custom.plan == &quot;a&amp;b&quot;}}x{{/if}}").errors()).isEmpty();
  }

  @Test
  void conditions_and_alternatives_count_among_the_500() {
    assertThat(text("{{#if company}}{{/if}}".repeat(250)).errors()).isEmpty();
    assertThat(text("{{#if company}}{{/if}}".repeat(251)).errors())
        .extracting(TemplateError::code)
        .containsExactly(Code.TOO_LONG);
  }

  private static String render(String source, Map<String, String> values) {
    Rendered rendered = text(source).render(new FieldValues(values));
    assertThat(rendered.errors()).isEmpty();
    return rendered.text();
  }

  private static List<String> errors(String source) {
    return text(source).errors().stream()
        .map(error -> error.code() + " " + error.start() + "-" + error.end())
        .toList();
  }

  private static Compiled text(String source) {
    return Template.compile(source, Mode.TEXT, FIELDS);
  }

  private static Compiled html(String source) {
    return Template.compile(source, Mode.HTML, FIELDS);
  }
}
