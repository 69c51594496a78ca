package com.salescopilot.desktop.editor;

import static java.nio.charset.StandardCharsets.UTF_8;
import static org.assertj.core.api.Assertions.assertThat;

import com.fasterxml.jackson.core.JsonProcessingException;
import com.fasterxml.jackson.databind.ObjectMapper;
import com.salescopilot.fuzz.Fuzzed;
import com.salescopilot.fuzz.Seeds;
import com.salescopilot.fuzz.Worked;
import com.salescopilot.model.mail.PlainText;
import java.io.UncheckedIOException;
import java.time.Duration;
import java.util.ArrayList;
import java.util.List;
import java.util.regex.Pattern;

/// Of any HTML a letter is made in bounded time, of which nothing runs and nothing is fetched, and
/// which is the same letter when it is read again.
final class SanitiserFuzzedTest implements Fuzzed {
  private static final Duration LONGEST = Duration.ofMillis(200);

  /// All that a letter is written with, judged without a parser, as parsers differ.
  private static final Pattern TAG =
      Pattern.compile(
          "</?(?:p|strong|em|ul|ol|li|blockquote)>|<br>|</a>"
              + "|<a href=\"(?:(?i:https?://|mailto:)|\\{\\{)[^\"<>\\x00-\\x20]*"
              + "(?:\\{\\{[^<>}]*}}[^\"<>\\x00-\\x20]*)*\">");

  @Override
  public void attack(byte[] input) {
    String html = new String(input, UTF_8);
    Document letter = Worked.within(LONGEST, () -> HtmlCodec.read(html).document());
    String written = Worked.within(LONGEST, () -> HtmlCodec.write(letter));
    assertThat(new Cleaned(written).offences()).isEmpty();
    assertThat(TAG.matcher(written).replaceAll("")).doesNotContain("<", ">");
    assertThat(HtmlCodec.read(written).document()).isEqualTo(letter);
    assertThat(HtmlCodec.read(html).forLetter().document().lines()).isNotEmpty();
    Worked.within(LONGEST, () -> PlainText.fromHtml(html));
    Document text = TextCodec.read(html);
    assertThat(TextCodec.read(TextCodec.write(text))).isEqualTo(text);
  }

  @Override
  public List<byte[]> seeds() {
    List<byte[]> seeds = new ArrayList<>();
    ObjectMapper json = new ObjectMapper();
    Seeds.lines("sanitizer/vectors.jsonl").forEach(line -> seeds.add(payload(json, line)));
    HostileHtmlTest.FORMS.forEach(form -> seeds.add(form.getBytes(UTF_8)));
    return seeds;
  }

  private static byte[] payload(ObjectMapper json, String line) {
    try {
      return json.readTree(line).path("payload").asText().getBytes(UTF_8);
    } catch (JsonProcessingException e) {
      throw new UncheckedIOException(e);
    }
  }

  @Override
  public List<String> words() {
    return List.of(
        "<p>",
        "</p>",
        "<br>",
        "<ul>",
        "<ol>",
        "<li>",
        "<blockquote>",
        "<table>",
        "<td>",
        "<pre>",
        "<a href=\"https://a.io/",
        "<a href='",
        "javascript:",
        "mailto:",
        "&#x0A;",
        "&colon;",
        "<svg>",
        "<math>",
        "<mtext>",
        "<style>",
        "<script>",
        "<template>",
        "<noscript>",
        "<!--",
        "-->",
        "<![CDATA[",
        "<b>",
        "<i>",
        "style=\"",
        "font-weight:bold",
        "{{firstName}}",
        "{{company | \"x\"}}",
        "\\{{",
        "}}",
        "<form>",
        "<plaintext>",
        "<frameset>",
        "<select>");
  }

  @Override
  public List<String> watched() {
    return List.of(
        "com.salescopilot.desktop.editor.**",
        "com.salescopilot.model.mail.**",
        "org.jsoup.parser.**");
  }

  @Override
  public void judge(List<byte[]> inputs) {
    assertThat(inputs).hasSizeGreaterThanOrEqualTo(60);
  }
}
