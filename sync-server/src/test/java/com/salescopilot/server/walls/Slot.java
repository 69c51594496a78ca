package com.salescopilot.server.walls;

import com.fasterxml.jackson.databind.JsonNode;
import com.fasterxml.jackson.databind.node.ArrayNode;
import com.fasterxml.jackson.databind.node.ObjectNode;
import java.util.ArrayList;
import java.util.Arrays;
import java.util.List;

/// A place in a request that can name something of another workspace.
///
/// @param name where it stands
/// @param holds what it can name
/// @param found whether the request has it by itself; others are put in beside
/// @param put the request with another value there
record Slot(String name, Holds holds, Found found, Put put) {

  /// What a slot can name.
  enum Holds {
    ID,
    ADDRESS,
    ACCOUNT,
    KEY,
    WORD,
    MARK
  }

  /// Where a slot comes from.
  enum Found {
    THERE,
    ADDED
  }

  /// Puts a value into a request.
  interface Put {
    Call into(Call call, String value);
  }

  /// What somebody might hope that the server reads.
  private static final List<String> MEMBERS =
      List.of(
          "workspaceId",
          "userId",
          "id",
          "owner",
          "prospectId",
          "campaignId",
          "templateId",
          "draftId",
          "mailboxId",
          "statusChange",
          "prospectIds",
          "toId",
          "inviteCode",
          "epoch");

  private static final List<String> QUERIES = List.of("workspaceId", "userId", "id", "email_id");

  /// Every slot of a call.
  static List<Slot> of(Sample sample, Call call) {
    List<Slot> slots = new ArrayList<>();
    path(sample, slots);
    query(call, slots);
    if (call.headers().containsKey("Idempotency-Key")) {
      slots.add(
          new Slot(
              "header Idempotency-Key",
              Holds.KEY,
              Found.THERE,
              (c, value) -> c.with("Idempotency-Key", value)));
    }
    if (call.json() instanceof ObjectNode body) {
      members(sample, body, "", slots);
      for (String name : MEMBERS) {
        if (!body.has(name)) {
          slots.add(
              new Slot("/" + name, Holds.ID, Found.ADDED, (c, value) -> added(c, name, value)));
        }
      }
    }
    return slots;
  }

  private static void path(Sample sample, List<Slot> slots) {
    String[] parts = sample.pattern().split("/", -1);
    for (int i = 0; i < parts.length; i++) {
      int place = i;
      if (parts[i].startsWith("{")) {
        slots.add(
            new Slot(
                parts[i],
                Holds.ID,
                Found.THERE,
                (call, value) -> call.withPath(segment(call.path(), place, value))));
      }
    }
  }

  private static String segment(String path, int place, String value) {
    int query = path.indexOf('?');
    String[] parts = (query < 0 ? path : path.substring(0, query)).split("/", -1);
    parts[place] = value;
    return String.join("/", parts) + (query < 0 ? "" : path.substring(query));
  }

  private static void query(Call call, List<Slot> slots) {
    int start = call.path().indexOf('?');
    List<String> pairs =
        start < 0 ? List.of() : Arrays.asList(call.path().substring(start + 1).split("&", -1));
    for (String pair : pairs) {
      String name = pair.substring(0, pair.indexOf('='));
      String value = pair.substring(pair.indexOf('=') + 1);
      holds(name, value)
          .forEach(
              holds ->
                  slots.add(
                      new Slot(
                          "?" + name,
                          holds,
                          Found.THERE,
                          (c, other) ->
                              c.withPath(
                                  c.path()
                                      .replaceFirst("([?&]" + name + "=)[^&]*", "$1" + other)))));
    }
    for (String name : QUERIES) {
      if (pairs.stream().noneMatch(pair -> pair.startsWith(name + "="))) {
        slots.add(
            new Slot("?" + name, Holds.ID, Found.ADDED, (c, value) -> c.withQuery(name, value)));
      }
    }
  }

  private static List<Holds> holds(String name, String value) {
    if (Traces.isId(value)) {
      return List.of(Holds.ID);
    }
    return switch (name) {
      case "email" -> List.of(Holds.ADDRESS);
      case "search" -> List.of(Holds.WORD);
      case String _ -> List.of();
    };
  }

  private static void members(Sample sample, JsonNode node, String at, List<Slot> slots) {
    node.properties()
        .forEach(member -> member(sample, member.getValue(), at + "/" + member.getKey(), slots));
    for (int i = 0; node.isArray() && i < node.size(); i++) {
      member(sample, node.get(i), at + "/" + i, slots);
    }
  }

  private static void member(Sample sample, JsonNode value, String at, List<Slot> slots) {
    members(sample, value, at, slots);
    String text = value.asText();
    if (!value.isTextual()) {
      return;
    }
    Put put = (call, other) -> replaced(call, at, other);
    if (Traces.isId(text)) {
      slots.add(new Slot(at, Holds.ID, Found.THERE, put));
    } else if (text.contains("@") && !sample.route().endsWith("/auth/signup")) {
      boolean account = sample.route().matches(".*/auth/(login|password/(forgot|reset))");
      Holds holds = account ? Holds.ACCOUNT : Holds.ADDRESS;
      slots.add(new Slot(at, holds, Found.THERE, put));
    } else if (at.endsWith("/idempotencyKey")) {
      slots.add(new Slot(at, Holds.KEY, Found.THERE, put));
    } else if (at.equals("/device")) {
      slots.add(new Slot(at, Holds.MARK, Found.THERE, put));
    }
  }

  private static Call replaced(Call call, String at, String value) {
    JsonNode body = call.json();
    int last = at.lastIndexOf('/');
    String name = at.substring(last + 1);
    switch (body.at(at.substring(0, last))) {
      case ObjectNode object -> object.put(name, value);
      case ArrayNode array -> array.set(Integer.parseInt(name), value);
      case JsonNode other -> throw new AssertionError(at + " is in " + other);
    }
    return call.withBody(body.toString());
  }

  private static Call added(Call call, String name, String value) {
    ObjectNode body = (ObjectNode) call.json();
    if (name.endsWith("Ids")) {
      body.putArray(name).add(value);
    } else {
      body.put(name, value);
    }
    return call.withBody(body.toString());
  }

  @Override
  public String toString() {
    return name;
  }
}
