package com.salescopilot.server.walls;

import static com.salescopilot.server.walls.Sample.api;

import com.salescopilot.server.LiveServer.Surface;
import java.util.ArrayList;
import java.util.List;
import java.util.Map;
import java.util.UUID;
import java.util.stream.Collectors;

/// For every route at least one call that succeeds. A new route without one fails the walker.
final class Samples {
  private static final String HOOKS = "/webhooks/email";

  private Samples() {}

  /// All samples, by route.
  static Map<String, List<Sample>> byRoute() {
    return all().stream().collect(Collectors.groupingBy(Sample::route));
  }

  /// All samples.
  static List<Sample> all() {
    List<Sample> samples = new ArrayList<>();
    samples.addAll(PeopleSamples.all());
    samples.addAll(prospects());
    samples.addAll(ImportSamples.all());
    samples.addAll(TaskSamples.all());
    samples.addAll(drafts());
    samples.addAll(mails());
    samples.addAll(templates());
    samples.addAll(campaigns());
    samples.addAll(StepSamples.all());
    samples.addAll(PushSamples.all());
    samples.addAll(BrowserSamples.all());
    samples.addAll(hooks(Surface.API, "/api"));
    samples.addAll(hooks(Surface.API, ""));
    samples.addAll(hooks(Surface.TRACKING, ""));
    samples.addAll(rest());
    return samples;
  }

  static Call get(String path, String... parts) {
    return Call.api("GET", filled(path, parts));
  }

  static Call post(String path, String body, String... parts) {
    return Call.api("POST", path, filled(body, parts));
  }

  private static String filled(String text, String... parts) {
    String filled = text;
    for (String part : parts) {
      filled = filled.replaceFirst("%s", part);
    }
    return filled;
  }

  private static List<Sample> prospects() {
    return List.of(
        api("GET", "/prospects", _ -> get("/prospects?limit=20&offset=0")),
        api("GET", "/prospects", t -> get("/prospects?search=%s", t.canary)).called("search"),
        api("GET", "/prospects", t -> get("/prospects?email=second@%s", t.domain)).called("email"),
        api(
            "POST",
            "/prospects",
            t ->
                post(
                    "/prospects",
                    """
                    {"email":"%s","firstName":"Bo","lastName":"Li","company":"B","jobTitle":"C",
                     "customFields":{"plan":"pro","seats":3}}\
                    """,
                    t.newAddress())),
        api(
                "POST",
                "/prospects",
                t ->
                    post("/prospects", "{\"email\":\"%s\"}", t.newAddress())
                        .with("Idempotency-Key", t.key()))
            .called("key"),
        api("GET", "/prospects/{id}", t -> get("/prospects/%s", t.id("prospect"))),
        api(
            "PATCH",
            "/prospects/{id}",
            t ->
                Call.api(
                    "PATCH",
                    "/prospects/" + t.id("prospect"),
                    """
                    {"jobTitle":"CTO","customFields":{"plan":"free"}}\
                    """)),
        api(
            "DELETE",
            "/prospects/{id}",
            t ->
                Call.api(
                    "DELETE",
                    "/prospects/"
                        + t.made("/prospects", "{\"email\":\"%s\"}".formatted(t.newAddress())))),
        api(
            "POST",
            "/prospects/{id}/erase",
            t ->
                Call.api(
                    "POST",
                    "/prospects/"
                        + t.made("/prospects", "{\"email\":\"%s\"}".formatted(t.newAddress()))
                        + "/erase")));
  }

  private static List<Sample> drafts() {
    return List.of(
        api("GET", "/emails/drafts/{id}", t -> get("/emails/drafts/%s", t.id("draft"))),
        api(
            "POST",
            "/emails/draft",
            t ->
                post(
                    "/emails/draft",
                    """
                    {"prospectId":"%s","campaignId":"%s","templateId":"%s","subject":"Hi",
                     "bodyHtml":"<p>Hi</p>"}\
                    """,
                    t.id("prospect"),
                    t.id("campaign"),
                    t.id("template"))),
        api(
                "POST",
                "/emails/draft",
                t ->
                    post(
                        "/emails/draft",
                        """
                        {"id":"%s","prospectId":"%s","campaignId":"%s","subject":"Hi","bodyText":"Hi"}\
                        """,
                        t.id("draft"),
                        t.id("prospect"),
                        t.id("campaign")))
            .called("again"),
        api(
            "DELETE",
            "/emails/draft/{id}",
            t ->
                Call.api(
                    "DELETE", "/emails/draft/" + t.made("/emails/draft", "{\"subject\":\"Hi\"}"))));
  }

