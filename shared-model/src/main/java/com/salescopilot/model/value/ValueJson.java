package com.salescopilot.model.value;

import com.fasterxml.jackson.core.JsonFactory;
import com.fasterxml.jackson.core.JsonFactoryBuilder;
import com.fasterxml.jackson.core.JsonProcessingException;
import com.fasterxml.jackson.core.StreamReadConstraints;
import com.fasterxml.jackson.core.StreamReadFeature;
import com.fasterxml.jackson.databind.DeserializationFeature;
import com.fasterxml.jackson.databind.JsonNode;
import com.fasterxml.jackson.databind.ObjectMapper;
import com.fasterxml.jackson.databind.json.JsonMapper;
import com.fasterxml.jackson.databind.node.ArrayNode;
import com.fasterxml.jackson.databind.node.BooleanNode;
import com.fasterxml.jackson.databind.node.DoubleNode;
import com.fasterxml.jackson.databind.node.JsonNodeFactory;
import com.fasterxml.jackson.databind.node.LongNode;
import com.fasterxml.jackson.databind.node.ObjectNode;
import com.fasterxml.jackson.databind.node.TextNode;
import java.math.BigDecimal;
import java.util.ArrayList;
import java.util.List;
import java.util.Optional;
import java.util.SortedMap;
import java.util.TreeMap;

/// Values from and to JSON. Reading is strict: duplicate members, trailing text and depth over 64
/// are refused.
public final class ValueJson {
  private static final int DEEPEST = 64;
  private static final ObjectMapper MAPPER =
      JsonMapper.builder(
              factory()
                  .streamReadConstraints(
                      StreamReadConstraints.builder().maxNestingDepth(DEEPEST).build())
                  .enable(StreamReadFeature.STRICT_DUPLICATE_DETECTION)
                  .build())
          .enable(DeserializationFeature.FAIL_ON_TRAILING_TOKENS)
          .build();

  private ValueJson() {}

  /// The beginning of every factory of ours: one whose buffers are [lent][LentBuffers].
  public static JsonFactoryBuilder factory() {
    return ((JsonFactoryBuilder) JsonFactory.builder()).recyclerPool(new LentBuffers());
  }

  /// Parses text to a JSON tree.
  ///
  /// @throws IllegalArgumentException with a sentence that quotes nothing of the text
  public static JsonNode tree(String json) {
    try {
      JsonNode node = MAPPER.readTree(json);
      if (node.isMissingNode()) {
        throw new IllegalArgumentException("the text is empty, JSON was expected");
      }
      return node;
    } catch (JsonProcessingException e) {
      var at = e.getLocation();
      String where =
          at == null ? "" : " at line " + at.getLineNr() + ", column " + at.getColumnNr();
      throw new IllegalArgumentException("the text is not JSON" + where, e);
    }
  }

  /// Parses a JSON object.
  ///
  /// @throws IllegalArgumentException if the text is not a JSON object
  public static ObjectNode object(String json) {
    if (tree(json) instanceof ObjectNode object) {
      return object;
    }
    throw new IllegalArgumentException("a JSON object was expected");
  }

  /// The value of a JSON tree; JSON's null is empty, and a null member is an absent one.
  ///
  /// @throws IllegalArgumentException for null inside a list, and for numbers JSON cannot hold
  ///   exactly
  public static Optional<Value> read(JsonNode node) {
    if (node.isNull() || node.isMissingNode()) {
      return Optional.empty();
    }
    if (node.isTextual()) {
      return Optional.of(Value.text(node.textValue()));
    }
    if (node.isBoolean()) {
      return Optional.of(new Value.Flag(node.booleanValue()));
    }
    if (node.isIntegralNumber()) {
      return Optional.of(integer(node));
    }
    if (node.isNumber()) {
      return Optional.of(Value.number(node.doubleValue()));
    }
    if (node instanceof ArrayNode array) {
      List<Value> values = new ArrayList<>(array.size());
      for (JsonNode item : array) {
        values.add(
            read(item).orElseThrow(() -> new IllegalArgumentException("null inside a list")));
      }
      return Optional.of(new Value.Items(values));
    }
    return Optional.of(new Value.Fields(members((ObjectNode) node)));
  }

  /// A large number with a fraction or an exponent is written without, by [CanonicalJson] and by
  /// databases: 1e17 comes back as its digits, and is that number. Other digits name none exactly.
  private static Value integer(JsonNode node) {
    if (node.canConvertToLong() && Math.abs(node.longValue()) <= Value.Whole.LARGEST) {
      return Value.whole(node.longValue());
    }
    double nearest = node.doubleValue();
    if (Double.isFinite(nearest)
        && new BigDecimal(Double.toString(nearest)).compareTo(node.decimalValue()) == 0) {
      return Value.number(nearest);
    }
    throw new IllegalArgumentException("a number beyond 2^53 has no exact JSON form");
  }

  /// The members of a JSON object without those that are null.
  public static SortedMap<String, Value> members(ObjectNode object) {
    SortedMap<String, Value> members = new TreeMap<>();
    object
        .properties()
        .forEach(entry -> read(entry.getValue()).ifPresent(v -> members.put(entry.getKey(), v)));
    return members;
  }

  /// The JSON tree of a value.
  public static JsonNode write(Value value) {
    return switch (value) {
      case Value.Text(String text) -> TextNode.valueOf(text);
      case Value.Whole(long number) -> LongNode.valueOf(number);
      case Value.Decimal(double number) -> DoubleNode.valueOf(number);
      case Value.Flag(boolean on) -> BooleanNode.valueOf(on);
      case Value.Items(List<Value> values) -> {
        ArrayNode array = JsonNodeFactory.instance.arrayNode(values.size());
        values.forEach(item -> array.add(write(item)));
        yield array;
      }
      case Value.Fields(SortedMap<String, Value> members) -> {
        ObjectNode object = JsonNodeFactory.instance.objectNode();
        members.forEach((name, member) -> object.set(name, write(member)));
        yield object;
      }
    };
  }
}
