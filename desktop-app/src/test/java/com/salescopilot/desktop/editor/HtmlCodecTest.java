package com.salescopilot.desktop.editor;

import static org.assertj.core.api.Assertions.assertThat;

import com.salescopilot.desktop.editor.Shape.Kind;
import com.salescopilot.model.template.MergeField;
import java.time.Duration;
import java.util.List;
import java.util.Optional;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.api.Timeout;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.CsvSource;
import org.junit.jupiter.params.provider.ValueSource;

final class HtmlCodecTest {

  @Test
  void an_empty_line_is_the_distance_of_two_paragraphs() {
    assertThat(html("Hi Ana,\n\nfirst\nsecond\n\n\nthird"))
        .isEqualTo("<p>Hi Ana,</p><p>first<br>second</p><p><br></p><p>third</p>");
    assertThat(text("<p>Hi Ana,</p>\n<p>first<br>\n second</p><p><br></p><p>third</p>"))
        .isEqualTo("Hi Ana,\n\nfirst\nsecond\n\n\nthird");
  }

  @Test
  void lines_of_other_mail_programs_stay_lines() {
    assertThat(text("<div>one</div><div>two</div><div><br></div><div>three</div>"))
        .as("Gmail")
        .isEqualTo("one\ntwo\n\nthree");
    assertThat(text("<p class=MsoNormal>one<o:p></o:p></p><p class=MsoNormal>two</p>"))
        .as("Outlook")
        .isEqualTo("one\n\ntwo");
    assertThat(text("<pre>  a\n b</pre>")).isEqualTo("  a\n b");
    assertThat(text("<table><tr><td>a</td><td>b</td></tr><tr><td>c</td></tr></table>"))
        .isEqualTo("a b\nc");
  }

  @Test
  void bold_italic_and_links_survive_in_one_spelling() {
    assertThat(
            again(
                "<b>a</b><i>b</i><span style=\"font-weight: 700\">c</span><b"
                    + " style=\"font-weight:normal\">d</b><a href=https://a.io onclick=x()>e</a>"))
        .isEqualTo(
            "<p><strong>a</strong><em>b</em><strong>c</strong>d<a href=\"https://a.io\">e</a></p>");
  }

  @Test
  void lists_nest() {
    assertThat(again("<ol><li>one<ul><li>a</li><li>b</li></ul></li><li>two<p>more</p></li></ol>"))
        .isEqualTo("<ol><li>one<ul><li>a</li><li>b</li></ul></li><li>two more</li></ol>");
    assertThat(HtmlCodec.read("<ul><li>a<ol><li>b</li></ol></li></ul>").document().lines())
        .extracting(Line::shape)
        .containsExactly(new Shape(Kind.BULLET, 0, 0), new Shape(Kind.NUMBER, 1, 0));
  }

  @Test
  void quotes_nest() {
    assertThat(text("a<blockquote><p>b</p><blockquote>c</blockquote></blockquote>d"))
        .isEqualTo("a\n> b\n> > c\nd");
  }

  @Test
  void a_field_is_one_thing_even_if_formatting_split_it() {
    assertThat(
            HtmlCodec.read("{{first<b>Name</b> | &quot;R&amp;D&quot;}}!")
                .document()
                .lines()
                .getFirst()
                .content())
        .containsExactly(
            new Inline.Field(new MergeField("firstName", Optional.of("R&D")), TextStyle.PLAIN),
            new Inline.Text("!", TextStyle.PLAIN));
  }

  @Test
  void braces_that_are_no_field_stay_for_the_template_to_complain_of() {
    assertThat(again("{{firstName \\{{x}} {{#if}}"))
        .isEqualTo("<p>{{firstName \\{{x}} {{#if}}</p>");
  }

  @ParameterizedTest
  @ValueSource(
      strings = {
        "javascript:alert(1)",
        " java\nscript:alert(1)",
        "data:text/html,x",
        "vbscript:x",
        "file:///etc/passwd",
        "//a.io",
        "/local",
        "#top",
        "cid:1",
        "https:\\\\a.io",
        "https://",
        "{{custom.page}}/x",
        ""
      })
  void any_other_link_is_only_text(String href) {
    assertThat(again("<a href=\"" + href + "\">x</a>")).isEqualTo("<p>x</p>");
  }

