package com.salescopilot.server.bench;

import com.fasterxml.jackson.databind.JsonNode;
import com.salescopilot.model.id.UserId;
import com.salescopilot.model.value.ValueJson;
import java.io.IOException;
import java.net.URI;
import java.net.http.HttpClient;
import java.net.http.HttpRequest;
import java.net.http.HttpRequest.BodyPublishers;
import java.net.http.HttpResponse;
import java.net.http.HttpResponse.BodyHandlers;
import java.time.Duration;

/// One person's way to the server, over HTTP.
final class Account {
  private static final Duration PATIENCE = Duration.ofSeconds(60);
  private final HttpClient http;
  private final URI api;
  private final String token;
  private final UserId user;

  /// Signs up as Ada.
  Account(HttpClient http, URI api) throws IOException, InterruptedException {
    this(http, api, "ada");
  }

  /// Signs up under a name that nobody has yet.
  Account(HttpClient http, URI api, String name) throws IOException, InterruptedException {
    this.http = http;
    this.api = api;
    HttpRequest.Builder signUp =
        HttpRequest.newBuilder(api.resolve("/api/auth/signup"))
            .header("Content-Type", "application/json")
            .POST(
                BodyPublishers.ofString(
                    "{\"email\":\"%s@bench.example\",\"password\":\"correct horse battery\"}"
                        .formatted(name)));
    HttpResponse<String> answer = http.send(signUp.build(), BodyHandlers.ofString());
    JsonNode json = ValueJson.tree(answer.body());
    this.token = json.path("token").asText();
    this.user = UserId.parse(json.path("user").path("id").asText());
  }

  UserId user() {
    return user;
  }

  String token() {
    return token;
  }

  HttpResponse<String> post(String path, String body) throws IOException, InterruptedException {
    HttpRequest.Builder request =
        request(path)
            .header("Content-Type", "application/json")
            .POST(BodyPublishers.ofString(body));
    return http.send(request.build(), BodyHandlers.ofString());
  }

  HttpResponse<String> csv(String path, byte[] file) throws IOException, InterruptedException {
    HttpRequest.Builder request =
        request(path).header("Content-Type", "text/csv").POST(BodyPublishers.ofByteArray(file));
    return http.send(request.build(), BodyHandlers.ofString());
  }

  HttpResponse<String> get(String path) throws IOException, InterruptedException {
    return http.send(request(path).build(), BodyHandlers.ofString());
  }

  private HttpRequest.Builder request(String path) {
    return HttpRequest.newBuilder(api.resolve(path))
        .timeout(PATIENCE)
        .header("Authorization", "Bearer " + token);
  }
}
