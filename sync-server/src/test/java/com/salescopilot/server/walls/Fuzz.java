package com.salescopilot.server.walls;

import com.fasterxml.jackson.databind.JsonNode;
import com.fasterxml.jackson.databind.node.ArrayNode;
import com.fasterxml.jackson.databind.node.ObjectNode;
import com.salescopilot.model.value.ValueJson;
import java.util.ArrayList;
import java.util.List;
import java.util.Optional;
import java.util.Random;
import java.util.stream.Collectors;
import java.util.stream.IntStream;

/// Makes one request out of a good one, wrong in one place. The same seed makes the same requests.
final class Fuzz {
  private static final String MARK = "«here»";
  private static final int DEEPEST = 3_000;
  private static final int LONGEST = 120_000;

  private static final List<String> METHODS =
      List.of("GET", "POST", "PUT", "PATCH", "DELETE", "HEAD", "OPTIONS", "TRACE", "BREW");

  private static final List<String> NUMBERS =
      List.of(
          "0",
          "-0",
          "-0.0",
          "-1",
          "1.5",
          "1e2",
          "1e400",
          "-1e400",
          "1e-400",
          "0.1e1",
          "2147483647",
          "2147483648",
          "-2147483649",
          "9007199254740991",
          "9007199254740993",
          "9223372036854775807",
          "9223372036854775808",
          "-9223372036854775809",
          "99999999999999999999999999",
          "9".repeat(99),
          "9".repeat(101),
          "1." + "3".repeat(98),
          "01",
          "+1",
          ".5",
          "5.",
          "0x1F",
          "NaN",
          "Infinity");

  private static final List<String> TYPES =
      List.of("true", "7", "\"x\"", "[]", "[null]", "[7,\"x\",{}]", "{}", "{\"a\":[1,null]}");

  private static final List<String> CHARACTERS =
      List.of(
          "\\u0000",
          "\\u0001",
          "\\u001f",
          "\\u007f",
          "\\u0085",
          "\\u00a0",
          "\\u00ad",
          "\\u200b",
          "\\u200d",
          "\\u2028",
          "\\u202e",
          "\\u2066",
          "\\ud800",
          "\\udc00",
          "\\udc00\\ud800",
          "\\ud83d\\udc0e",
          "\\ufdd0",
          "\\ufeff",
          "\\ufffd",
          "\\uffff",
          "\\udbff\\udfff",
          "é",
          "e\\u0301",
          "ﬁ",
          "İ",
          "ß",
          "\\r\\n",
          "\\t",
          "\\\"",
          "\\\\",
          "%",
          "_",
          "'");

  private static final List<String> CONTENT_TYPES =
      List.of(
          "text/plain",
          "application/xml",
          "application/x-www-form-urlencoded",
          "application/json; charset=utf-16",
          "application/json;",
          "application/merge-patch+json",
          "APPLICATION/JSON",
          "x",
          "*/*",
          "multipart/form-data; boundary=x");

  private final Random random;

  Fuzz(Random random) {
    this.random = random;
  }

  /// What is wrong with a request.
  enum Kind {
    TYPE,
    NULL,
    LENGTH,
    UNICODE,
    NUMBER,
    DUPLICATE,
    DEPTH,
    MISSING,
    UNKNOWN,
    BYTES,
    CONTENT_TYPE,
    METHOD,
    PATH,
    QUERY,
    HEADER
  }

  /// A request of this kind; empty if this call has no place for it.
  Optional<Call> of(Kind kind, Call good) {
    return switch (kind) {
      case METHOD -> Optional.of(method(good));
      case HEADER -> Optional.of(header(good));
      case QUERY -> Optional.of(query(good));
      case PATH -> path(good);
      case TYPE, NULL, LENGTH, UNICODE, NUMBER, DUPLICATE, DEPTH, MISSING, UNKNOWN ->
          good.json().isObject() ? Optional.of(member(kind, good)) : Optional.empty();
      case BYTES -> good.body().isEmpty() ? Optional.empty() : Optional.of(bytes(good));
      case CONTENT_TYPE ->
          good.body().isEmpty()
              ? Optional.empty()
              : Optional.of(good.with("Content-Type", one(CONTENT_TYPES)));
    };
  }

  private Call method(Call good) {
    Call other = new Call(good.surface(), one(METHODS), good.path(), good.body(), good.headers());
    return random.nextBoolean() ? other : other.withBody("");
  }

  private Call header(Call good) {
    return switch (random.nextInt(4)) {
      case 0 -> good.with("If-Match", one(List.of("7", "\"\"", "\"x\"", "W/\"1\"", "\"-1\"", "*")));
      case 1 -> good.with("Idempotency-Key", one(List.of(" ", "k".repeat(203), "\"\"", "é", "\t")));
      case 2 -> good.with("X-Request-Id", "r".repeat(random.nextInt(1, 3_000)));
      default -> good.with("Accept", one(List.of("text/html", "application/xml", "x", "*/*;q=0")));
    };
  }

