package com.salescopilot.model.template;

import static org.assertj.core.api.Assertions.assertThat;

import com.salescopilot.model.template.TemplateError.Code;
import java.util.List;
import java.util.Map;
import java.util.SplittableRandom;
import org.jsoup.Jsoup;
import org.jsoup.nodes.Element;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.CsvSource;
import org.junit.jupiter.params.provider.ValueSource;

final class HtmlTemplateTest {
  private static final FieldCatalogue FIELDS = new FieldCatalogue(List.of("page", "plan"));

  @Test
  void values_are_escaped_in_text_and_in_shown_attributes() {
    assertThat(
            render(
                "<p title=\"{{company}}\">{{company}}<img alt=\"x {{company}}\"></p>", "a<b>&\"'"))
        .isEqualTo(
            "<p title=\"a&lt;b&gt;&amp;&quot;&#39;\">a&lt;b&gt;&amp;&quot;&#39;"
                + "<img alt=\"x a&lt;b&gt;&amp;&quot;&#39;\"></p>");
  }

  @Test
  void entities_between_the_braces_are_decoded() {
    assertThat(render("<p title=\"{{company&nbsp;| &quot;R&amp;D&quot; }}\"></p>", ""))
        .isEqualTo("<p title=\"R&amp;D\"></p>");
    assertThat(render("{{company&nbsp;|&nbsp;\"R&amp;D\"}}", "")).isEqualTo("R&amp;D");
  }

  @Test
  void a_piece_of_a_link_is_percent_encoded() {
    assertThat(
            render("<a href=\"https://a.io/{{company}}?q={{company}}\">x</a>", "Ä/b&c=d~e-f.g_h"))
        .isEqualTo(
            "<a href=\"https://a.io/%C3%84%2Fb%26c%3Dd~e-f.g_h?q=%C3%84%2Fb%26c%3Dd~e-f.g_h\">x</a>");
  }

  @ParameterizedTest
  @ValueSource(
      strings = {
        "https://a.io",
        "HTTP://a.io/x?b=1&c=(d)#e",
        "mailto:a@b.io",
        "https://пример.испытание/ж",
      })
  void a_whole_link_is_taken_as_it_is(String link) {
    assertThat(render("<a href=\"{{custom.page}}\">x</a>", link))
        .isEqualTo("<a href=\"" + link.replace("&", "&amp;") + "\">x</a>");
  }

  @ParameterizedTest
  @ValueSource(
      strings = {
        "javascript:alert(1)",
        "a.io",
        "//a.io",
        "https:",
        "https://",
        "https:///x",
        "https://a b",
        "https://a.io\\@b.io",
        "https://a\"onclick=x",
        "mailto:",
        "data:text/html,x",
        "java\nscript:alert(1)",
      })
  void a_whole_link_of_another_kind_is_refused(String link) {
    Rendered mail =
        compile("<a href=\" {{custom.page}}\">x</a>")
            .render(new FieldValues(Map.of("custom.page", link)));

    assertThat(mail.errors()).extracting(TemplateError::code).containsExactly(Code.UNSAFE_URL);
    assertThat(mail.text()).isEqualTo("<a href=\" ⟦custom.page⟧\">x</a>");
  }

  @Test
  void the_fallback_of_a_whole_link_is_checked_without_a_prospect() {
    assertThat(codes("<a href=\"{{custom.page | &quot;ja:va&quot;}}\">x</a>"))
        .containsExactly(Code.UNSAFE_URL);
    assertThat(codes("<a href=\"{{custom.page | &quot;https://a.io&quot;}}\">x</a>")).isEmpty();
  }

  @ParameterizedTest
  @ValueSource(
      strings = {
        "<a href=\"{{custom.page}}/x\">x</a>",
        "<a href=\" {{custom.page}}{{company}}\">x</a>",
        "<a href='{{company}}:x'>x</a>",
      })
  void a_field_cannot_decide_where_a_longer_link_leads(String source) {
    assertThat(codes(source)).containsExactly(Code.BAD_CONTEXT);
  }

