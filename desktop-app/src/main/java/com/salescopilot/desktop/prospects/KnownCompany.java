package com.salescopilot.desktop.prospects;

import com.salescopilot.desktop.ui.Texts;
import com.salescopilot.model.entity.Doc;
import com.salescopilot.model.value.CanonicalJson;
import com.salescopilot.model.value.Value;
import java.time.DateTimeException;
import java.time.Instant;
import java.time.ZoneId;
import java.time.format.DateTimeFormatter;
import java.time.format.FormatStyle;
import java.util.Map;
import java.util.Optional;
import java.util.stream.Collectors;
import java.util.stream.Stream;

/// What an imported file says of where somebody works: it is offered, and never written over what a
/// person wrote.
record KnownCompany(Doc row) {
  String domain() {
    return row.text("domain").orElse("");
  }

  Optional<String> name() {
    return row.text("name").filter(name -> !name.isBlank());
  }

  /// "Bright GmbH · Software · 50–200 · Graz".
  String words() {
    return Stream.of("name", "industry", "size", "location")
        .flatMap(field -> row.text(field).stream())
        .filter(words -> !words.isBlank())
        .collect(Collectors.joining(" · "));
  }

  /// Which file says so, where in it, and since when.
  String source(Texts texts) {
    Map<String, Value> source = members(members(row.get("metadata")), "source");
    String file = text(source, "file");
    String line = text(source, "row");
    String since = text(source, "importedAt");
    try {
      String day =
          DateTimeFormatter.ofLocalizedDate(FormatStyle.MEDIUM)
              .withLocale(texts.locale())
              .format(Instant.parse(since).atZone(ZoneId.systemDefault()));
      return texts.get(KnownCompany.class, "known.source", file, line, day);
    } catch (DateTimeException _) {
      return texts.get(KnownCompany.class, "known.file", file);
    }
  }

  private static Map<String, Value> members(Map<String, Value> all, String name) {
    return members(Optional.ofNullable(all.get(name)));
  }

  private static Map<String, Value> members(Optional<Value> value) {
    return value.isPresent() && value.get() instanceof Value.Fields(var fields) ? fields : Map.of();
  }

  private static String text(Map<String, Value> members, String name) {
    Value value = members.get(name);
    if (value == null) {
      return "";
    }
    return value instanceof Value.Text(String text) ? text : CanonicalJson.of(value);
  }
}
