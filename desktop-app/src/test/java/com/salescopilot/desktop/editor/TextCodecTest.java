package com.salescopilot.desktop.editor;

import static org.assertj.core.api.Assertions.assertThat;

import com.salescopilot.model.mail.PlainText;
import org.junit.jupiter.api.Test;

final class TextCodecTest {

  @Test
  void items_are_marked_and_counted_in_their_list() {
    assertThat(
            text(
                "<ol><li>one<ul><li>a</li></ul><ol><li>b</li></ol></li><li>two</li></ol>x"
                    + "<ol><li>one again</li></ol>"))
        .isEqualTo("1. one\n  - a\n  1. b\n2. two\nx\n1. one again");
  }

  @Test
  void a_link_is_followed_by_its_address_unless_it_shows_it() {
    assertThat(
            text(
                "See <a href=https://a.io><b>our</b> page</a>, <a"
                    + " href=https://b.io>https://b.io</a>"))
        .isEqualTo("See our page (https://a.io), https://b.io");
    assertThat(text("<a href=mailto:Ada@b.io>ada@b.io</a>")).isEqualTo("ada@b.io");
  }

  @Test
  void fields_stay_fields() {
    assertThat(text("Hi {{ firstName | 'you' }}")).isEqualTo("Hi {{firstName | \"you\"}}");
    assertThat(TextCodec.read("Hi {{firstName}}").fields()).hasSize(1);
  }

  /// The text half that the server derives reads the same.
  @Test
  void a_letter_reads_as_the_text_that_is_derived_from_its_html() {
    String letter =
        "Hi {{firstName | \"you\"}},\n\nfirst line\nsecond  line\n\nBest\nAda (https://a.io)";
    assertThat(PlainText.fromHtml(HtmlCodec.write(TextCodec.read(letter)))).isEqualTo(letter);
    String rich = "<p>See <a href=\"https://a.io/x\">our <strong>plan</strong></a></p><p>Bye</p>";
    assertThat(text(rich)).isEqualTo(PlainText.fromHtml(rich));
  }

  private static String text(String html) {
    return TextCodec.write(HtmlCodec.read(html).document());
  }
}
