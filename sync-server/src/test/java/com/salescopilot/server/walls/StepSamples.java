package com.salescopilot.server.walls;

import static com.salescopilot.server.walls.Sample.api;
import static com.salescopilot.server.walls.Samples.get;
import static com.salescopilot.server.walls.Samples.post;

import com.salescopilot.server.LiveServer.Surface;
import java.util.ArrayList;
import java.util.List;
import java.util.Map;

/// Steps, enrolments and the addresses that get nothing.
final class StepSamples {
  private StepSamples() {}

  static List<Sample> all() {
    List<Sample> samples = new ArrayList<>();
    samples.addAll(steps());
    samples.addAll(enrolments());
    samples.addAll(suppressions());
    samples.addAll(outlooks());
    samples.add(wayOut("GET"));
    samples.add(wayOut("POST"));
    return samples;
  }

  private static List<Sample> steps() {
    return List.of(
        api("POST", "/campaigns/{id}/preflight", t -> post(of(t) + "/preflight", "")),
        api(
            "GET",
            "/campaigns/{id}/steps",
            t -> get("/campaigns/" + t.id("steppedCampaign") + "/steps?limit=20&offset=0")),
        api(
            "POST",
            "/campaigns/{id}/steps",
            t ->
                post(
                    "/campaigns/" + campaign(t) + "/steps",
                    """
                    {"position":1,"variant":"A","weight":2,"subject":"S","bodyHtml":"<p>B</p>",
                     "bodyText":"B","delayAmount":2,"delayUnit":"BUSINESS","threadMode":"NEW",
                     "templateId":"%s","templateRevision":1}\
                    """,
                    t.id("template"))),
        api("GET", "/campaigns/{id}/steps/{stepId}", t -> Call.api("GET", step(t))),
        api(
            "PATCH",
            "/campaigns/{id}/steps/{stepId}",
            t -> Call.api("PATCH", step(t), "{\"subject\":\"T\",\"delayAmount\":4}")),
        api("DELETE", "/campaigns/{id}/steps/{stepId}", t -> Call.api("DELETE", step(t))));
  }

  private static List<Sample> outlooks() {
    return List.of(
        api("GET", "/campaigns/{id}/forecast", t -> get(of(t) + "/forecast?days=7")),
        api(
            "POST",
            "/campaigns/{id}/rehearse",
            t ->
                post(
                    of(t) + "/rehearse",
                    """
                    {"seed":3,"rates":{"reply":0.5,"ooo":0,"bounce":0.1,"unsubscribe":0}}\
                    """)),
        api(
            "GET",
            "/campaigns/{id}/prospects/{prospectId}/why",
            t -> get(of(t) + "/prospects/%s/why", t.id("enrolled"))),
        api("GET", "/emails/{id}/why", t -> get("/emails/%s/why", t.id("email"))));
  }

  private static List<Sample> enrolments() {
    List<Sample> samples = new ArrayList<>();
    samples.add(
        api(
            "POST",
            "/campaigns/{id}/prospects",
            t ->
                post(
                    of(t) + "/prospects",
                    "{\"prospectIds\":[\"%s\",\"%s\"]}",
                    t.id("prospect"),
                    t.id("enrolled"))));
    samples.add(
        api(
            "POST",
            "/campaigns/{id}/prospects/{prospectId}/pause",
            t -> post(enrolled(t) + "/pause", "{\"until\":\"2999-01-31T12:00:00Z\"}")));
    for (String move : List.of("resume", "restart", "exclude")) {
      samples.add(
          api(
              "POST",
              "/campaigns/{id}/prospects/{prospectId}/" + move,
              t -> post(enrolled(t) + "/" + move, "")));
    }
    samples.add(
        api(
            "POST",
            "/campaigns/{id}/prospects/{prospectId}/retry",
            t -> post(failed(t) + "/retry", "")));
    return samples;
  }

  private static List<Sample> suppressions() {
    return List.of(
        api("GET", "/suppressions", _ -> get("/suppressions?limit=20&offset=0")),
        api("GET", "/suppressions", t -> get("/suppressions?address=never@%s", t.domain))
            .called("address"),
        api(
            "POST",
            "/suppressions",
            t ->
                post("/suppressions", "{\"address\":\"%s\",\"reason\":\"asked\"}", t.newAddress())),
        api(
            "DELETE",
            "/suppressions/{id}",
            t ->
                Call.api(
                    "DELETE",
                    "/suppressions/"
                        + t.made(
                            "/suppressions", "{\"address\":\"%s\"}".formatted(t.newAddress())))));
  }

  /// Out of a campaign's mail to somebody who is nobody else's concern.
  private static Sample wayOut(String method) {
    return new Sample(
        Sample.route(Surface.TRACKING, method, "/u/{token}"),
        "",
        Sample.Marks.NONE,
        t -> new Call(Surface.TRACKING, method, "/u/" + t.wayOutToken(letter(t)), "", Map.of()));
  }

  private static String letter(Tenant tenant) {
    return tenant.made(
        "/emails/send",
        """
        {"to":"%s","subject":"S","bodyText":"T","idempotencyKey":"%s"}\
        """
            .formatted(tenant.newAddress(), tenant.key()));
  }

  private static String of(Tenant tenant) {
    return "/campaigns/" + tenant.id("campaign");
  }

  private static String campaign(Tenant tenant) {
    return tenant.made("/campaigns", "{\"name\":\"N\"}");
  }

  private static String step(Tenant tenant) {
    String steps = "/campaigns/" + campaign(tenant) + "/steps";
    return steps + "/" + tenant.made(steps, "{\"position\":1,\"subject\":\"S\"}");
  }

  /// Somebody new in a campaign of their own: what becomes of them is in nobody's way.
  private static String enrolled(Tenant tenant) {
    String person = tenant.made("/prospects", "{\"email\":\"%s\"}".formatted(tenant.newAddress()));
    String campaign =
        tenant.made("/campaigns", "{\"name\":\"N\",\"prospectIds\":[\"%s\"]}".formatted(person));
    return "/campaigns/" + campaign + "/prospects/" + person;
  }

  private static String failed(Tenant tenant) {
    String enrolled = enrolled(tenant);
    String[] parts = enrolled.split("/", -1);
    tenant.door().superuser().failed(tenant.workspace(), parts[2], parts[4]);
    return enrolled;
  }
}
