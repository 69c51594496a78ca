package com.salescopilot.server.http;

import static org.assertj.core.api.Assertions.assertThat;

import com.fasterxml.jackson.databind.JsonNode;
import com.salescopilot.model.value.ValueJson;
import java.net.http.HttpResponse;
import java.util.ArrayList;
import java.util.List;

/// What holds for every refusal, whatever its reason.
final class ProblemAnswers {
  private ProblemAnswers() {}

  /// Checks the form and gives the problem.
  static JsonNode problem(HttpResponse<String> answer, int status, String code) {
    JsonNode problem = problem(answer);
    assertThat(answer.statusCode()).as(answer.body()).isEqualTo(status);
    assertThat(problem.path("code").asText()).isEqualTo(code);
    return problem;
  }

  static JsonNode problem(HttpResponse<String> answer) {
    assertThat(answer.headers().firstValue("Content-Type")).hasValue("application/problem+json");
    assertThat(answer.headers().firstValue("Cache-Control")).hasValue("no-store");
    JsonNode problem = problem(answer.body());
    assertThat(problem.path("status").asInt()).isEqualTo(answer.statusCode());
    assertThat(answer.headers().firstValue("X-Request-Id"))
        .hasValue(problem.path("requestId").asText());
    return problem;
  }

  static JsonNode problem(String body) {
    JsonNode problem = ValueJson.tree(body);
    for (String member : List.of("type", "title", "detail", "code", "requestId")) {
      assertThat(problem.path(member).asText()).as(member + " in " + body).isNotBlank();
    }
    assertThat(problem.path("type").asText())
        .isEqualTo("urn:sales-copilot:problem:" + problem.path("code").asText());
    assertThat(body)
        .doesNotContain("com.salescopilot", "java.", "io.helidon", "jackson", "Exception", "\tat ");
    return problem;
  }

  /// The places that a problem names.
  static List<String> pointers(JsonNode problem) {
    List<String> pointers = new ArrayList<>();
    problem.path("errors").forEach(error -> pointers.add(error.path("pointer").asText()));
    return pointers;
  }
}
