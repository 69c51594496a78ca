package com.salescopilot.server.walls;

import com.fasterxml.jackson.databind.JsonNode;
import com.salescopilot.model.value.ValueJson;
import java.time.Duration;
import java.util.Set;
import java.util.UUID;
import java.util.function.BooleanSupplier;

/// Gives a tenant rows of every kind, through the API alone.
final class Furnish {
  /// What a tenant knows the ids of without looking.
  private static final Set<String> KNOWN =
      Set.of("prospect", "prospect_alias", "template", "campaign", "email", "email_draft");

  private static final Duration PATIENCE = Duration.ofSeconds(30);

  private final Tenant tenant;
  private long wsCursor;
  private long meCursor;

  private Furnish(Tenant tenant) {
    this.tenant = tenant;
  }

  /// Fills the workspace of a tenant, and waits until the server has nothing left to do in it.
  static void fill(Tenant tenant) {
    Furnish furnish = new Furnish(tenant);
    furnish.reserve();
    furnish.rows();
    furnish.files();
    furnish.people();
    furnish.pushed();
    furnish.heard();
    furnish.learnIds();
  }

  private String text(String template, Object... more) {
    return template.replace("@@", tenant.canary).formatted(more);
  }

  private void reserve() {
    for (int i = 0; i < Tenant.RESERVE; i++) {
      String person = text("{\"email\":\"%s\",\"company\":\"@@\"}", tenant.usedAddress(i));
      Call call = Call.api("POST", "/prospects", person);
      Reply made = tenant.send(call.with("Idempotency-Key", tenant.usedKey(i)));
      if (made.status() != 201) {
        throw new AssertionError(made.body());
      }
    }
  }

  private void suggested() {
    UUID request = UUID.randomUUID();
    for (Call call :
        new Call[] {
          Call.api(
              "POST",
              "/ai/rewrite",
              text("{\"requestId\":\"%s\",\"bodyText\":\"@@\",\"goal\":\"FIX\"}", request)),
          Call.api(
              "POST",
              "/ai/feedback",
              text(
                  "{\"requestId\":\"%s\",\"kind\":\"REWRITE\",\"verdict\":\"EDITED\",\"finalText\":\"@@\"}",
                  request))
        }) {
      Reply reply = tenant.send(call);
      if (!reply.good()) {
        throw new AssertionError(reply.body());
      }
    }
  }

  private void rows() {
    String person =
        text(
            """
            {"email":"%s","firstName":"@@","lastName":"@@","company":"@@ Ltd","jobTitle":"@@",
             "customFields":{"note":"@@"}}\
            """,
            tenant.newAddress());
    tenant.ids.put("prospect", tenant.made("/prospects", person));
    tenant.ids.put(
        "enrolled",
        tenant.made("/prospects", text("{\"email\":\"%s\",\"company\":\"@@\"}", to("second"))));
    String gone = tenant.made("/prospects", text("{\"email\":\"%s\"}", tenant.newAddress()));
    tenant.send(Call.api("DELETE", "/prospects/" + gone));
    tenant.ids.put("tombstone", gone);
    suggested();
    tenant.ids.put(
        "template",
        tenant.made(
            "/templates",
            text(
                """
                {"title":"@@","subject":"@@","content":"@@ body","description":"@@","isFavorite":true}\
                """)));
    tenant.ids.put(
        "campaign",
        tenant.made(
            "/campaigns",
            text(
                """
                {"name":"@@","description":"@@","status":"ACTIVE","prospectIds":["%s","%s"]}\
                """,
                tenant.id("prospect"), tenant.id("enrolled"))));
    tenant.ids.put(
        "draft",
        tenant.made(
            "/emails/draft",
            text(
                """
                {"prospectId":"%s","campaignId":"%s","subject":"@@","bodyText":"@@ draft"}\
                """,
                tenant.id("prospect"), tenant.id("campaign"))));
    tenant.ids.put("sentDraft", tenant.made("/emails/draft", text("{\"subject\":\"@@\"}")));
    tenant.ids.put(
        "email",
        tenant.made(
            "/emails/send",
            text(
                """
                {"to":"%s","prospectId":"%s","campaignId":"%s","draftId":"%s","subject":"@@",
                 "bodyText":"@@ body","idempotencyKey":"%s"}\
                """,
                to("second"),
                tenant.id("enrolled"),
                tenant.id("campaign"),
                tenant.id("sentDraft"),
                tenant.key())));
  }

  /// Tasks, files that were imported, and what is known of companies.
  private void files() {
    tenant.ids.put(
        "task",
        tenant.made(
            "/tasks", text("{\"title\":\"@@\",\"prospectId\":\"%s\"}", tenant.id("prospect"))));
    Call people =
        Call.api(
            "POST",
            "/prospects/import",
            text("email,company\n%s,@@\n@@ nobody,B\n", tenant.newAddress()));
    Reply imported = tenant.send(people.with("Content-Type", "text/csv"));
    tenant.ids.put("import", imported.at("importId"));
    Call companies =
        Call.api("POST", "/companies/import", text("domain,name\nc-%s,@@\n", tenant.domain));
    if (!tenant.send(companies.with("Content-Type", "text/csv")).good()) {
      throw new AssertionError("no company");
    }
  }

