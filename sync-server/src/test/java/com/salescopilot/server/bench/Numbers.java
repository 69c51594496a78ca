package com.salescopilot.server.bench;

import com.salescopilot.server.BenchServer;
import com.salescopilot.server.db.Statements;
import java.net.http.HttpClient;
import java.net.http.HttpResponse;
import java.nio.file.Files;
import java.nio.file.Path;
import java.sql.Connection;
import java.sql.DriverManager;
import java.sql.PreparedStatement;
import java.sql.ResultSet;
import java.sql.SQLException;
import java.util.List;
import java.util.Locale;
import java.util.Map;
import java.util.function.Consumer;

/// How long the dashboard's calls take over HTTP with many mails, beside the same with few.
public final class Numbers {
  private static final int FEW = 1_000;
  private static final int OPENS_OF_A_MAIL = 6;
  private static final int PEOPLE = 2_000;
  private static final int CAMPAIGNS = 20;
  private static final int BATCH = 100_000;
  private static final int WARM = 200;
  private static final String MOMENTUM = "/api/dashboard/momentum";
  private static final List<String> CALLS =
      List.of(
          "/api/dashboard/stats",
          "/api/dashboard/timeline?days=90&tz=Europe/Berlin",
          MOMENTUM,
          "/api/dashboard/campaigns",
          "/api/campaigns?limit=100",
          "/api/templates?limit=200");

  private final Statements statements = Statements.load(Numbers.class);
  private final Account account;
  private final Connection connection;
  private final String workspace;

  private Numbers(Account account, Connection connection) throws SQLException {
    this.account = account;
    this.connection = connection;
    run("role");
    this.workspace = one("workspace", account.user().toString());
  }

  /// Runs it.
  ///
  /// @param args how many mails (1,000,000) and how many calls of each kind (500)
  public static void main(String[] args) throws Exception {
    int mails = args.length > 0 ? Integer.parseInt(args[0]) : 1_000_000;
    int calls = args.length > 1 ? Integer.parseInt(args[1]) : 500;
    Path directory = Files.createTempDirectory("numbers");
    try (BenchServer server = BenchServer.start(directory, Map.of());
        HttpClient http = HttpClient.newBuilder().version(HttpClient.Version.HTTP_1_1).build();
        Reference reference = new Reference(server.login());
        Connection connection =
            DriverManager.getConnection(
                server.login().url(), server.login().user(), server.login().password())) {
      Numbers numbers = new Numbers(new Account(http, server.at().api()), connection);
      numbers.fill(FEW);
      say(filled(reference));
      numbers.measure(CALLS, WARM, _ -> {});
      numbers.measure(CALLS, calls, Numbers::say);
      numbers.run("forget");
      numbers.fill(mails);
      say(filled(reference));
      numbers.measure(CALLS, WARM, _ -> {});
      numbers.measure(CALLS, calls, Numbers::say);
      numbers.run("quiet");
      numbers.run("daily", numbers.workspace);
      numbers.run("keep");
      say("most mails of the last days opened daily");
      numbers.measure(List.of(MOMENTUM), calls, Numbers::say);
    }
    System.exit(0);
  }

  private String one(String statement, String value) throws SQLException {
    try (PreparedStatement query = connection.prepareStatement(statements.get(statement).text())) {
      query.setString(1, value);
      try (ResultSet found = query.executeQuery()) {
        found.next();
        return found.getString(1);
      }
    }
  }

  private void fill(int mails) throws SQLException {
    run("people", workspace, PEOPLE);
    run("campaigns", workspace, account.user().toString(), CAMPAIGNS);
    run("quiet");
    for (int i = 0; i < mails; i += BATCH) {
      int last = Math.min(i + BATCH, mails);
      run("mails", account.user().toString(), workspace, i + 1, last, mails);
    }
    run("keep");
    run("numbers");
    run("opens", OPENS_OF_A_MAIL, workspace);
    run("replies", workspace);
    run("analyze");
  }

  private void run(String statement, Object... values) throws SQLException {
    try (PreparedStatement change = connection.prepareStatement(statements.get(statement).text())) {
      for (int i = 0; i < values.length; i++) {
        change.setObject(i + 1, values[i]);
      }
      change.execute();
    }
  }

  private void measure(List<String> asked, int calls, Consumer<String> said) throws Exception {
    said.accept("  signals of the last 17 days: " + one("signals", workspace));
    for (String call : asked) {
      Latencies latencies = new Latencies();
      for (int i = 0; i < calls; i++) {
        long start = System.nanoTime();
        HttpResponse<String> answer = account.get(call);
        latencies.add(System.nanoTime() - start);
        if (answer.statusCode() != 200) {
          throw new IllegalStateException(call + " " + answer.body());
        }
      }
      said.accept("  " + call + ": " + latencies.words());
    }
  }

  private static String filled(Reference reference) throws SQLException {
    return String.format(
        Locale.ROOT, "%,d mails, %,d opens", reference.count("emails"), reference.count("opens"));
  }

  private static void say(String words) {
    System.out.println(words);
  }
}