  private Call query(Call good) {
    int start = good.path().indexOf('?');
    String value = one(Spoilt.QUERIES);
    if (start < 0 || random.nextBoolean()) {
      return good.withPath(
          (start < 0 ? good.path() : good.path().substring(0, start)) + "?" + value);
    }
    String[] pairs = good.path().substring(start + 1).split("&", -1);
    int place = random.nextInt(pairs.length);
    pairs[place] =
        pairs[place].replaceFirst("=.*", "=")
            + value.substring(value.indexOf('=') + 1).replaceFirst("&.*", "");
    return good.withPath(good.path().substring(0, start + 1) + String.join("&", pairs));
  }

  private Optional<Call> path(Call good) {
    String id = "[0-9a-f]{8}-[0-9a-f-]{27}|(?<=/o/)[^?]+";
    String spoilt = good.path().replaceFirst(id, one(Spoilt.SEGMENTS));
    return spoilt.equals(good.path()) ? Optional.empty() : Optional.of(good.withPath(spoilt));
  }

  /// Cuts, flips, doubles or adds in the text of the body.
  private Call bytes(Call good) {
    String body = good.body();
    int at = random.nextInt(body.length());
    return good.withBody(
        switch (random.nextInt(5)) {
          case 0 -> body.substring(0, at);
          case 1 -> body.substring(0, at) + (char) random.nextInt(1, 0xd7ff) + body.substring(at);
          case 2 -> body.substring(0, at) + body.substring(Math.min(body.length(), at + 1));
          case 3 -> body + body;
          default -> one(Spoilt.BODIES);
        });
  }

  private Call member(Kind kind, Call good) {
    List<String> places = new ArrayList<>();
    Spoilt.places("", good.json(), places);
    if (places.isEmpty() || kind == Kind.UNKNOWN) {
      return unknown(good, places);
    }
    String place = one(places);
    return switch (kind) {
      case NULL -> replaced(good, place, "null");
      case TYPE -> replaced(good, place, one(TYPES));
      case NUMBER -> replaced(good, place, one(NUMBERS));
      case LENGTH -> replaced(good, place, "\"" + "x".repeat(length()) + "\"");
      case UNICODE -> replaced(good, place, unicode(good.json().at(place).asText()));
      case DEPTH -> replaced(good, place, deep());
      case DUPLICATE -> doubled(good, place);
      case MISSING -> Spoilt.removed(good, place);
      default -> throw new AssertionError(kind);
    };
  }

  private Call unknown(Call good, List<String> places) {
    String name =
        one(List.of("colour", "__proto__", "", "id ", "$ref", "é", "rev", "createdAt", "userId"));
    List<String> objects =
        places.stream().filter(place -> good.json().at(place).isObject()).toList();
    JsonNode body = good.json();
    JsonNode target = objects.isEmpty() || random.nextBoolean() ? body : body.at(one(objects));
    ((ObjectNode) target).put(name, "red");
    return good.withBody(body.toString());
  }

  private int length() {
    return switch (random.nextInt(8)) {
      case 0 -> 0;
      case 1 -> 65;
      case 2 -> 201;
      case 3 -> 255;
      case 4 -> 999;
      case 5 -> 4_001;
      case 6 -> random.nextInt(LONGEST);
      default -> 129;
    };
  }

  private String unicode(String text) {
    String inside = text.replace("\\", "").replace("\"", "");
    int at = random.nextInt(inside.length() + 1);
    String odd =
        IntStream.range(0, random.nextInt(1, 3))
            .mapToObj(_ -> one(CHARACTERS))
            .collect(Collectors.joining());
    return "\"" + inside.substring(0, at) + odd + inside.substring(at) + "\"";
  }

  private String deep() {
    int depth = random.nextInt(10) == 0 ? DEEPEST : random.nextInt(1, 80);
    return random.nextBoolean()
        ? "[".repeat(depth) + "]".repeat(depth)
        : "{\"a\":".repeat(depth) + "1" + "}".repeat(depth);
  }

  /// In the text itself: a tree would mend what is spoilt.
  private static Call replaced(Call call, String place, String value) {
    JsonNode body = call.json();
    Spoilt.set(body, place, ValueJson.tree("\"" + MARK + "\""));
    return call.withBody(body.toString().replace("\"" + MARK + "\"", value));
  }

  private static Call doubled(Call call, String place) {
    JsonNode body = call.json();
    String name = place.substring(place.lastIndexOf('/') + 1);
    JsonNode parent = body.at(place.substring(0, place.lastIndexOf('/')));
    String value = body.at(place).toString();
    if (parent instanceof ArrayNode array) {
      array.add(body.at(place).deepCopy());
      return call.withBody(body.toString());
    }
    Spoilt.set(body, place, ValueJson.tree("\"" + MARK + "\""));
    return call.withBody(
        body.toString().replace("\"" + MARK + "\"", value + ",\"" + name + "\":" + value));
  }

  private <T> T one(List<T> all) {
    return all.get(random.nextInt(all.size()));
  }
}
