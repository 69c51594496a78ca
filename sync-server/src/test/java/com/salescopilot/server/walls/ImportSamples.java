package com.salescopilot.server.walls;

import static com.salescopilot.server.walls.Sample.api;

import java.util.List;

/// Files that come and go.
final class ImportSamples {
  private ImportSamples() {}

  static List<Sample> all() {
    return List.of(
        api(
                "POST",
                "/prospects/import",
                t -> file(t, "/prospects/import?dryRun=true&mode=OVERWRITE"))
            .called("dry"),
        api("POST", "/prospects/import", t -> file(t, "/prospects/import")).leavingMarks(),
        api(
                "POST",
                "/prospects/import",
                t -> file(t, "/prospects/import?mode=SKIP").with("Idempotency-Key", t.key()))
            .called("key")
            .leavingMarks(),
        api(
            "GET",
            "/prospects/import/{id}/errors.csv",
            t -> Call.api("GET", "/prospects/import/" + t.id("import") + "/errors.csv")),
        api(
                "POST",
                "/prospects/import/{id}/undo",
                t -> Call.api("POST", "/prospects/import/" + imported(t) + "/undo"))
            .leavingMarks(),
        api("GET", "/prospects/export", _ -> Call.api("GET", "/prospects/export")),
        api(
                "GET",
                "/prospects/export",
                t -> Call.api("GET", "/prospects/export?search=" + t.canary))
            .called("search"),
        api(
            "POST",
            "/companies/import",
            t ->
                Call.api("POST", "/companies/import", "domain,name\nc-%s,C\n".formatted(t.domain))
                    .with("Content-Type", "text/csv")),
        api("GET", "/companies/{domain}", t -> Call.api("GET", "/companies/c-" + t.domain)));
  }

  private static Call file(Tenant t, String path) {
    return Call.api("POST", path, "email,company\n%s,B\nnobody,B\n".formatted(t.newAddress()))
        .with("Content-Type", "text/csv");
  }

  private static String imported(Tenant t) {
    Reply reply = t.send(file(t, "/prospects/import"));
    if (!reply.good()) {
      throw new AssertionError("no import: " + reply.status() + " " + reply.body());
    }
    return reply.at("importId");
  }
}
