package com.salescopilot.model.template;

import static java.nio.charset.StandardCharsets.UTF_8;
import static org.assertj.core.api.Assertions.assertThat;

import com.salescopilot.fuzz.Fuzzed;
import com.salescopilot.fuzz.Pieces;
import com.salescopilot.fuzz.Worked;
import java.time.Duration;
import java.util.ArrayList;
import java.util.HashMap;
import java.util.List;
import java.util.Map;
import java.util.regex.Matcher;
import java.util.regex.Pattern;
import org.jsoup.Jsoup;
import org.jsoup.nodes.Attribute;
import org.jsoup.nodes.Node;

/// Any text is read as a template in bounded time, and no value adds, removes or changes anything
/// of a page but the words that stand in its place.
final class TemplateFuzzedTest implements Fuzzed {
  private static final Duration LONGEST = Duration.ofMillis(200);
  private static final FieldCatalogue FIELDS = new FieldCatalogue(List.of("page", "x é"));

  private static final Pattern SCHEME = Pattern.compile("^[a-zA-Z][a-zA-Z0-9+.-]*:");

  /// Fits every place, links too.
  private static final String HARMLESS = "https://ok.example/x";

  @Override
  public void attack(byte[] input) {
    Pieces pieces = new Pieces(input);
    String source = pieces.next();
    String value = pieces.next();
    for (Mode mode : Mode.values()) {
      Compiled compiled = Worked.within(LONGEST, () -> Template.compile(source, mode, FIELDS));
      inside(source, compiled.errors());
      Rendered hostile = Worked.within(LONGEST, () -> compiled.render(values(value)));
      inside(source, hostile.errors());
      assertThat(hostile.errors()).containsAll(compiled.errors());
    }
    printed(source);
    String page = canonical(source);
    Compiled compiled = Template.compile(page, Mode.HTML, FIELDS);
    if (!page.contains("#if")) {
      same(compiled.render(values(HARMLESS)), compiled.render(values(value)));
    }
    lines(source, value);
  }

  private static void inside(String source, List<TemplateError> errors) {
    int before = 0;
    for (TemplateError error : errors) {
      assertThat(error.start()).isBetween(before, source.length());
      assertThat(error.end()).isBetween(error.start(), source.length());
      assertThat(error.message()).isNotBlank();
      before = error.start();
    }
  }

  private static void printed(String source) {
    for (MergeField.Place place : MergeField.in(source)) {
      String printed = place.field().source();
      assertThat(MergeField.in(printed))
          .containsExactly(new MergeField.Place(0, printed.length(), place.field()));
    }
  }

  /// A page in which the value stands is the page in which something harmless does.
  private static void same(Rendered harmless, Rendered hostile) {
    if (harmless.errors().isEmpty() && hostile.errors().isEmpty()) {
      assertThat(shape(hostile.text())).isEqualTo(shape(harmless.text()));
    }
  }

  private static List<String> shape(String html) {
    List<String> shape = new ArrayList<>();
    Jsoup.parseBodyFragment(html)
        .body()
        .traverse(
            (node, depth) -> {
              if (!node.nodeName().equals("#text")) {
                shape.add(depth + " " + node.nodeName() + attributes(node));
              }
            });
    return shape;
  }

  /// Their names, and of links the scheme that a browser would go by.
  private static String attributes(Node node) {
    StringBuilder names = new StringBuilder();
    for (Attribute attribute : node.attributes()) {
      names.append(' ').append(attribute.getKey());
      if (attribute.getKey().equals("href")) {
        Matcher scheme = SCHEME.matcher(attribute.getValue().replaceAll("[\\x00-\\x20]", ""));
        names.append('=').append(scheme.find() ? safe(scheme.group()) : "");
      }
    }
    return names.toString();
  }

  /// A value may be a whole link, and then of another safe kind.
  private static String safe(String scheme) {
    return scheme.matches("(?i)https?:|mailto:") ? "safe" : scheme;
  }

  /// Nor does it begin a line where a line ends a header.
  private static void lines(String source, String value) {
    Compiled subject = Template.compile(source, Mode.SUBJECT, FIELDS);
    Rendered hostile = subject.render(values(value));
    boolean shown = !FieldText.of(value).isEmpty(); // else the template's own words stand there
    if (shown && !source.contains("#if") && hostile.errors().isEmpty()) {
      assertThat(controls(hostile.text()))
          .isEqualTo(controls(subject.render(values(HARMLESS)).text()));
    }
  }

  private static long controls(String text) {
    return text.chars().filter(c -> Character.isISOControl(c) || c == '\u2028').count();
  }

  private static FieldValues values(String value) {
    Map<String, String> values = new HashMap<>();
    FIELDS.names().forEach(name -> values.put(name, value));
    return new FieldValues(values);
  }

  /// As letters are spelt before fields are filled in.
  private static String canonical(String html) {
    var parsed = Jsoup.parseBodyFragment(html);
    parsed.outputSettings().prettyPrint(false);
    return parsed.body().html();
  }

  @Override
  public List<byte[]> seeds() {
    return List.of(
        Pieces.join("Hi {{firstName | \"there\"}}, {{pick \"a\" | 'b'}} \\{{x}}", "<b>Ana</b>"),
        Pieces.join("<p title=\"{{company}}\">{{company}}</p>", "\" onclick=alert(1) x=\"'<&"),
        Pieces.join("<a href=\"https://a.io/{{company}}?{{company}}\">x</a>", "/../?a=b#&amp;"),
        Pieces.join("<a href=\"{{custom.page}}\">x</a>", "javascript:alert(1)"),
        Pieces.join("{{#if jobTitle == \"CTO\"}}a{{#else}}{{custom.x é}}{{/if}}", "CTO"),
        Pieces.join("<img alt='{{email}}'><!-- {{email}} -->", "--><script>{{company}}"),
        Pieces.join(
            "{{#if company}}{{#if email != 'x'}}y{{/if}}{{/if}}[First Name]", "\\ud83d\r\n"));
  }

  @Override
  public List<String> words() {
    return List.of(
        "{{",
        "}}",
        "{{firstName}}",
        "{{company | \"x\"}}",
        "{{#if ",
        "{{#else}}",
        "{{/if}}",
        "{{pick \"",
        " == ",
        "custom.page",
        "\\{{",
        "<a href=\"",
        "<p title=\"",
        "\">",
        "<!--",
        "-->",
        "<textarea>",
        "<svg>",
        "<style>",
        "<noscript>",
        "&quot;",
        "\n%%\n",
        "{{unsubscribeUrl}}");
  }

  @Override
  public List<String> watched() {
    return List.of("com.salescopilot.model.template.**");
  }

  @Override
  public void judge(List<byte[]> inputs) {
    assertThat(inputs.stream().map(input -> new String(input, UTF_8)).filter(s -> s.contains("{{")))
        .hasSizeGreaterThanOrEqualTo(5);
  }
}