  private void people() {
    tenant.ids.put("hook_secret", tenant.made("/workspace/hook-secrets", ""));
    tenant.ids.put(
        "invite",
        tenant.made("/workspace/invites", text("{\"email\":\"%s\"}", tenant.newAddress())));
  }

  private String to(String name) {
    return name + "@" + tenant.domain;
  }

  /// What only a device can do: an alias, and something that its author is told.
  private void pushed() {
    String device = UUID.randomUUID().toString();
    tenant.ids.put("device", device);
    tenant.ids.put("steppedCampaign", tenant.made("/campaigns", text("{\"name\":\"@@\"}")));
    String alias = UUID.randomUUID().toString();
    tenant.ids.put("alias", alias);
    String refused = UUID.randomUUID().toString();
    tenant.ids.put("mutation", refused);
    String body =
        text(
            """
            {"protocol":1,"device":"%s","after":{"seq":0,"id":"%s"},"mutations":[
            {"seq":1,"id":"%s","age":0,"op":"create","entity":"prospect","key":"%s",
             "fields":{"email":"%s","jobTitle":"@@"}},
            {"seq":2,"id":"%s","age":0,"op":"patch","entity":"template","key":"%s",
             "set":{"usedCount":{"now":7},"title":{"now":"@@ refused"}}},
            {"seq":3,"id":"%s","age":0,"op":"create","entity":"suppression","key":"%s",
             "fields":{"address":"never@%s","reason":"@@"}},
            {"seq":4,"id":"%s","age":0,"op":"create","entity":"campaign_step","key":"%s",
             "fields":{"campaignId":"%s","position":1,"subject":"@@","body":{"text":"@@"}}}]}\
            """,
            device,
            new UUID(0, 0),
            UUID.randomUUID(),
            alias,
            to("second"),
            refused,
            tenant.id("template"),
            UUID.randomUUID(),
            UUID.randomUUID(),
            tenant.domain,
            UUID.randomUUID(),
            UUID.randomUUID(),
            tenant.id("steppedCampaign"));
    if (tenant.post("/sync/push", body).status() != 200) {
      throw new AssertionError("the push was refused");
    }
  }

  /// An open and a reply, proved by the workspace's secret, one of them signed.
  private void heard() {
    String proof = "Bearer " + tenant.hookSecret();
    Call open =
        Call.api("POST", "/webhooks/email/open", text("{\"email_id\":\"%s\"}", tenant.id("email")));
    Call reply =
        Call.api(
            "POST",
            "/webhooks/email/reply",
            text(
                """
                {"email_id":"%s","reply_subject":"@@","reply_body":"@@ says yes","from":"%s"}\
                """,
                tenant.id("email"), to("second")));
    for (Call call : new Call[] {open, reply}) {
      if (tenant.send(Signed.by(tenant, call)).status() != 202
          || tenant.send(call.with("Authorization", proof)).status() != 202) {
        throw new AssertionError(call + " was refused");
      }
    }
    await(
        () -> {
          JsonNode mail = tenant.get("/emails/" + tenant.id("email")).json();
          return mail.path("replies").asInt() == 1 && mail.path("opens").asInt() >= 1;
        });
    await(
        () ->
            tenant
                .get("/campaigns/" + tenant.id("campaign") + "/prospects")
                .body()
                .contains("\"REPLIED\""));
    await(() -> tenant.door().superuser().allHeard(tenant.workspace()));
  }

  /// Looks, and where it is not so yet, waits for the next change of the workspace.
  private void await(BooleanSupplier so) {
    long end = System.nanoTime() + PATIENCE.toNanos();
    while (!so.getAsBoolean()) {
      if (System.nanoTime() > end) {
        throw new AssertionError("the server did not come to rest");
      }
      pull(1);
    }
  }

  private void learnIds() {
    wsCursor = 0;
    meCursor = 0;
    for (String line : pull(0).body().split("\n", -1)) {
      if (line.startsWith("[\"")) {
        JsonNode row = ValueJson.tree(line);
        if (!KNOWN.contains(row.get(0).asText())) {
          tenant.ids.putIfAbsent(row.get(0).asText(), row.get(1).asText());
        }
      }
    }
  }

  private Reply pull(int seconds) {
    String cursors =
        wsCursor == 0 ? "{}" : "{\"ws\":[%d],\"me\":[%d]}".formatted(wsCursor, meCursor);
    Reply reply =
        tenant.post(
            "/sync/pull",
            """
            {"protocol":1,"device":"%s","cursors":%s,"acked":9,"wait":%d}\
            """
                .formatted(tenant.id("device"), cursors, seconds));
    if (reply.status() == 200) {
      String[] lines = reply.body().strip().split("\n", -1);
      JsonNode end = ValueJson.tree(lines[lines.length - 1]).path("cursors");
      wsCursor = end.at("/ws/0").asLong();
      meCursor = end.at("/me/0").asLong();
    }
    return reply;
  }
}
