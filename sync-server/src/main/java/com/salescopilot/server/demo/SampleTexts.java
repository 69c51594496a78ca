package com.salescopilot.server.demo;

import static java.util.Objects.requireNonNull;

import com.salescopilot.model.value.Value;
import com.salescopilot.model.value.ValueJson;
import java.io.IOException;
import java.io.UncheckedIOException;
import java.nio.charset.StandardCharsets;
import java.util.List;
import java.util.SortedMap;

/// The words of the sample, from the file beside this class.
final class SampleTexts {
  private final SortedMap<String, Value> all;

  private SampleTexts(SortedMap<String, Value> all) {
    this.all = all;
  }

  static SampleTexts load() {
    try (var in = requireNonNull(SampleTexts.class.getResourceAsStream("SampleTexts.json"))) {
      String json = new String(in.readAllBytes(), StandardCharsets.UTF_8);
      return new SampleTexts(ValueJson.members(ValueJson.object(json)));
    } catch (IOException e) {
      throw new UncheckedIOException(e);
    }
  }

  /// The fields of each row of a kind.
  List<SortedMap<String, Value>> items(String kind) {
    return list(kind).stream().map(SampleTexts::fields).toList();
  }

  int count(String kind) {
    return list(kind).size();
  }

  /// One of the texts of a kind; the list goes round.
  String pick(String kind, int index) {
    List<Value> values = list(kind);
    if (values.get(index % values.size()) instanceof Value.Text(String text)) {
      return text;
    }
    throw new IllegalStateException(kind + " holds something else than texts");
  }

  private List<Value> list(String kind) {
    if (all.get(kind) instanceof Value.Items(List<Value> values)) {
      return values;
    }
    throw new IllegalStateException(kind + " is missing in the sample");
  }

  private static SortedMap<String, Value> fields(Value value) {
    if (value instanceof Value.Fields(SortedMap<String, Value> members)) {
      return members;
    }
    throw new IllegalStateException("a row of the sample has no fields");
  }
}
