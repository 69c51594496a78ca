package com.salescopilot.server.walls;

import com.fasterxml.jackson.databind.JsonNode;
import com.fasterxml.jackson.databind.node.ArrayNode;
import com.fasterxml.jackson.databind.node.ObjectNode;
import java.util.List;

/// Odd pieces of requests, and how to put them in.
final class Spoilt {
  /// What stands in the place of a whole body.
  static final List<String> BODIES =
      List.of(
          "",
          " ",
          "{",
          "}",
          "null",
          "7",
          "\"x\"",
          "[]",
          "[{}]",
          "{}",
          "{}{}",
          "{\"a\":1,\"a\":2}",
          "{\"a\":NaN}",
          "{'a':1}",
          "{\"a\":1,}",
          "{/* */}",
          "\ufeff{}",
          "{\"a\":\"\\x\"}",
          "{\"a\":01}",
          "a=b&c=d",
          "<a/>",
          "[".repeat(100) + "]".repeat(100),
          "{\"a\":".repeat(100) + "1" + "}".repeat(100),
          "{\"a\":" + "9".repeat(2_000) + "}",
          "{\"" + "k".repeat(5_000) + "\":1}");

  /// What stands in the place of an id in a path.
  static final List<String> SEGMENTS =
      List.of(
          "x",
          "0",
          "-1",
          "%20",
          "%C3%A9",
          "%F0%9F%90%8E",
          "null",
          "1-1-1-1-1",
          "a".repeat(3_000),
          "00000000-0000-0000-0000-000000000000",
          "%7Bid%7D",
          "%27%3B--",
          "*",
          "%0A",
          "%FF");

  /// Parameters that are out of bounds, or not expected.
  static final List<String> QUERIES =
      List.of(
          "limit=0",
          "limit=-1",
          "limit=201",
          "limit=x",
          "limit=99999999999999999999",
          "limit=1&limit=2",
          "limit=",
          "offset=-1",
          "offset=x",
          "offset=9223372036854775807",
          "offset=2147483648",
          "search=%00",
          "search=%25_%5C",
          "search=" + "a".repeat(201),
          "search=" + "a+".repeat(2_000),
          "search=%27%3B--",
          "search=%F0%9F%90%8E",
          "search=%FF%FE",
          "email=%00",
          "email=x",
          "email=" + "a".repeat(3_000),
          "status=x",
          "status=%00",
          "days=0",
          "days=91",
          "days=1.5",
          "days=99999999999",
          "tz=Mars%2FPhobos",
          "tz=%00",
          "tz=%2B99%3A99",
          "tz=../../etc",
          "scope=all",
          "scope=%00",
          "t=%00",
          "email_id=%00",
          "%00=1",
          "=",
          "&&");

  private Spoilt() {}

  /// A call with one more member.
  static Call with(Call call, String name, String value) {
    return call.withBody(((ObjectNode) call.json()).put(name, value).toString());
  }

  static void places(String at, JsonNode node, List<String> places) {
    node.properties()
        .forEach(
            member -> {
              String place = at + "/" + member.getKey();
              places.add(place);
              places(place, member.getValue(), places);
            });
    for (int i = 0; node.isArray() && i < node.size(); i++) {
      places.add(at + "/" + i);
      places(at + "/" + i, node.get(i), places);
    }
  }

  static void set(JsonNode body, String place, JsonNode value) {
    int last = place.lastIndexOf('/');
    String name = place.substring(last + 1);
    switch (body.at(place.substring(0, last))) {
      case ObjectNode object -> object.set(name, value);
      case ArrayNode array -> array.set(Integer.parseInt(name), value);
      case JsonNode other -> throw new AssertionError(place + " is in " + other);
    }
  }

  static Call removed(Call call, String place) {
    int last = place.lastIndexOf('/');
    JsonNode body = call.json();
    switch (body.at(place.substring(0, last))) {
      case ObjectNode object -> object.remove(place.substring(last + 1));
      case ArrayNode array -> array.remove(Integer.parseInt(place.substring(last + 1)));
      case JsonNode other -> throw new AssertionError(place + " is in " + other);
    }
    return call.withBody(body.toString());
  }
}
