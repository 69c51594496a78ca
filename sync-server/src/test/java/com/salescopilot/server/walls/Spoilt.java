package com.salescopilot.server.walls;

import com.fasterxml.jackson.databind.JsonNode;
import com.fasterxml.jackson.databind.node.ArrayNode;
import com.fasterxml.jackson.databind.node.ObjectNode;
import com.salescopilot.model.value.ValueJson;
import java.util.ArrayList;
import java.util.List;
import java.util.Random;
import java.util.function.UnaryOperator;

/// Spoils a good request in one way at a time.
final class Spoilt {
  private static final int PER_MEMBER = 3;

  /// What stands in the place of a value, as JSON.
  private static final List<String> VALUES =
      List.of(
          "null",
          "true",
          "7",
          "-1",
          "1.5",
          "1e400",
          "-0.0",
          "9007199254740993",
          "99999999999999999999999999",
          "\"\"",
          "\" \"",
          "\"\\u0000\"",
          "\"a\\u0000b\"",
          "\"\\ud800\"",
          "\"\\u202e\\ufeff\\ufffe\"",
          "\"a\\r\\nBcc: b@b.example\"",
          "\"' or '1'='1\"",
          "\"{{firstName}}\"",
          "\"2026-02-30\"",
          "\"+12345-01-01T00:00:00Z\"",
          "\"-4800-01-01T00:00:00Z\"",
          "\"+999999999-12-31T23:59:59Z\"",
          "\"+999999999-12-31\"",
          "\"00000000-0000-0000-0000-000000000000\"",
          "\"0198C0DE-0000-7000-8000-00000000000A\"",
          "\"1-1-1-1-1\"",
          "[]",
          "[[]]",
          "[null]",
          "[7,\"x\",{}]",
          "{}",
          "{\"a\":{\"b\":[1,null]}}",
          "{\"\":\"\"}",
          "{\"html\":7}",
          "\"" + "x".repeat(300) + "\"",
          "\"" + "ü".repeat(120_000) + "\"",
          "[".repeat(40) + "]".repeat(40));

  /// What stands in the place of a whole body.
  private static final List<String> BODIES =
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

  private static final List<String> TYPES =
      List.of(
          "text/plain",
          "application/xml",
          "application/x-www-form-urlencoded",
          "x",
          "*/*",
          "multipart/form-data; boundary=x");

  private static final List<String> SEGMENTS =
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

  private static final List<String> QUERIES =
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

  /// One way of spoiling.
  record Way(String name, UnaryOperator<Call> of) {}

  /// The ways for a call.
  ///
  /// @param random chooses among the values, of which each member gets a few
  static List<Way> ways(Sample sample, Call good, Random random) {
    List<Way> ways = new ArrayList<>();
    if (sample.route().endsWith("/sync/push") && !sample.what().equals("send")) {
      members(good, ways, random); // the rest is read before the operation is looked at
      return ways;
    }
    int query = good.path().indexOf('?');
    String bare = query < 0 ? good.path() : good.path().substring(0, query);
    for (String more : some(QUERIES, query < 0 ? 2 : 14, random)) {
      ways.add(new Way("?" + cut(more), call -> call.withPath(bare + "?" + more)));
    }
    headers(ways);
    if (bare.matches(".*/[0-9a-f-]{36}(/.*)?")) {
      for (String segment : SEGMENTS) {
        ways.add(
            new Way(
                "the path with " + cut(segment),
                call ->
                    call.withPath(call.path().replaceFirst("[0-9a-f]{8}-[0-9a-f-]{27}", segment))));
      }
    }
    if (good.json().isObject()) {
      bodies(good, ways, random);
    }
    return ways;
  }

  private static void headers(List<Way> ways) {
    for (String etag :
        List.of("\"x\"", "7", "\"\"", "\"99999999999999999999\"", "W/\"1\"", "\"-1\"")) {
      ways.add(new Way("If-Match " + etag, call -> call.with("If-Match", etag)));
    }
    for (String key : List.of(" ", "k".repeat(201), "\"\"", "é")) {
      ways.add(new Way("Idempotency-Key " + cut(key), call -> call.with("Idempotency-Key", key)));
    }
    ways.add(new Way("a long request id", call -> call.with("X-Request-Id", "r".repeat(2_000))));
  }

  private static void bodies(Call good, List<Way> ways, Random random) {
    for (String body : some(BODIES, 12, random)) {
      ways.add(new Way("the body " + cut(body), call -> call.withBody(body)));
    }
    for (String type : some(TYPES, 3, random)) {
      ways.add(new Way("the type " + type, call -> call.with("Content-Type", type)));
    }
    ways.add(new Way("an unknown member", call -> with(call, "colour", "red")));
    members(good, ways, random);
  }

  private static void members(Call good, List<Way> ways, Random random) {
    List<String> places = new ArrayList<>();
    places("", good.json(), places);
    for (String place : places) {
      for (String value : some(VALUES, PER_MEMBER, random)) {
        ways.add(new Way(place + " = " + cut(value), call -> replaced(call, place, value)));
      }
      ways.add(new Way("no " + place, call -> removed(call, place)));
    }
  }

  /// A call with one more member.
  static Call with(Call call, String name, String value) {
    return call.withBody(((ObjectNode) call.json()).put(name, value).toString());
  }

  private static void places(String at, JsonNode node, List<String> places) {
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

  /// In the text itself: a tree would mend what is spoilt.
  private static Call replaced(Call call, String place, String value) {
    String mark = "«here»";
    JsonNode body = call.json();
    set(body, place, ValueJson.tree("\"" + mark + "\""));
    return call.withBody(body.toString().replace("\"" + mark + "\"", value));
  }

  private static void set(JsonNode body, String place, JsonNode value) {
    int last = place.lastIndexOf('/');
    String name = place.substring(last + 1);
    switch (body.at(place.substring(0, last))) {
      case ObjectNode object -> object.set(name, value);
      case ArrayNode array -> array.set(Integer.parseInt(name), value);
      case JsonNode other -> throw new AssertionError(place + " is in " + other);
    }
  }

  private static Call removed(Call call, String place) {
    int last = place.lastIndexOf('/');
    JsonNode body = call.json();
    switch (body.at(place.substring(0, last))) {
      case ObjectNode object -> object.remove(place.substring(last + 1));
      case ArrayNode array -> array.remove(Integer.parseInt(place.substring(last + 1)));
      case JsonNode other -> throw new AssertionError(place + " is in " + other);
    }
    return call.withBody(body.toString());
  }

  private static <T> List<T> some(List<T> all, int most, Random random) {
    List<T> shuffled = new ArrayList<>(all);
    java.util.Collections.shuffle(shuffled, random);
    return shuffled.subList(0, Math.min(most, shuffled.size()));
  }

  private static String cut(String text) {
    return text.length() <= 40 ? text : text.substring(0, 40) + "…";
  }
}
