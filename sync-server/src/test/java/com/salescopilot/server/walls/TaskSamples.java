package com.salescopilot.server.walls;

import static com.salescopilot.server.walls.Sample.api;

import java.util.List;

/// What somebody has to do.
final class TaskSamples {
  private TaskSamples() {}

  static List<Sample> all() {
    return List.of(
        api("GET", "/tasks", _ -> Call.api("GET", "/tasks?done=false&limit=20&offset=0")),
        api(
            "POST",
            "/tasks",
            t ->
                Call.api(
                    "POST",
                    "/tasks",
                    """
                    {"title":"T","kind":"NO_REPLY","prospectId":"%s","emailId":"%s",
                     "dueAt":"2026-12-01T09:00:00Z"}\
                    """
                        .formatted(t.id("prospect"), t.id("email")))),
        api("GET", "/tasks/{id}", t -> Call.api("GET", "/tasks/" + made(t))),
        api(
            "PATCH",
            "/tasks/{id}",
            t ->
                Call.api(
                    "PATCH",
                    "/tasks/" + made(t),
                    "{\"title\":\"U\",\"doneAt\":\"2026-12-01T09:00:00Z\",\"prospectId\":\"%s\",\"emailId\":\"%s\"}"
                        .formatted(t.id("prospect"), t.id("email")))),
        api("DELETE", "/tasks/{id}", t -> Call.api("DELETE", "/tasks/" + made(t))));
  }

  private static String made(Tenant t) {
    return t.made("/tasks", "{\"title\":\"T\"}");
  }
}
