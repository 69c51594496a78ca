package com.salescopilot.server.http;

import com.fasterxml.jackson.core.JsonFactory;
import com.fasterxml.jackson.core.JsonParser;
import com.fasterxml.jackson.core.JsonProcessingException;
import com.fasterxml.jackson.core.StreamReadConstraints;
import com.fasterxml.jackson.core.StreamReadFeature;
import com.fasterxml.jackson.databind.DeserializationFeature;
import com.fasterxml.jackson.databind.JsonNode;
import com.fasterxml.jackson.databind.MapperFeature;
import com.fasterxml.jackson.databind.ObjectMapper;
import com.fasterxml.jackson.databind.SerializationFeature;
import com.fasterxml.jackson.databind.cfg.CoercionAction;
import com.fasterxml.jackson.databind.cfg.CoercionInputShape;
import com.fasterxml.jackson.databind.json.JsonMapper;
import com.fasterxml.jackson.databind.type.LogicalType;
import com.fasterxml.jackson.datatype.jdk8.Jdk8Module;
import com.salescopilot.model.value.ValueJson;
import java.io.IOException;
import java.nio.ByteBuffer;
import java.nio.charset.CharacterCodingException;
import java.nio.charset.StandardCharsets;
import java.util.Optional;

/// The one way in which the server reads and writes JSON.
///
/// Reading is strict: unknown, doubled and missing members are refused, and no value is bent into
/// another type, because a silently dropped typo is lost data. A record component may be absent if
/// it is `@Nullable` or an `Optional`. Instants are ISO-8601 in UTC, enums their names.
public final class Json {
  /// The media type of all bodies.
  public static final String MEDIA_TYPE = "application/json";

  private static final int MOST_DEPTH = 64;
  private static final int MOST_BYTES = 1 << 20;
  private static final int MOST_DIGITS = 100;
  private static final int MOST_NAME = 1_000;

  private final ObjectMapper mapper;

  /// A mapper with these rules.
  public Json() {
    JsonFactory factory =
        ValueJson.factory()
            .enable(StreamReadFeature.STRICT_DUPLICATE_DETECTION)
            .disable(StreamReadFeature.INCLUDE_SOURCE_IN_LOCATION)
            .streamReadConstraints(
                StreamReadConstraints.builder()
                    .maxNestingDepth(MOST_DEPTH)
                    .maxStringLength(MOST_BYTES)
                    .maxNumberLength(MOST_DIGITS)
                    .maxNameLength(MOST_NAME)
                    .build())
            .build();
    this.mapper =
        JsonMapper.builder(factory)
            .annotationIntrospector(new NullMarkedRecords())
            .addModules(new Jdk8Module(), Wire.module())
            .enable(
                DeserializationFeature.FAIL_ON_UNKNOWN_PROPERTIES,
                DeserializationFeature.FAIL_ON_TRAILING_TOKENS,
                DeserializationFeature.FAIL_ON_NULL_FOR_PRIMITIVES,
                DeserializationFeature.FAIL_ON_NUMBERS_FOR_ENUMS,
                DeserializationFeature.FAIL_ON_READING_DUP_TREE_KEY)
            .disable(DeserializationFeature.ACCEPT_FLOAT_AS_INT)
            .disable(MapperFeature.ALLOW_COERCION_OF_SCALARS)
            .disable(SerializationFeature.FAIL_ON_EMPTY_BEANS)
            .withCoercionConfig(
                LogicalType.Textual,
                coercion ->
                    coercion
                        .setCoercion(CoercionInputShape.Integer, CoercionAction.Fail)
                        .setCoercion(CoercionInputShape.Float, CoercionAction.Fail)
                        .setCoercion(CoercionInputShape.Boolean, CoercionAction.Fail))
            .build();
  }

  /// Reads a value that is strictly of the type.
  ///
  /// @throws AppError.Malformed if it is not JSON
  /// @throws AppError.Invalid if it is JSON of another shape; names the place
  public <T> T read(byte[] body, Class<T> type) {
    return read(decode(body), type);
  }

  /// The same from text.
  public <T> T read(String text, Class<T> type) {
    try {
      refuseMalformed(text);
      T value = mapper.readValue(text, type);
      if (value == null) {
        throw new AppError.Invalid("", "must not be null.");
      }
      return value;
    } catch (JsonProcessingException e) {
      throw JsonFaults.of(e);
    }
  }

  /// Reads any JSON value.
  ///
  /// @throws AppError.Malformed if it is not JSON
  public JsonNode tree(byte[] body) {
    return read(body, JsonNode.class);
  }

  /// Turns a value that was read already into a type, with the same strictness.
  ///
  /// @throws AppError.Invalid if its shape is another
  public <T> T convert(JsonNode node, Class<T> type) {
    try {
      return mapper.treeToValue(node, type);
    } catch (JsonProcessingException e) {
      throw JsonFaults.of(e);
    }
  }

  /// Writes a value in UTF-8.
  public byte[] write(Object value) {
    try {
      return mapper.writeValueAsBytes(value);
    } catch (JsonProcessingException e) {
      throw new AppError.Internal(e);
    }
  }

  /// Writes a value as text.
  public String text(Object value) {
    return new String(write(value), StandardCharsets.UTF_8);
  }

  /// Jackson would guess UTF-16 and UTF-32 and repair broken UTF-8.
  private static String decode(byte[] body) {
    if (body.length == 0) {
      throw new AppError.Malformed("A JSON body is expected here.");
    }
    try {
      return StandardCharsets.UTF_8.newDecoder().decode(ByteBuffer.wrap(body)).toString();
    } catch (CharacterCodingException _) {
      throw new AppError.Malformed("The body is not UTF-8.");
    }
  }

  /// Looks at the syntax of the whole text before its shape, so that what is not JSON is never
  /// answered as if it were.
  ///
  /// On the way it finds what no text may contain: U+0000, which PostgreSQL cannot store, and half
  /// surrogate pairs, which nobody can. Escapes bring both past the decoder.
  private void refuseMalformed(String text) throws JsonProcessingException {
    try (JsonParser parser = mapper.createParser(text)) {
      int values = 0;
      Optional<AppError> first = Optional.empty();
      while (parser.nextToken() != null) {
        if (parser.getParsingContext().inRoot()) {
          values += parser.currentToken().isStructStart() ? 0 : 1;
        }
        String found = parser.getText();
        if (first.isEmpty() && found != null && unstorable(found)) {
          String place = parser.getParsingContext().pathAsPointer().toString();
          first =
              Optional.of(
                  new AppError.Invalid(place, "contains a character that no text may contain."));
        }
      }
      if (values != 1) {
        throw new AppError.Malformed("The body is not one JSON value.");
      }
      if (first.isPresent()) {
        throw first.get();
      }
    } catch (JsonProcessingException e) {
      throw e;
    } catch (IOException e) {
      throw new AppError.Internal(e);
    }
  }

  private static boolean unstorable(String text) {
    return text.codePoints().anyMatch(c -> c == 0 || (c >= 0xD800 && c <= 0xDFFF));
  }
}
