package com.salescopilot.desktop.templates;

import com.fasterxml.jackson.databind.node.JsonNodeFactory;
import com.fasterxml.jackson.databind.node.ObjectNode;
import com.salescopilot.desktop.editor.LetterReader;
import com.salescopilot.model.entity.Doc;
import java.util.LinkedHashMap;
import java.util.List;
import java.util.Map;

/// What a person writes of a template, by the names of its fields.
///
/// @param values every one of [#FIELDS]; blank where nothing was written
record TemplateText(Map<String, String> values) {
  static final List<String> FIELDS =
      List.of("title", "description", "category", "tone", "subject", "content");

  /// Nothing written yet.
  static final TemplateText BLANK = new TemplateText(Map.of());

  TemplateText {
    Map<String, String> all = new LinkedHashMap<>();
    for (String field : FIELDS) {
      all.put(field, values.getOrDefault(field, ""));
    }
    values = Map.copyOf(all);
  }

  static TemplateText of(Doc template) {
    Map<String, String> values = new LinkedHashMap<>();
    FIELDS.forEach(field -> values.put(field, template.text(field).orElse("")));
    return new TemplateText(values);
  }

  static TemplateText read(ObjectNode json) {
    Map<String, String> values = new LinkedHashMap<>();
    FIELDS.forEach(field -> values.put(field, json.path(field).asText("")));
    return new TemplateText(values);
  }

  ObjectNode json() {
    ObjectNode json = JsonNodeFactory.instance.objectNode();
    FIELDS.forEach(field -> json.put(field, get(field)));
    return json;
  }

  String get(String field) {
    return values.getOrDefault(field, "");
  }

  TemplateText with(String field, String value) {
    Map<String, String> changed = new LinkedHashMap<>(values);
    changed.put(field, value);
    return new TemplateText(changed);
  }

  /// What its readers get of it.
  LetterReader.Source letter() {
    return new LetterReader.Source(get("subject"), get("content"));
  }

  boolean isBlank() {
    return values.values().stream().allMatch(String::isBlank);
  }

  /// The fields that say something else than in another version, as rows keep them.
  Map<String, String> changedSince(TemplateText before) {
    Map<String, String> changed = new LinkedHashMap<>();
    for (String field : FIELDS) {
      if (!get(field).strip().equals(before.get(field).strip())) {
        changed.put(field, get(field).strip());
      }
    }
    return changed;
  }
}
