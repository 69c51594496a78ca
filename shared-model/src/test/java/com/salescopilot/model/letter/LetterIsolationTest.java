package com.salescopilot.model.letter;

import static org.assertj.core.api.Assertions.assertThat;

import com.salescopilot.model.entity.Doc;
import com.salescopilot.model.entity.Entity;
import com.salescopilot.model.template.FieldCatalogue;
import com.salescopilot.model.template.FieldValues;
import com.salescopilot.model.template.Mode;
import com.salescopilot.model.template.Template;
import com.salescopilot.model.value.Value;
import java.util.ArrayList;
import java.util.List;
import java.util.Map;
import java.util.Optional;
import java.util.SplittableRandom;
import java.util.TreeMap;
import java.util.UUID;
import java.util.regex.Matcher;
import java.util.regex.Pattern;
import org.jsoup.Jsoup;
import org.jsoup.nodes.Attribute;
import org.jsoup.nodes.Element;
import org.junit.jupiter.api.Test;

/// Nothing of one reader is ever in another's letter, and nothing that a reader wrote is ever
/// markup.
final class LetterIsolationTest {
  private static final int PROSPECTS = 1_000;
  private static final int TEMPLATES = 20;
  private static final Pattern OWNER = Pattern.compile("[¤]([0-9]+)[¤]");
  private static final Sender MAX = new Sender("Max", "Weber", "max@desk.example");
  private static final List<String> KEYS = List.of("plan", "page");
  private static final List<String> FIELDS =
      List.of("firstName", "lastName", "company", "jobTitle", "custom.plan");
  private static final String HOSTILE =
      "<b onclick=x>&\"' {{lastName}} {{#if company}} ⟦x⟧ [name] {a|b}";

  private final long seed = Long.getLong("letter.seed", 20_261_128L);

  @Test
  void a_thousand_readers_of_twenty_templates_read_their_own_values_alone() {
    SplittableRandom chance = new SplittableRandom(seed);
    List<Doc> drafts = new ArrayList<>();
    for (int i = 0; i < TEMPLATES; i++) {
      drafts.add(draft(i, chance));
    }
    long values = 0;
    for (int i = 0; i < PROSPECTS; i++) {
      Doc prospect = prospect(i, chance);
      for (Doc draft : drafts) {
        Letter letter = Letter.of(draft, prospect, Optional.of(company(i)), MAX, KEYS);
        assertThat(letter).as("seed %d, %s", seed, letter).isInstanceOf(Letter.Ready.class);
        Letter.Ready ready = (Letter.Ready) letter;
        Element html = Jsoup.parseBodyFragment(half(ready, "html")).body();
        for (String text : List.of(ready.subject(), half(ready, "html"), half(ready, "text"))) {
          Matcher owner = OWNER.matcher(text);
          while (owner.find()) {
            values++;
            assertThat(owner.group(1)).as("seed %d: %s", seed, text).isEqualTo("" + i);
          }
        }
        assertThat(html.select("b, [onclick]")).as("seed %d", seed).isEmpty();
        for (Element element : html.getAllElements()) {
          assertThat(element.attributes().asList())
              .extracting(Attribute::getKey)
              .as("seed %d: %s", seed, element)
              .allMatch(List.of("title", "href")::contains);
        }
      }
    }
    assertThat(values).isGreaterThan(100_000);
  }

  /// The control: were one value's reader another, the test above would see it.
  @Test
  void a_foreign_value_would_be_seen() {
    Doc mixed =
        prospect(1, new SplittableRandom(seed)).with("firstName", mark(1)).with("company", mark(2));
    Letter.Ready letter =
        (Letter.Ready)
            Letter.of(
                draft(0, new SplittableRandom(seed)), mixed, Optional.of(company(1)), MAX, KEYS);

    assertThat(OWNER.matcher(half(letter, "text")).results().map(found -> found.group(1)))
        .contains("1", "2");
  }