  private static List<Sample> mails() {
    return List.of(
        api(
            "POST",
            "/emails/send",
            t ->
                post(
                    "/emails/send",
                    """
                    {"to":"second@%s","prospectId":"%s","campaignId":"%s","templateId":"%s",
                     "subject":"Hi","bodyText":"Hello","bodyHtml":"<p>Hello</p>","undoSeconds":5,
                     "idempotencyKey":"%s"}\
                    """,
                    t.domain,
                    t.id("enrolled"),
                    t.id("campaign"),
                    t.id("template"),
                    t.key())),
        api(
                "POST",
                "/emails/send",
                t ->
                    post(
                            "/emails/send",
                            """
                            {"to":"second@%s","draftId":"%s","subject":"Hi","bodyText":"Hello"}\
                            """,
                            t.domain,
                            t.made("/emails/draft", "{\"subject\":\"Hi\"}"))
                        .with("Idempotency-Key", t.key()))
            .called("draft"),
        api("GET", "/emails/{id}", t -> get("/emails/%s", t.id("email"))));
  }

  private static List<Sample> templates() {
    return List.of(
        api("GET", "/templates", _ -> get("/templates?limit=20&offset=0")),
        api(
            "POST",
            "/templates",
            _ ->
                post(
                    "/templates",
                    """
                    {"title":"T","subject":"S","content":"C","description":"D","category":"a",
                     "tone":"b","isFavorite":true}\
                    """)),
        api("GET", "/templates/{id}", t -> get("/templates/%s", t.id("template"))),
        api(
            "PATCH",
            "/templates/{id}",
            t ->
                Call.api(
                    "PATCH",
                    "/templates/" + t.id("template"),
                    "{\"description\":\"D\",\"isFavorite\":true}")),
        api(
            "DELETE",
            "/templates/{id}",
            t -> Call.api("DELETE", "/templates/" + t.made("/templates", "{\"title\":\"T\"}"))));
  }

  private static List<Sample> campaigns() {
    return List.of(
        api("GET", "/campaigns", _ -> get("/campaigns?status=ACTIVE&limit=20&offset=0")),
        api(
            "POST",
            "/campaigns",
            t ->
                post(
                    "/campaigns",
                    """
                    {"name":"N","description":"D","startDate":"2026-04-01",
                     "endDate":"2999-06-30T00:00:00Z","status":"ACTIVE","policy":{"a":1},
                     "mailboxId":"%s","prospectIds":["%s","%s"]}\
                    """,
                    t.id("user"),
                    t.id("prospect"),
                    t.id("enrolled"))),
        api("GET", "/campaigns/{id}", t -> get("/campaigns/%s", t.id("campaign"))),
        api(
            "GET",
            "/campaigns/{id}/prospects",
            t -> get("/campaigns/%s/prospects?limit=20&offset=0", t.id("campaign"))),
        api(
            "PATCH",
            "/campaigns/{id}",
            t ->
                Call.api(
                    "PATCH",
                    "/campaigns/" + t.id("campaign"),
                    """
                    {"description":"D","startDate":"2026-04-01","mailboxId":"%s"}\
                    """
                        .formatted(t.id("user")))),
        api(
            "PATCH",
            "/campaigns/{id}/status",
            t ->
                Call.api(
                    "PATCH",
                    "/campaigns/" + t.id("campaign") + "/status",
                    "{\"status\":\"ACTIVE\",\"acceptWaiting\":true}")));
  }