  @Test
  void pictures_are_their_description_and_are_never_fetched() {
    assertThat(again("a<img src=https://a.io/pixel alt='our plan'>b<img src=x>"))
        .isEqualTo("<p>aour planb</p>");
  }

  @Test
  void what_nobody_saw_is_not_read() {
    assertThat(
            again(
                "<style>p{}</style><div style='color:red;DISPLAY: none'>preheader</div>"
                    + "<p hidden>x</p><template><p>y</p></template>seen<script>z()</script>"))
        .isEqualTo("<p>seen</p>");
  }

  @Test
  void unknown_tags_are_their_text() {
    assertThat(again("<font>a</font><x-y onclick=z>b</x-y><form><button>c</button></form>"))
        .isEqualTo("<p>ab<br>c</p>");
  }

  @Test
  void more_than_a_megabyte_is_cut_and_said() {
    String long1 = "<p>" + "word ".repeat(Reading.LIMIT / 5) + "</p>";
    Reading reading = HtmlCodec.read(long1);
    assertThat(reading.cut()).isTrue();
    assertThat(TextCodec.write(reading.document())).hasSizeBetween(1_048_000, Reading.LIMIT);
    assertThat(HtmlCodec.read("<p>short</p>").cut()).isFalse();
  }

  @ParameterizedTest
  @ValueSource(
      strings = {
        "<b>",
        "<div>",
        "<ul><li>",
        "<blockquote>",
        "<a href=https://a.io>",
        "<br>",
        "{{",
        "&",
        "<table>"
      })
  @Timeout(20)
  void a_megabyte_of_anything_is_read_in_bounded_time(String piece) {
    String html = piece.repeat(Reading.LIMIT / piece.length()) + "x";
    long start = System.nanoTime();
    HtmlCodec.write(HtmlCodec.read(html).document());
    assertThat(Duration.ofNanos(System.nanoTime() - start)).isLessThan(Duration.ofSeconds(10));
  }

  @ParameterizedTest
  @CsvSource({
    "https://www.example.com/a?b, www.example.com",
    "https://paypal.com@evil.io/x, evil.io",
    "http://EXAMPLE.com:8080, example.com",
    "https://еxample.com, xn--xample-2of.com",
    "mailto:ada@b.io?subject=x, ada@b.io",
    "{{unsubscribeUrl}}, {{unsubscribeUrl}}",
  })
  void a_link_says_where_it_leads(String target, String host) {
    assertThat(new Link(target).host()).isEqualTo(host);
  }

  @ParameterizedTest
  @CsvSource({
    "example.com/a b, https://example.com/a%20b",
    "ada@example.com, mailto:ada@example.com",
    " https://a.io , https://a.io",
    "a.io:8080, https://a.io:8080",
    "{{ unsubscribeUrl }}, {{unsubscribeUrl}}",
    "javascript:x, ''",
    "two words, ''",
    "'', ''",
  })
  void a_link_may_be_typed_as_people_do(String typed, String target) {
    assertThat(Link.typed(typed).map(Link::target).orElse("")).isEqualTo(target);
  }

  @Test
  void an_empty_letter_is_empty_html() {
    assertThat(HtmlCodec.write(Document.EMPTY)).isEmpty();
    assertThat(HtmlCodec.read("").document()).isEqualTo(Document.EMPTY);
    assertThat(HtmlCodec.read("<p></p> <div> </div>").document()).isEqualTo(Document.EMPTY);
    assertThat(Document.EMPTY.lines()).isEqualTo(List.of(Line.EMPTY));
  }

  private static String html(String text) {
    return HtmlCodec.write(TextCodec.read(text));
  }

  private static String text(String html) {
    return TextCodec.write(HtmlCodec.read(html).document());
  }

  private static String again(String html) {
    return HtmlCodec.write(HtmlCodec.read(html).document());
  }
}
