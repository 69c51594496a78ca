package com.salescopilot.server.http;

import com.fasterxml.jackson.annotation.JsonAnyGetter;
import com.fasterxml.jackson.annotation.JsonInclude;
import java.util.List;
import java.util.Map;

/// The body of every refusal (RFC 9457).
///
/// @param code stable, for programs
/// @param detail one sentence, for people
/// @param requestId finds the log lines of this request
record Problem(
    String type,
    String title,
    int status,
    String detail,
    String code,
    String requestId,
    @JsonInclude(JsonInclude.Include.NON_EMPTY) List<FieldError> errors,
    @JsonAnyGetter Map<String, Object> members) {

  static final String MEDIA_TYPE = "application/problem+json";

  static Problem of(AppError error, String requestId) {
    return new Problem(
        "urn:sales-copilot:problem:" + error.code(),
        title(error.status(), error.code()),
        error.status(),
        error.detail(),
        error.code(),
        requestId,
        error.errors(),
        error.members());
  }

  static Problem of(int status, String code, String detail, String requestId) {
    return new Problem(
        "urn:sales-copilot:problem:" + code,
        title(status, code),
        status,
        detail,
        code,
        requestId,
        List.of(),
        Map.of());
  }

  private static String title(int status, String code) {
    return switch (status) {
      case 400 -> "The request cannot be read";
      case 401 -> "Not signed in";
      case 403 -> "Not allowed";
      case 404 -> "Not found";
      case 405 -> "The address does not know this method";
      case 409 -> "In conflict with what is stored";
      case 412 -> "Changed in between";
      case 413 -> "Too large";
      case 414 -> "The address is too long";
      case 415 -> "Wrong media type";
      case 422 -> code.equals("UNKNOWN_FIELD") ? "Unknown field" : "Some fields are not acceptable";
      case 426 -> "The client is too old";
      case 429 -> "Too often";
      case 431 -> "The headers are too long";
      case 501 -> "Not there yet";
      case 503 -> "Not available just now";
      default -> status < 500 ? "The request cannot be answered" : "Something went wrong here";
    };
  }
}