  @Test
  void ten_thousand_random_sources_never_throw() {
    SplittableRandom chance = new SplittableRandom(seed);
    FieldCatalogue catalogue = new FieldCatalogue(KEYS);
    List<String> pieces =
        List.of(
            "{{",
            "}}",
            "{",
            "}",
            "\\",
            "#if ",
            "#else",
            "/if",
            "pick ",
            "firstName",
            "custom.plan",
            "compny",
            " == ",
            " != ",
            "|",
            "\"",
            "'",
            "x",
            " ",
            "\n",
            "<p ",
            "title=\"",
            "href=\"",
            ">",
            "</p>",
            "<!--",
            "-->",
            "<script>",
            "&quot;",
            "&amp;",
            "[",
            "]",
            "%",
            "[name]",
            "<<",
            ">>",
            "😊",
            "\uD83D",
            "\u0000",
            "\u202E",
            "א",
            "⟦",
            "{{#if company}}",
            "{{/if}}",
            "{{pick 'a' | 'b'}}",
            "{{firstName | \"you\"}}");
    FieldValues values =
        new FieldValues(
            Map.of("firstName", HOSTILE, "company", "x".repeat(600), "custom.plan", ""));
    for (int i = 0; i < 10_000; i++) {
      StringBuilder source = new StringBuilder();
      for (int n = chance.nextInt(40); n > 0; n--) {
        source.append(pieces.get(chance.nextInt(pieces.size())));
      }
      for (Mode mode : Mode.values()) {
        var rendered = Template.compile(source.toString(), mode, catalogue).render(values);
        int length = source.length();
        assertThat(rendered.errors())
            .as("seed %d: %s", seed, source)
            .allMatch(
                error ->
                    0 <= error.start() && error.start() <= error.end() && error.end() <= length);
      }
    }
  }

  private static Doc prospect(int number, SplittableRandom chance) {
    Doc row =
        new Doc(Entity.PROSPECT, new UUID(1, number), 1, new TreeMap<>())
            .with("email", "p" + number + "@x.example");
    for (String field : FIELDS) {
      // some lack something, as people do
      if (chance.nextInt(4) > 0 && !field.startsWith("custom.")) {
        row = row.with(field, mark(number) + field + HOSTILE);
      }
    }
    TreeMap<String, Value> custom = new TreeMap<>();
    custom.put("plan", Value.text(number % 3 == 0 ? "pro" : mark(number) + HOSTILE));
    custom.put("page", Value.text("https://x.example/?q=" + mark(number)));
    return row.with("customFields", new Value.Fields(custom));
  }

  private static Doc company(int number) {
    return new Doc(Entity.COMPANY_DATA, new UUID(3, number), 1, new TreeMap<>())
        .with("name", mark(number) + "name" + HOSTILE)
        .with("industry", mark(number) + "industry");
  }

  private static String mark(int number) {
    return "¤" + number + "¤";
  }

  private static Doc draft(int number, SplittableRandom chance) {
    StringBuilder text = new StringBuilder("{{pick 'Hi' | \"Hello\" | 'Dear'}} ");
    StringBuilder html = new StringBuilder();
    for (int i = 0; i < 12; i++) {
      String field = FIELDS.get(chance.nextInt(FIELDS.size()));
      String other = FIELDS.get(chance.nextInt(FIELDS.size()));
      String inner =
          switch (i == 0 ? 0 : chance.nextInt(5)) {
            case 0 ->
                "{{%s | \"none\"}} {{company | 'none'}} {{firstName | 'none'}}".formatted(field);
            case 1 ->
                "{{#if %s}}{{%s}}{{#else}}{{%s | 'none'}}{{/if}}".formatted(field, field, other);
            case 3 ->
                "{{companyData.industry}} {{#if company}}{{#if custom.plan != 'pro'}}{{#if"
                    + " jobTitle}}{{jobTitle}}{{/if}}{{/if}}{{#else}}{{companyData.name}}{{/if}}"
                    + " {{email}} {{unsubscribeUrl}}";
            case 2 -> "{{#if custom.plan == \"pro\"}}pro{{#else}}{{custom.plan}}{{/if}}";
            default -> "{{pick \"a\" | \"b\"}} {{sender.firstName}} \\{{literal}}";
          };
      text.append(inner).append('\n');
      html.append("<p title=\"{{%s | 'none'}}\">%s</p>".formatted(other, inner))
          .append(
              "<a href=\"https://a.example/{{%s | 'none'}}?x={{%s | 'none'}}\">x</a>"
                  .formatted(field, other))
          .append("<a href=\"{{custom.page}}\">y</a>");
    }
    return new Doc(Entity.EMAIL_DRAFT, new UUID(2, number), 1, new TreeMap<>())
        .with("subject", "{{firstName | 'you'}}")
        .with(
            "body",
            new Value.Fields(
                new TreeMap<>(
                    Map.of(
                        "html",
                        Value.text(html.toString()),
                        "text",
                        Value.text(text.toString())))));
  }

  private static String half(Letter.Ready letter, String half) {
    return letter.body().members().get(half) instanceof Value.Text(String text) ? text : "";
  }
}
