package com.salescopilot.desktop.parity;

import com.salescopilot.model.entity.Entity;
import com.salescopilot.model.value.ValueJson;
import com.salescopilot.server.TestApi;
import com.salescopilot.server.TestApi.Reply;
import com.salescopilot.server.db.Scope;
import java.util.LinkedHashMap;
import java.util.Map;

/// Does a script by the routes, at once.
final class OverRest {
  private final TestApi.Client client;
  private final Map<String, String> ids = new LinkedHashMap<>();
  private int refused;

  OverRest(TestApi api, Scope scope) {
    client = api.as(scope);
  }

  Map<String, String> ids() {
    return ids;
  }

  /// How many steps were refused.
  int refused() {
    return refused;
  }

  void take(Step step) {
    String json = step.json(ids);
    String row = collection(step.entity()) + "/" + ids.getOrDefault(step.name(), "none");
    Reply reply =
        switch (step.verb()) {
          case CREATE, SEND -> client.post(collection(step.entity()), json);
          case EDIT ->
              step.entity() == Entity.EMAIL_DRAFT
                  ? client.post(
                      "/emails/draft",
                      ValueJson.object(json).put("id", ids.get(step.name())).toString())
                  : client.patch(row, json);
          case DELETE -> client.delete(row);
          case MARK -> client.patch(row, "{\"isFavorite\":true}");
          case UNMARK -> client.patch(row, "{\"isFavorite\":false}");
          case MOVE -> client.patch(row + "/status", "{\"status\":\"" + json + "\"}");
        };
    if (reply.status() >= 500 || reply.status() == 400) {
      throw new AssertionError(step + ": " + reply.text());
    }
    if (reply.status() >= 300) {
      refused++;
    } else if (!reply.at("id").isEmpty()) {
      ids.put(step.name(), reply.at("id"));
    }
  }

  private static String collection(Entity entity) {
    return switch (entity) {
      case PROSPECT -> "/prospects";
      case TEMPLATE -> "/templates";
      case CAMPAIGN -> "/campaigns";
      case EMAIL_DRAFT -> "/emails/draft";
      case EMAIL -> "/emails/send";
      case TASK -> "/tasks";
      case PROSPECT_ALIAS,
          COMPANY_DATA,
          CAMPAIGN_STEP,
          SUPPRESSION,
          CAMPAIGN_PROSPECT,
          TEMPLATE_FAVORITE,
          PROSPECT_IMPORT,
          CONFLICT ->
          throw new AssertionError(entity);
    };
  }
}
