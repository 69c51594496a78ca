package com.salescopilot.model.score;

import com.fasterxml.jackson.databind.JsonNode;
import com.fasterxml.jackson.databind.node.ObjectNode;
import java.util.HashSet;
import java.util.List;
import java.util.Set;
import java.util.stream.StreamSupport;

/// The words of one language that checks look for. Lower case, except where the capital matters
/// (German `Sie`).
///
/// @param common words that tell the language
/// @param abbreviations what a full stop behind does not end a sentence
/// @param first the writer; an entry that ends with an apostrophe stands for all words that begin
///   so
/// @param second the reader
/// @param anyone what is greeted in place of a name
/// @param titles what stands between a greeting and a last name
record Lexicon(
    Language language,
    Set<String> common,
    Set<String> abbreviations,
    Set<String> first,
    Set<String> second,
    Set<String> positive,
    Set<String> negative,
    Phrases spam,
    Phrases interest,
    Phrases resource,
    Phrases time,
    Phrases attachment,
    Phrases greetings,
    Set<String> anyone,
    Set<String> titles) {

  static Lexicon of(Language language, ObjectNode json) {
    return new Lexicon(
        language,
        set(json, "common"),
        set(json, "abbreviations"),
        set(json, "first"),
        set(json, "second"),
        set(json, "positive"),
        set(json, "negative"),
        phrases(json, "spam"),
        phrases(json, "interest"),
        phrases(json, "resource"),
        phrases(json, "time"),
        phrases(json, "attachment"),
        phrases(json, "greetings"),
        set(json, "anyone"),
        set(json, "titles"));
  }

  /// Whether a word speaks of one of these persons.
  static boolean speaksOf(Word word, Set<String> persons) {
    if (persons.contains(word.plain()) || persons.contains(word.shown())) {
      return true;
    }
    int apostrophe = word.plain().indexOf('\'');
    return apostrophe > 0 && persons.contains(word.plain().substring(0, apostrophe + 1));
  }

  private static Phrases phrases(ObjectNode json, String name) {
    return new Phrases(list(json, name));
  }

  private static Set<String> set(ObjectNode json, String name) {
    return Set.copyOf(new HashSet<>(list(json, name)));
  }

  private static List<String> list(ObjectNode json, String name) {
    JsonNode node = json.path(name);
    if (node.isEmpty()) {
      throw new IllegalStateException("a lexicon lacks " + name);
    }
    return StreamSupport.stream(node.spliterator(), false).map(JsonNode::textValue).toList();
  }
}