  private static List<Sample> hooks(Surface surface, String prefix) {
    String at = prefix + HOOKS;
    return List.of(
        new Sample(
            Sample.route(surface, "GET", at + "/open-pixel"),
            "",
            Sample.Marks.NONE,
            t ->
                new Call(
                    surface,
                    "GET",
                    at
                        + "/open-pixel?email_id="
                        + t.id("email")
                        + "&t="
                        + t.pixelToken(t.id("email")),
                    "",
                    Map.of())),
        report(surface, at, "open", "\"token\":\"%s\"", "its own token"),
        report(surface, at, "open", "\"received_at\":\"2026-01-31T12:00:00Z\"", "secret"),
        report(
            surface,
            at,
            "reply",
            "\"reply_subject\":\"Re\",\"reply_body\":\"Yes\",\"from\":\"a@b.example\"",
            "secret"));
  }

  private static Sample report(
      Surface surface, String at, String what, String members, String proof) {
    return new Sample(
        Sample.route(surface, "POST", at + "/" + what),
        proof,
        Sample.Marks.NONE,
        t -> {
          String more = members.formatted(t.pixelToken(t.id("email")));
          String body = "{\"email_id\":\"%s\",%s}".formatted(t.id("email"), more);
          Call call = new Call(surface, "POST", at + "/" + what, body, Map.of());
          return proof.equals("secret")
              ? call.with("Authorization", "Bearer " + t.hookSecret())
              : call;
        });
  }

  private static List<Sample> rest() {
    return List.of(
        api("GET", "/dashboard/stats", _ -> get("/dashboard/stats?scope=me&tz=Europe/Berlin")),
        api(
            "GET",
            "/dashboard/timeline",
            _ -> get("/dashboard/timeline?scope=me&days=7&tz=Europe/Berlin")),
        api(
            "GET",
            "/dashboard/momentum",
            _ -> get("/dashboard/momentum?scope=me&limit=5&tz=Europe/Berlin")),
        api("GET", "/dashboard/campaigns", _ -> get("/dashboard/campaigns?scope=me")),
        ai("personalize"),
        ai("rewrite"),
        api(
            "POST",
            "/ai/score",
            t ->
                post(
                    "/ai/score",
                    """
                    {"requestId":"00000000-0000-7000-8000-000000000001","prospectId":"%s","subject":"Hi",\
                    "bodyText":"Hello","locale":"en","engine":"auto","stepPosition":1}\
                    """
                        .formatted(t.id("prospect")))),
        api("GET", "/ai/score/rules", _ -> get("/ai/score/rules")),
        feedback(),
        api(
            "GET",
            "/history/{entity}/{id}",
            t -> get("/history/prospect/%s?limit=20&offset=0", t.id("prospect"))),
        api("GET", "/trash", _ -> get("/trash?limit=20&offset=0")),
        new Sample(
            Sample.route(Surface.TRACKING, "GET", "/o/{file}"),
            "",
            Sample.Marks.NONE,
            t ->
                new Call(
                    Surface.TRACKING,
                    "GET",
                    "/o/" + t.pixelToken(t.id("email")) + ".gif",
                    "",
                    Map.of())),
        api("GET", "/openapi.yaml", _ -> get("/openapi.yaml")),
        api("GET", "/openapi.json", _ -> get("/openapi.json")),
        api("GET", "/docs", _ -> get("/docs")),
        api("GET", "/docs.css", _ -> get("/docs.css")),
        health("/health/live"),
        health("/health/ready"));
  }

  /// A request id of its own for each use, or the second would get the first one's answer.
  private static Sample ai(String what) {
    return api(
        "POST",
        "/ai/" + what,
        t ->
            post(
                "/ai/" + what,
                """
                {"requestId":"%s","prospectId":"%s","subject":"Hi","bodyText":"Hi, could you tell me more?",
                 "goal":"SHORTER","locale":"en"}\
                """,
                UUID.randomUUID().toString(),
                t.id("prospect")));
  }

  private static Sample feedback() {
    return api(
        "POST",
        "/ai/feedback",
        _ ->
            post(
                "/ai/feedback",
                "{\"requestId\":\"%s\",\"kind\":\"REWRITE\",\"verdict\":\"ACCEPTED\"}",
                UUID.randomUUID().toString()));
  }

  private static Sample health(String path) {
    return new Sample(
        Sample.route(Surface.ADMIN, "GET", path),
        "",
        Sample.Marks.NONE,
        _ -> new Call(Surface.ADMIN, "GET", path, "", Map.of()));
  }
}
