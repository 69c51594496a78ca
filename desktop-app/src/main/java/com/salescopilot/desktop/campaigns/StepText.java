package com.salescopilot.desktop.campaigns;

import com.fasterxml.jackson.databind.node.JsonNodeFactory;
import com.fasterxml.jackson.databind.node.ObjectNode;
import com.salescopilot.desktop.editor.KeptLetter;
import com.salescopilot.desktop.editor.LetterReader;
import com.salescopilot.model.campaign.DelayUnit;
import com.salescopilot.model.campaign.ThreadMode;
import com.salescopilot.model.entity.Doc;
import java.util.LinkedHashMap;
import java.util.List;
import java.util.Locale;
import java.util.Map;
import java.util.Optional;
import java.util.OptionalInt;

/// What a person says of one wording of a step, by the names of its fields.
///
/// @param values every one of [#FIELDS], as it stands in the form
record StepText(Map<String, String> values) {
  static final String SUBJECT = "subject";
  static final String CONTENT = "content";
  static final String DELAY = "delayAmount";
  static final String UNIT = "delayUnit";
  static final String THREAD = "threadMode";
  static final String WEIGHT = "weight";
  static final String TEMPLATE = "templateId";
  static final String REVISION = "templateRevision";

  static final List<String> FIELDS =
      List.of(DELAY, UNIT, THREAD, WEIGHT, SUBJECT, CONTENT, TEMPLATE, REVISION);

  private static final List<String> NUMBERS = List.of(DELAY, WEIGHT, REVISION);

  StepText {
    Map<String, String> all = new LinkedHashMap<>();
    for (String field : FIELDS) {
      all.put(field, values.getOrDefault(field, ""));
    }
    values = Map.copyOf(all);
  }

  /// What a new step begins with.
  ///
  /// @param content what every mail of a campaign needs
  static StepText fresh(int position, String content) {
    boolean first = position == 1;
    return new StepText(
        Map.of(
            DELAY,
            first ? "0" : "3",
            UNIT,
            DelayUnit.BUSINESS.name(),
            THREAD,
            (first ? ThreadMode.NEW : ThreadMode.REPLY).name(),
            WEIGHT,
            "1",
            CONTENT,
            content));
  }

  static StepText of(Doc step) {
    Map<String, String> values = new LinkedHashMap<>();
    for (String field : FIELDS) {
      Optional<String> value =
          field.equals(CONTENT)
              ? step.body("html").or(() -> step.body("text"))
              : NUMBERS.contains(field)
                  ? step.get(field).map(_ -> String.valueOf(step.whole(field)))
                  : step.text(field);
      values.put(field, value.orElse(""));
    }
    return new StepText(values);
  }

  static StepText read(ObjectNode json) {
    Map<String, String> values = new LinkedHashMap<>();
    FIELDS.forEach(field -> values.put(field, json.path(field).asText("")));
    return new StepText(values);
  }

  ObjectNode json() {
    ObjectNode json = JsonNodeFactory.instance.objectNode();
    FIELDS.forEach(field -> json.put(field, get(field)));
    return json;
  }

  String get(String field) {
    return values.getOrDefault(field, "");
  }

  StepText with(String field, String value) {
    Map<String, String> changed = new LinkedHashMap<>(values);
    changed.put(field, value);
    return new StepText(changed);
  }

  /// A number between bounds; empty where something else was written.
  OptionalInt number(String field, int most) {
    String written = get(field).strip();
    if (!written.matches("[0-9]{1,4}") || Integer.parseInt(written) > most) {
      return OptionalInt.empty();
    }
    return OptionalInt.of(Integer.parseInt(written));
  }

  /// The subject of an answer within a conversation.
  static String reply(String subject) {
    return subject.isBlank() || subject.toLowerCase(Locale.ROOT).startsWith("re:")
        ? subject
        : "Re: " + subject;
  }

  /// Whether its mail begins a conversation, and so needs a subject.
  boolean begins(int position) {
    return position == 1 || isNewThread();
  }

  boolean isNewThread() {
    return get(THREAD).equals(ThreadMode.NEW.name());
  }

  LetterReader.Source letter() {
    return new LetterReader.Source(get(SUBJECT), get(CONTENT));
  }

  /// The fields that say something else than in another version, as rows take them.
  ObjectNode changedSince(StepText before) {
    ObjectNode changed = JsonNodeFactory.instance.objectNode();
    for (String field : FIELDS) {
      String now = get(field).strip();
      if (now.equals(before.get(field).strip())) {
        continue;
      }
      String name =
          field.equals(CONTENT) ? KeptLetter.isHtml(now) ? "bodyHtml" : "bodyText" : field;
      if (now.isEmpty()) {
        changed.putNull(name);
      } else if (NUMBERS.contains(field)) {
        changed.put(name, Integer.parseInt(now));
      } else {
        changed.put(name, now);
      }
    }
    return changed;
  }
}
