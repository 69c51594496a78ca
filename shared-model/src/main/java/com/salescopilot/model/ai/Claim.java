package com.salescopilot.model.ai;

import java.util.ArrayList;
import java.util.List;
import java.util.Set;
import java.util.stream.Collectors;

/// A sentence that says something of what is known.
///
/// @param from in UTF-16 units of the new text
/// @param to the unit after it
/// @param factIds what it says, by the facts' ids
public record Claim(int from, int to, List<String> factIds) {
  private static final int SHORTEST = 3;

  public Claim {
    factIds = List.copyOf(factIds);
  }

  /// The new sentences of a text, with the facts whose words stand in them.
  public static List<Claim> in(String before, String after, FactSheet sheet) {
    Set<String> abbreviations = Lexicons.ALL.abbreviations();
    Set<String> old =
        Sentence.spoken(before, abbreviations).stream()
            .map(Sentence::key)
            .collect(Collectors.toSet());
    List<Claim> claims = new ArrayList<>();
    for (Sentence sentence : Sentence.spoken(after, abbreviations)) {
      List<String> said = old.contains(sentence.key()) ? List.of() : said(sentence.text(), sheet);
      if (!said.isEmpty()) {
        claims.add(new Claim(sentence.start(), sentence.end(), said));
      }
    }
    return claims;
  }

  private static List<String> said(String sentence, FactSheet sheet) {
    String words = Word.sequence(sentence);
    return sheet.facts().stream()
        .filter(fact -> fact.text().length() >= SHORTEST)
        .filter(fact -> words.contains(Word.sequence(fact.text())))
        .map(Fact::id)
        .toList();
  }
}
