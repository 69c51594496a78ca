package com.salescopilot.server.bench;

import com.salescopilot.model.value.ValueJson;
import com.salescopilot.server.BenchServer;
import java.net.http.HttpClient;
import java.net.http.HttpResponse;
import java.nio.file.Path;
import java.util.Locale;
import java.util.Map;
import java.util.UUID;

/// How long the server takes to import a file over HTTP, and to take it back.
public final class ServerImport {
  private ServerImport() {}

  /// Measures and prints.
  ///
  /// @param directory for all that the server keeps
  public static void measure(Path directory, byte[] file) throws Exception {
    try (BenchServer server = BenchServer.start(directory, Map.of());
        HttpClient http = HttpClient.newBuilder().version(HttpClient.Version.HTTP_1_1).build()) {
      Account ada = new Account(http, server.at().api());
      long start = System.nanoTime();
      HttpResponse<String> done = ada.csv("/api/prospects/import?mode=FILL_BLANKS", file);
      long imported = System.nanoTime();
      String id = told(done, "importId");
      HttpResponse<String> undone =
          ada.post("/api/prospects/import/" + UUID.fromString(id) + "/undo", "");
      long back = System.nanoTime();
      String deleted = told(undone, "deleted");
      System.out.printf(
          Locale.ROOT,
          "server: imported in %d ms (goal 20,000), %s taken back in %d ms%n",
          (imported - start) / 1_000_000,
          deleted,
          (back - imported) / 1_000_000);
    }
  }

  private static String told(HttpResponse<String> answer, String member) {
    if (answer.statusCode() != 200) {
      throw new IllegalStateException(answer.statusCode() + " " + answer.body());
    }
    return ValueJson.tree(answer.body()).path(member).asText();
  }
}
