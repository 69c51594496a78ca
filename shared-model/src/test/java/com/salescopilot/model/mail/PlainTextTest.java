package com.salescopilot.model.mail;

import static org.assertj.core.api.Assertions.assertThat;

import java.util.SplittableRandom;
import org.junit.jupiter.api.Test;

final class PlainTextTest {

  @Test
  void paragraphs_and_breaks_become_lines() {
    assertThat(PlainText.fromHtml("<p>Hi Ana,</p>\n<p>first<br>second</p><div>a</div><div>b</div>"))
        .isEqualTo("Hi Ana,\n\nfirst\nsecond\n\na\nb");
  }

  @Test
  void whitespace_of_the_source_is_no_whitespace_of_the_text() {
    assertThat(PlainText.fromHtml("<p>\n  one\n  <b>two</b>,\tthree </p>  <p> four</p>"))
        .isEqualTo("one two, three\n\nfour");
    assertThat(PlainText.fromHtml("un<b>bro</b>ken")).isEqualTo("unbroken");
  }

  @Test
  void entities_are_read_and_tags_are_not_shown() {
    assertThat(PlainText.fromHtml("<p>1 &lt; 2 &amp;&nbsp;&nbsp;3 &euro;</p><!-- no -->"))
        .isEqualTo("1 < 2 &  3 €");
    assertThat(PlainText.fromHtml("a<script>x()</script><style>p{}</style>b")).isEqualTo("ab");
  }

  @Test
  void lists_keep_their_markers_and_depth() {
    assertThat(
            PlainText.fromHtml(
                "Agenda<ul><li>one<ul><li>deep</li></ul></li><li><p>two</p></li></ul>"
                    + "<ol><li>x</li><li>y</li></ol>end"))
        .isEqualTo("Agenda\n\n- one\n  - deep\n- two\n\n1. x\n2. y\n\nend");
  }

  @Test
  void a_link_shows_its_address_unless_its_text_does() {
    assertThat(PlainText.fromHtml("See <a href=\"https://a.io/x?b=1&amp;c\">our page</a>."))
        .isEqualTo("See our page (https://a.io/x?b=1&c).");
    assertThat(PlainText.fromHtml("<a href=\"https://a.io\">https://a.io</a>"))
        .isEqualTo("https://a.io");
    assertThat(PlainText.fromHtml("<a href=\"mailto:a@b.io\">a@b.io</a>")).isEqualTo("a@b.io");
    assertThat(PlainText.fromHtml("<a href=\"https://a.io\"></a>")).isEqualTo("https://a.io");
    assertThat(PlainText.fromHtml("<a href=\"#top\">up</a> <a>none</a>")).isEqualTo("up none");
  }

  @Test
  void tables_rules_pictures_and_preformatted_text_stay_readable() {
    assertThat(
            PlainText.fromHtml("<table><tr><td>a</td><td>b</td></tr><tr><td>c</td></tr></table>"))
        .isEqualTo("a b\nc");
    assertThat(PlainText.fromHtml("a<hr>b<img alt=\"logo\" src=\"x\">"))
        .isEqualTo("a\n\n---\n\nblogo");
    assertThat(PlainText.fromHtml("<pre>x\n  <b>y</b> z\n</pre>q")).isEqualTo("x\n  y z\n\nq");
  }

  @Test
  void fields_of_a_template_survive_both_ways() {
    String field = "Hi {{firstName | \"there\"}}, {{company}}";
    assertThat(PlainText.fromHtml("<p>Hi {{firstName | &quot;there&quot;}}, {{company}}</p>"))
        .isEqualTo(field);
    assertThat(PlainText.fromHtml("<a href=\"{{custom.page}}\">here</a>"))
        .isEqualTo("here ({{custom.page}})");
    assertThat(PlainText.toHtml(field)).isEqualTo("<p>" + field + "</p>");
  }

  @Test
  void text_becomes_paragraphs_with_breaks_and_nothing_in_it_becomes_markup() {
    assertThat(PlainText.toHtml("\n\na <b>& \"c\"\nd\r\n \n\n\ne\n"))
        .isEqualTo("<p>a &lt;b&gt;&amp; \"c\"<br>d</p><p>e</p>");
  }

  @Test
  void indentation_keeps_its_width() {
    assertThat(PlainText.toHtml("  a  b")).isEqualTo("<p>&nbsp;&nbsp;a &nbsp;b</p>");
  }

  @Test
  void nothing_gives_nothing() {
    assertThat(PlainText.fromHtml("")).isEmpty();
    assertThat(PlainText.fromHtml("<p></p><br>")).isEmpty();
    assertThat(PlainText.toHtml(" \n \n")).isEmpty();
  }

  @Test
  void text_that_went_through_html_is_the_same_text() {
    long seed = new SplittableRandom().nextLong();
    var chance = new SplittableRandom(seed);
    String[] words = {
      "a", " b", "  c", "<p>", "&amp;", "\n", "\n\n", "é", "-", "{{x}}", "\"", "x "
    };
    for (int i = 0; i < 5_000; i++) {
      var text = new StringBuilder();
      for (int n = chance.nextInt(14); n > 0; n--) {
        text.append(words[chance.nextInt(words.length)]);
      }
      String once = PlainText.fromHtml(PlainText.toHtml(text.toString()));
      assertThat(PlainText.fromHtml(PlainText.toHtml(once))).as("seed %d", seed).isEqualTo(once);
      assertThat(once.replaceAll("\\s", ""))
          .as("seed %d", seed)
          .isEqualTo(text.toString().replaceAll("\\s", ""));
    }
  }

  @Test
  void deep_nesting_is_read_in_bounded_time() {
    assertThat(PlainText.fromHtml("<div>".repeat(100_000) + "x")).isEqualTo("x");
  }
}
