package com.salescopilot.desktop.store;

import com.salescopilot.model.entity.Doc;
import com.salescopilot.model.entity.Entity;
import com.salescopilot.model.entity.SearchText;
import java.util.LinkedHashSet;
import java.util.List;
import java.util.Set;
import java.util.stream.Stream;

/// The words that a row is found by, folded so that `Müller` is found as `muller` and `MÜLLER`.
///
/// Kept as one text in which a space stands before each word: a term with a space before it then
/// finds beginnings of words by `instr`. An address is there whole and in its parts.
final class Words {
  private Words() {}

  static String of(Doc row) {
    Set<String> words = new LinkedHashSet<>();
    for (String field : fields(row.entity())) {
      row.text(field).ifPresent(text -> split(text).forEach(words::add));
    }
    StringBuilder joined = new StringBuilder();
    words.forEach(word -> joined.append(' ').append(word));
    return joined.toString();
  }

  static List<String> terms(String text) {
    return Stream.of(SearchText.fold(text).split("\\s+"))
        .filter(term -> !term.isEmpty())
        .map(term -> " " + term)
        .toList();
  }

  private static Stream<String> split(String text) {
    return Stream.of(SearchText.fold(text).split("\\s+"))
        .flatMap(word -> Stream.concat(Stream.of(word), Stream.of(word.split("[^\\p{L}\\p{N}]+"))))
        .filter(word -> !word.isEmpty());
  }

  private static List<String> fields(Entity entity) {
    return switch (entity) {
      case PROSPECT -> List.of("firstName", "lastName", "email", "company", "jobTitle");
      case CAMPAIGN -> List.of("name", "description");
      case TEMPLATE -> List.of("title", "subject", "category");
      case EMAIL -> List.of("toEmail", "subject");
      case EMAIL_DRAFT -> List.of("subject");
      case CONFLICT -> List.of("entity", "field");
      case PROSPECT_ALIAS, CAMPAIGN_PROSPECT, TEMPLATE_FAVORITE -> List.of();
    };
  }
}
