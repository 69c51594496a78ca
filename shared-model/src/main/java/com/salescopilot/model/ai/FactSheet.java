package com.salescopilot.model.ai;

import java.util.ArrayList;
import java.util.Collection;
import java.util.LinkedHashMap;
import java.util.List;
import java.util.Locale;
import java.util.Map;
import java.util.Optional;
import java.util.SequencedMap;
import java.util.TreeMap;
import org.jsoup.Jsoup;
import org.jsoup.nodes.Element;

/// What is known of a prospect, in one order, so that the same knowledge makes the same sheet.
/// Nothing on it was hidden from the eye of whoever reads it.
public record FactSheet(List<Fact> facts) {
  /// Where the last reply of the prospect comes from.
  public static final String REPLY = "reply";

  /// Where the workspace's notes on its product come from.
  public static final String NOTES = "notes";

  /// Where a fact comes from that stood in the request.
  public static final String REQUEST = "request";

  private static final int LONGEST_REPLY = 1_000;
  private static final int LONGEST_FIELD = 500;
  private static final int LONGEST_NOTES = 4_000;
  private static final List<String> NAMES = List.of("firstName", "lastName", "email");
  private static final List<String> FIELDS = List.of("company", "jobTitle");
  private static final List<String> COMPANY =
      List.of(
          "companyData.name", "companyData.industry", "companyData.size", "companyData.location");
  private static final String CUSTOM = "custom.";

  public FactSheet {
    facts = List.copyOf(facts);
  }

  /// Nothing is known.
  public static FactSheet empty() {
    return new FactSheet(List.of());
  }

  /// Writes a sheet.
  ///
  /// @param fields values by their names in templates; of other names nothing is taken
  /// @param reply the last thing the prospect wrote, text or HTML
  /// @param notes what the workspace says of its product
  /// @param more what the request adds, in its order
  public static FactSheet of(
      Map<String, String> fields,
      Optional<String> reply,
      Optional<String> notes,
      Collection<String> more) {
    List<Fact> facts = new ArrayList<>();
    ordered(fields)
        .forEach((origin, value) -> add(facts, origin, cut(Seen.line(value), LONGEST_FIELD)));
    reply.ifPresent(text -> add(facts, REPLY, cut(visible(text), LONGEST_REPLY)));
    notes.ifPresent(text -> add(facts, NOTES, cut(Seen.text(text).strip(), LONGEST_NOTES)));
    more.forEach(text -> add(facts, REQUEST, cut(Seen.line(text), LONGEST_REPLY)));
    return new FactSheet(facts);
  }

  /// The text of the first fact from there.
  public Optional<String> from(String origin) {
    return facts.stream().filter(fact -> fact.origin().equals(origin)).map(Fact::text).findFirst();
  }

  private static SequencedMap<String, String> ordered(Map<String, String> fields) {
    SequencedMap<String, String> ordered = new LinkedHashMap<>();
    NAMES.forEach(name -> take(name, fields, ordered));
    FIELDS.forEach(name -> take(name, fields, ordered));
    new TreeMap<>(fields)
        .keySet().stream()
            .filter(name -> name.startsWith(CUSTOM))
            .forEach(name -> take(name, fields, ordered));
    COMPANY.forEach(name -> take(name, fields, ordered));
    return ordered;
  }

  private static void take(String name, Map<String, String> from, Map<String, String> to) {
    String value = from.get(name);
    if (value != null) {
      to.put(name, value);
    }
  }

  private static void add(List<Fact> facts, String origin, String text) {
    if (!text.isEmpty()) {
      facts.add(new Fact("F" + (facts.size() + 1), text, origin));
    }
  }

  private static String cut(String text, int codePoints) {
    return text.codePointCount(0, text.length()) <= codePoints
        ? text
        : text.substring(0, text.offsetByCodePoints(0, codePoints)).stripTrailing();
  }

  /// What of a reply a reader sees: the words of its HTML, without what its style hides, and
  /// without what it quotes of us.
  private static String visible(String reply) {
    String text = reply;
    if (reply.strip().startsWith("<")) {
      Element body = Jsoup.parse(reply).body();
      body.select("script, style, template, noscript, [hidden], blockquote").remove();
      body.select("[style]").stream().filter(FactSheet::isHidden).forEach(Element::remove);
      text = body.wholeText();
    }
    StringBuilder own = new StringBuilder();
    Seen.text(text)
        .lines()
        .filter(line -> !line.startsWith(">"))
        .forEach(l -> own.append(l).append('\n'));
    return own.toString().replaceAll("\\n{3,}", "\n\n").strip();
  }

  private static boolean isHidden(Element element) {
    String style = element.attr("style").replaceAll("\\s", "").toLowerCase(Locale.ROOT);
    return style.matches(
        ".*(?:display:none|visibility:hidden|opacity:0(?:\\.0+)?(?:;|$)|font-size:0|max-height:0"
            + "|mso-hide:all|color:transparent).*");
  }
}
