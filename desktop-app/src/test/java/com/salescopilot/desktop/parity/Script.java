package com.salescopilot.desktop.parity;

import com.salescopilot.desktop.parity.Step.Verb;
import com.salescopilot.model.entity.Entity;
import java.util.ArrayList;
import java.util.EnumMap;
import java.util.List;
import java.util.Map;
import java.util.Random;

/// Makes up what somebody does, from a seed: also to rows that are gone, and moves that the rules
/// refuse.
///
/// Left out is what only somebody offline can be wrong about: who makes a prospect whose address is
/// taken edits a row that will have been merged, and the rules rightly treat that as a
/// disagreement.
final class Script {
  private static final List<String> STATUSES = List.of("ACTIVE", "PAUSED", "COMPLETED", "ARCHIVED");

  private final Random random;
  private final Map<Entity, List<String>> names = new EnumMap<>(Entity.class);
  private final List<String> addresses = new ArrayList<>();
  private int made;

  private Script(long seed) {
    random = new Random(seed);
    for (Entity entity : Entity.values()) {
      names.put(entity, new ArrayList<>());
    }
  }

  static List<Step> of(long seed, int length) {
    Script script = new Script(seed);
    List<Step> steps = new ArrayList<>();
    while (steps.size() < length) {
      steps.add(script.next());
    }
    return steps;
  }

  private Step next() {
    return switch (random.nextInt(20)) {
      case 0, 1, 2 -> create(Entity.PROSPECT, prospect(newAddress()));
      case 3 -> twin();
      case 4 -> create(Entity.TEMPLATE, template());
      case 5 -> create(Entity.EMAIL_DRAFT, draft());
      case 6 -> create(Entity.CAMPAIGN, campaign());
      case 7, 8, 9 -> on(Verb.EDIT, Entity.PROSPECT, edit());
      case 10, 11 -> on(Verb.EDIT, Entity.TEMPLATE, template());
      case 12, 13 -> on(Verb.EDIT, Entity.EMAIL_DRAFT, draft());
      case 14 -> on(random.nextBoolean() ? Verb.MARK : Verb.UNMARK, Entity.TEMPLATE, "");
      case 15, 16 -> on(Verb.MOVE, Entity.CAMPAIGN, STATUSES.get(random.nextInt(4)));
      case 17 -> send();
      default -> on(Verb.DELETE, deletable(), "");
    };
  }

  private Entity deletable() {
    return List.of(Entity.PROSPECT, Entity.TEMPLATE, Entity.EMAIL_DRAFT).get(random.nextInt(3));
  }

  private Step create(Entity entity, String json) {
    String name = entity.table() + made++;
    list(entity).add(name);
    return new Step(Verb.CREATE, entity, name, json);
  }

  private Step on(Verb verb, Entity entity, String json) {
    List<String> known = list(entity);
    return known.isEmpty()
        ? create(Entity.PROSPECT, prospect(newAddress()))
        : new Step(verb, entity, known.get(random.nextInt(known.size())), json);
  }

  /// Somebody whose address is known, or was.
  private Step twin() {
    if (addresses.isEmpty()) {
      return create(Entity.PROSPECT, prospect(newAddress()));
    }
    String taken = addresses.get(random.nextInt(addresses.size()));
    return new Step(Verb.CREATE, Entity.PROSPECT, "twin" + made++, prospect(taken));
  }

  private String newAddress() {
    String address = "p" + made + "@b.example";
    addresses.add(address);
    return address;
  }

  private List<String> list(Entity entity) {
    return names.getOrDefault(entity, List.of());
  }

  private String some(Entity entity) {
    List<String> known = list(entity);
    return known.isEmpty() ? "null" : "\"@" + known.get(random.nextInt(known.size())) + "\"";
  }

  private String prospect(String email) {
    return "{\"email\":\"" + email + "\"" + maybe("firstName") + maybe("company") + custom() + "}";
  }

  private String edit() {
    return "{\"jobTitle\":" + textOrNull() + maybe("company") + maybe("lastName") + custom() + "}";
  }

  private String custom() {
    return switch (random.nextInt(5)) {
      case 0 -> ",\"customFields\":{\"plan\":" + textOrNull() + "}";
      case 1 -> ",\"customFields\":{\"seats\":" + random.nextInt(9) + ",\"plan\":\"pro\"}";
      case 2 -> ",\"customFields\":{\"list\":[1,\"two\",{\"three\":3.5}]}";
      default -> "";
    };
  }

  private String template() {
    return "{\"title\":" + text() + maybe("subject") + maybe("content") + maybe("tone") + "}";
  }

  private String draft() {
    String body =
        switch (random.nextInt(4)) {
          case 0 -> ",\"bodyHtml\":\"<p>" + random.nextInt(9) + " <b>x</b></p>\"";
          case 1 -> ",\"bodyText\":" + text();
          case 2 -> ",\"bodyHtml\":\"<p>a</p>\",\"bodyText\":" + text();
          default -> "";
        };
    return "{\"subject\":" + text() + ",\"prospectId\":" + some(Entity.PROSPECT) + body + "}";
  }

  private String campaign() {
    List<String> people = list(Entity.PROSPECT);
    List<String> enrolled = new ArrayList<>();
    for (String person : people.subList(0, Math.min(people.size(), random.nextInt(4)))) {
      enrolled.add("\"@" + person + "\"");
    }
    return "{\"name\":"
        + text()
        + maybe("description")
        + ",\"prospectIds\":["
        + String.join(",", enrolled)
        + "],\"status\":\""
        + (random.nextBoolean() ? "ACTIVE" : "DRAFT")
        + "\"}";
  }

  private Step send() {
    String name = "mail" + made++;
    String who = some(Entity.PROSPECT);
    return new Step(
        Verb.SEND,
        Entity.EMAIL,
        name,
        "{\"to\":\"nobody@c.example\",\"prospectId\":"
            + who
            + ",\"subject\":"
            + text()
            + ",\"bodyText\":"
            + text()
            + ",\"idempotencyKey\":\""
            + name
            + "\",\"undoSeconds\":"
            + random.nextInt(10)
            + "}");
  }

  private String maybe(String field) {
    return random.nextBoolean() ? ",\"" + field + "\":" + textOrNull() : "";
  }

  private String textOrNull() {
    return random.nextInt(4) == 0 ? "null" : text();
  }

  private String text() {
    return "\""
        + List.of("Ana", " Bö", "C\\n\\\"d\\\"", "Ünï 🙂", "e").get(random.nextInt(5))
        + "\"";
  }
}
