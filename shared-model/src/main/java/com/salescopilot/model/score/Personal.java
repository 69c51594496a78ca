package com.salescopilot.model.score;

import com.salescopilot.model.value.Value;
import java.text.Normalizer;
import java.util.ArrayList;
import java.util.Comparator;
import java.util.HashSet;
import java.util.List;
import java.util.Locale;
import java.util.Map;
import java.util.Set;

/// The check of what was written for this reader alone.
final class Personal {
  private static final int SHORTEST = 3;
  private static final double ONE_FACT = 0.6;
  private static final Set<String> NO_FACTS =
      Set.of("firstName", "lastName", "email", "unsubscribeUrl");

  private Personal() {}

  /// Counts facts, not fields: a company that two fields name is one.
  static Measure facts(Prose prose, ScoredMail mail) {
    Set<String> facts = new HashSet<>();
    List<Span> spans = new ArrayList<>();
    String text = folded(prose.text());
    String subject = folded(mail.subject());
    // where folding makes a text longer or shorter, offsets would be of another text
    boolean marks = text.length() == prose.text().length();
    for (Map.Entry<String, String> field : mail.values().entrySet()) {
      String value = folded(field.getValue().strip());
      if (!isFact(field.getKey()) || value.isEmpty()) {
        continue;
      }
      int at = value.length() < SHORTEST ? -1 : find(text, value);
      if (at >= 0 && marks) {
        spans.add(new Span(at, at + value.length()));
      }
      if (at >= 0
          || mail.uses().contains(field.getKey())
          || (value.length() >= SHORTEST && find(subject, value) >= 0)) {
        facts.add(value);
      }
    }
    mail.uses().stream()
        .filter(name -> isFact(name) && !mail.values().containsKey(name))
        .forEach(facts::add);
    spans.sort(Comparator.comparingInt(Span::start).thenComparingInt(Span::end));
    int count = facts.size();
    return new Measure(
        count == 0 ? 0 : count == 1 ? ONE_FACT : 1,
        Value.whole(count),
        "2 or more",
        count == 0 ? Reason.PERS_NONE : count == 1 ? Reason.PERS_ONE : Reason.PERS_GOOD,
        spans.stream().distinct().toList());
  }

  private static String folded(String text) {
    return Normalizer.normalize(text, Normalizer.Form.NFC).toLowerCase(Locale.ROOT);
  }

  private static boolean isFact(String field) {
    return !NO_FACTS.contains(field) && !field.startsWith("sender.");
  }

  /// Where a value stands as words of its own, or -1.
  private static int find(String text, String value) {
    for (int at = text.indexOf(value); at >= 0; at = text.indexOf(value, at + 1)) {
      if (isEdge(text, at - 1) && isEdge(text, at + value.length())) {
        return at;
      }
    }
    return -1;
  }

  private static boolean isEdge(String text, int at) {
    return at < 0 || at >= text.length() || !Character.isLetterOrDigit(text.charAt(at));
  }
}
