package com.salescopilot.server.http;

import com.fasterxml.jackson.core.JsonProcessingException;
import com.fasterxml.jackson.core.exc.InputCoercionException;
import com.fasterxml.jackson.core.exc.StreamConstraintsException;
import com.fasterxml.jackson.core.exc.StreamReadException;
import com.fasterxml.jackson.databind.JsonMappingException;
import com.fasterxml.jackson.databind.exc.MismatchedInputException;
import com.fasterxml.jackson.databind.exc.UnrecognizedPropertyException;
import com.fasterxml.jackson.databind.exc.ValueInstantiationException;
import java.time.Instant;
import java.time.LocalDate;
import java.util.Arrays;
import java.util.Collection;
import java.util.List;
import java.util.Map;
import java.util.UUID;
import java.util.stream.Collectors;

/// Says in our words what Jackson found: where it is, and what was expected there.
///
/// Jackson's own messages name Java classes, so none of them reaches an answer.
final class JsonFaults {
  private JsonFaults() {}

  static AppError of(JsonProcessingException fault) {
    for (Throwable cause = fault; cause != null; cause = cause.getCause()) {
      if (cause instanceof AppError ours) {
        return ours;
      }
      if (cause instanceof StreamConstraintsException) {
        return new AppError.Malformed(
            "The JSON is nested too deeply, or a part of it is too long.");
      }
      if (cause instanceof InputCoercionException) {
        String place = fault instanceof JsonMappingException mapped ? pointer(mapped) : "";
        return new AppError.Invalid(place, "is a number out of range.");
      }
      if (cause instanceof StreamReadException) {
        return malformed(fault);
      }
    }
    return switch (fault) {
      case UnrecognizedPropertyException unknown ->
          new AppError.Invalid(
              "UNKNOWN_FIELD",
              "The request has a field that is not known here.",
              List.of(new FieldError(pointer(unknown), "is not known here.")));
      case ValueInstantiationException refused ->
          new AppError.Invalid(pointer(refused), reason(refused));
      case MismatchedInputException wrong -> new AppError.Invalid(pointer(wrong), expected(wrong));
      case JsonMappingException other -> new AppError.Invalid(pointer(other), "is not acceptable.");
      case JsonProcessingException other -> malformed(other);
    };
  }

  private static AppError malformed(JsonProcessingException fault) {
    var place = fault.getLocation();
    String where =
        place == null
            ? ""
            : " (line " + place.getLineNr() + ", column " + place.getColumnNr() + ")";
    boolean doubled =
        fault.getOriginalMessage() != null
            && fault.getOriginalMessage().startsWith("Duplicate field");
    return new AppError.Malformed(
        doubled
            ? "The JSON has a field twice" + where + "."
            : "The body is not well-formed JSON" + where + ".");
  }

  private static String pointer(JsonMappingException fault) {
    return fault.getPath().stream()
        .map(
            step ->
                step.getFieldName() == null
                    ? Integer.toString(step.getIndex())
                    : step.getFieldName().replace("~", "~0").replace("/", "~1"))
        .map(step -> "/" + step)
        .collect(Collectors.joining());
  }

  /// Compact constructors of ours speak to people.
  private static String reason(ValueInstantiationException refused) {
    return refused.getCause() instanceof IllegalArgumentException ours && ours.getMessage() != null
        ? ours.getMessage()
        : "is not acceptable.";
  }

  private static String expected(MismatchedInputException wrong) {
    String message = wrong.getOriginalMessage() == null ? "" : wrong.getOriginalMessage();
    if (message.startsWith("Missing required creator property")) {
      return "is missing.";
    }
    if (message.startsWith("Invalid `null` value")) {
      return "must not be null.";
    }
    Class<?> type = wrong.getTargetType();
    return type == null ? "is not acceptable." : "must be " + kind(type) + ".";
  }

  private static String kind(Class<?> type) {
    if (type.isEnum()) {
      return "one of "
          + Arrays.stream(type.getEnumConstants())
              .map(Object::toString)
              .collect(Collectors.joining(", "));
    }
    if (type == String.class) {
      return "a text";
    }
    if (type == boolean.class || type == Boolean.class) {
      return "true or false";
    }
    if (type == int.class || type == Integer.class || type == long.class || type == Long.class) {
      return "a whole number";
    }
    if (Number.class.isAssignableFrom(type) || type.isPrimitive()) {
      return "a number";
    }
    if (type == UUID.class) {
      return "a UUID";
    }
    if (type == Instant.class) {
      return "a time such as 2026-03-31T09:30:00Z";
    }
    if (type == LocalDate.class) {
      return "a date such as 2026-03-31";
    }
    if (type.isArray() || Collection.class.isAssignableFrom(type)) {
      return "a list";
    }
    return Map.class.isAssignableFrom(type) || type.isRecord() ? "an object" : "of another form";
  }
}
