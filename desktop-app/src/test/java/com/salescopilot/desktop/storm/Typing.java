package com.salescopilot.desktop.storm;

import com.fasterxml.jackson.databind.JsonNode;
import com.salescopilot.desktop.headless.Console;
import java.util.List;
import java.util.Optional;
import java.util.Random;

/// What somebody does at a client: on few rows, few addresses and few words, so that machines meet.
final class Typing {
  private static final int ADDRESSES = 10;
  private static final int WORDS = 6;

  private final Random random;
  private final String canary;

  /// @param canary stands in every text that this person writes
  Typing(Random random, String canary) {
    this.random = random;
    this.canary = canary;
  }

  /// A command that changes something that this client shows.
  Optional<String> command(Console client) {
    return switch (random.nextInt(20)) {
      case 0, 1 ->
          Optional.of(
              create("prospect", "'email':'%s','company':'%s'".formatted(address(), word())));
      case 2, 3, 4 -> patch(client, "prospect", oneOf("firstName", "company", "jobTitle"));
      case 5, 6 ->
          any(client, "prospect")
              .map(
                  id ->
                      patch(
                          "prospect",
                          id,
                          "'customFields':{'k%s':'%s'}".formatted(number(2), word())));
      case 7 ->
          any(client, "prospect")
              .map(id -> patch("prospect", id, "'email':'%s'".formatted(address())));
      case 8 -> any(client, "prospect").map(id -> delete("prospect", id));
      case 9 ->
          Optional.of(create("template", "'title':'%s','content':'%s'".formatted(word(), word())));
      case 10, 11 -> patch(client, "template", oneOf("title", "content", "category"));
      case 12 -> any(client, "template").map(id -> delete("template", id));
      case 13 ->
          any(client, "template")
              .map(id -> create("template_favorite", "'templateId':'%s'".formatted(id)));
      case 14 -> Optional.of(create("campaign", "'name':'%s'".formatted(word())));
      case 15 -> patch(client, "campaign", oneOf("name", "description"));
      case 16 -> enrol(client);
      case 17 -> Optional.of(create("email_draft", "'subject':'%s'".formatted(word())));
      case 18 ->
          any(client, "email_draft")
              .map(id -> patch("email_draft", id, "'body':{'text':'%s'}".formatted(word())));
      default -> any(client, "conflict").map(id -> delete("conflict", id));
    };
  }

  private Optional<String> enrol(Console client) {
    Optional<String> prospect = any(client, "prospect");
    return any(client, "campaign")
        .flatMap(
            campaign ->
                prospect.map(
                    id ->
                        "{'cmd':'command','op':'campaign.enrol','id':'%s','args':{'prospectIds':['%s']}}"
                            .formatted(campaign, id)));
  }

  private Optional<String> patch(Console client, String entity, String field) {
    return any(client, entity).map(id -> patch(entity, id, "'%s':'%s'".formatted(field, word())));
  }

  private Optional<String> any(Console client, String entity) {
    List<JsonNode> rows =
        client
            .done("{'cmd':'list','entity':'" + entity + "'}")
            .path("items")
            .valueStream()
            .toList();
    return rows.isEmpty()
        ? Optional.empty()
        : Optional.of(rows.get(random.nextInt(rows.size())).path("id").asText());
  }

  private static String create(String entity, String fields) {
    return "{'cmd':'create','entity':'%s','fields':{%s}}".formatted(entity, fields);
  }

  private static String patch(String entity, String id, String fields) {
    return "{'cmd':'patch','entity':'%s','id':'%s','fields':{%s}}".formatted(entity, id, fields);
  }

  private static String delete(String entity, String id) {
    return "{'cmd':'delete','entity':'%s','id':'%s'}".formatted(entity, id);
  }

  private String oneOf(String... some) {
    return some[random.nextInt(some.length)];
  }

  private String number(int below) {
    return Integer.toString(random.nextInt(below));
  }

  private String address() {
    return "p" + number(ADDRESSES) + "@" + canary + ".example";
  }

  private String word() {
    return canary + number(WORDS);
  }
}
