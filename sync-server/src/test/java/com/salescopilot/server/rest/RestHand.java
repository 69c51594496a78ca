package com.salescopilot.server.rest;

import static org.assertj.core.api.Assertions.assertThat;

import com.salescopilot.model.entity.Entity;
import com.salescopilot.model.value.ValueJson;
import com.salescopilot.server.TestApi;
import com.salescopilot.server.TestApi.Reply;
import com.salescopilot.server.db.Scope;

/// Writes over REST.
final class RestHand extends Hand {
  private final TestApi.Client client;

  RestHand(TestApi api, Scope scope) {
    super(scope);
    this.client = api.as(scope);
  }

  @Override
  void take(RestAndPushTest.Step step) {
    String json = json(step);
    String id = ids().getOrDefault(step.name(), "");
    Reply reply =
        switch (step.verb()) {
          case "create", "enrol", "send" -> client.post(collection(step), json);
          case "edit" ->
              step.entity() == Entity.EMAIL_DRAFT
                  ? client.post("/emails/draft", ValueJson.object(json).put("id", id).toString())
                  : client.patch(collection(step) + "/" + id, json);
          case "delete" -> client.delete(collection(step) + "/" + id);
          case "move" ->
              client.patch("/campaigns/" + id + "/status", "{\"status\":\"" + json + "\"}");
          case String other -> throw new AssertionError(other);
        };
    assertThat(reply.status()).as(step + ": " + reply.text()).isBetween(200, 204);
    if (!reply.at("id").isEmpty()) {
      ids().put(step.name(), reply.at("id"));
    }
  }

  private static String collection(RestAndPushTest.Step step) {
    return switch (step.entity()) {
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
          throw new AssertionError(step);
    };
  }
}