  @ParameterizedTest
  @ValueSource(
      strings = {
        "<{{company}}>",
        "</{{company}}>",
        "<p{{company}}>",
        "<p {{company}}>",
        "<p {{company}}=\"x\">",
        "<p title={{company}}>",
        "<p title=x{{company}}>",
        "<p title= {{company}}>",
        "<p style=\"{{company}}\">",
        "<p class='a' onclick=\"x({{company}})\">",
        "<p title=\"a\"{{company}}>",
        "<img src=\"{{company}}\">",
        "<!-- {{company}} -->",
        "<!-- a > {{company}} -->",
        "<!doctype {{company}}>",
        "<?x {{company}}?>",
        "<script>{{company}}</script>",
        "<STYLE>a</b>{{company}}</style>",
        "<textarea>{{company}}</textarea>",
        "<title>{{company}}</title>",
      })
  void a_field_inside_of_markup_is_refused(String source) {
    assertThat(codes(source)).containsExactly(Code.BAD_CONTEXT);
  }

  @ParameterizedTest
  @ValueSource(
      strings = {
        "1 < 2 {{company}}",
        "<p>{{company}}</p>",
        "<br/>{{company}}",
        "<p title>{{company}}",
        "<p title = \"<x>\" class=y>{{company}}",
        "<p title='\"'>{{company}}",
        "<p a/b>{{company}}",
        "<!-- <p title=\" -->{{company}}",
        "<!doctype html>{{company}}",
        "<style>a > b</style>{{company}}",
        "<script>'</scrip>'</script >{{company}}",
        "<A TITLE=\"{{company}}\">{{company}}</A>",
      })
  void a_field_in_text_is_found_whatever_stands_before_it(String source) {
    assertThat(codes(source)).isEmpty();
  }

  @ParameterizedTest
  @CsvSource({
    "Hi {{first<b>Name</b>}}!, BAD_SYNTAX",
    "Hi {{company | \"a<br>b\"}}, BAD_SYNTAX",
    "<p title=\"{{company\">}}</p>, BAD_SYNTAX",
    "<p>Hi {{company</p>, UNCLOSED",
  })
  void a_field_cannot_span_markup(String source, Code code) {
    assertThat(codes(source)).containsExactly(code);
  }

  @Test
  void a_preview_of_a_broken_field_is_escaped() {
    assertThat(compile("<p>{{&lt;img src=x&gt;}}</p>").render(new FieldValues(Map.of())).text())
        .isEqualTo("<p>⟦&lt;img src=x&gt;⟧</p>");
  }

  @Test
  void no_value_ever_changes_the_structure_of_the_page() {
    long seed = new SplittableRandom().nextLong();
    var chance = new SplittableRandom(seed);
    String alphabet = "<>\"'&;/= abjs:()-!{}|\\#%\n\u0000é😊";
    Compiled page =
        compile(
            "<p title=\"{{company}}\">Hi {{company}} <a"
                + " href=\"https://a.io/{{company}}#{{company}}\""
                + " title=\"{{company}}\">{{company}}</a><img alt=\"{{company}}\"></p>");
    for (int i = 0; i < 5_000; i++) {
      var value = new StringBuilder("x");
      for (int n = chance.nextInt(12); n > 0; n--) {
        value.append(alphabet.charAt(chance.nextInt(alphabet.length())));
      }
      Rendered mail = page.render(new FieldValues(Map.of("company", value.toString())));
      String shown = FieldText.of(value.toString());
      Element body = Jsoup.parseBodyFragment(mail.text()).body();
      assertThat(mail.errors()).isEmpty();
      assertThat(body.getAllElements()).as("seed %d", seed).hasSize(4);
      assertThat(body.select("p").attr("title")).as("seed %d", seed).isEqualTo(shown);
      assertThat(body.select("img").attr("alt")).as("seed %d", seed).isEqualTo(shown);
      assertThat(body.select("a").textNodes()).as("seed %d", seed).hasSize(1);
      assertThat(body.select("a").text()).as("seed %d", seed).isEqualTo(shown);
      assertThat(body.select("a").attr("href")).startsWith("https://a.io/x");
      assertThat(body.select("a[href][title]")).hasSize(1);
    }
  }

  private static List<Code> codes(String source) {
    return compile(source).errors().stream().map(TemplateError::code).toList();
  }

  private static String render(String source, String value) {
    Rendered mail =
        compile(source).render(new FieldValues(Map.of("company", value, "custom.page", value)));
    assertThat(mail.errors()).isEmpty();
    return mail.text();
  }

  private static Compiled compile(String source) {
    return Template.compile(source, Mode.HTML, FIELDS);
  }
}
