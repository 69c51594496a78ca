package com.salescopilot.server.sending;

import com.fasterxml.jackson.databind.JsonNode;
import com.salescopilot.model.mail.EmailStatus;
import com.salescopilot.model.value.ValueJson;
import com.salescopilot.server.ServerProcess;
import com.salescopilot.server.contract.WatchedClient;
import com.salescopilot.server.events.Bell;
import java.net.URI;
import java.net.http.HttpClient;
import java.net.http.HttpRequest;
import java.net.http.HttpRequest.BodyPublishers;
import java.net.http.HttpResponse;
import java.time.Duration;
import java.util.ArrayList;
import java.util.List;
import java.util.Map;
import java.util.Set;
import java.util.TreeMap;
import java.util.TreeSet;
import java.util.concurrent.ConcurrentHashMap;

/// Somebody who sends numbered mails over REST, to a server that comes and goes.
final class MailDesk implements AutoCloseable {
  private static final int PROSPECTS = 20;
  private static final String SUBJECT = "Mail number ";
  private static final String WHO =
      "{\"email\":\"ada@desk.example\",\"password\":\"correct horse battery\"}";
  private static final Duration TOKEN_LIFE = Duration.ofMinutes(5);
  private static final Duration LOOK = Duration.ofMillis(200);
  private static final int AGAIN = 10;

  private final HttpClient http = new WatchedClient();
  private final Map<Integer, String> ids = new ConcurrentHashMap<>();
  private final List<String> prospects = new ArrayList<>();
  private URI api = URI.create("http://127.0.0.1:1");
  private String token = "";
  private long signedIn;

  /// What the server says of a mail.
  record Sent(EmailStatus status, String messageId) {}

  /// The number of a mail with this subject.
  static int number(String subject) {
    return Integer.parseInt(subject.substring(SUBJECT.length()));
  }

  /// From now on the server is here.
  void at(URI address) {
    api = address;
    if (prospects.isEmpty()) {
      signIn("signup");
      for (int i = 0; i < PROSPECTS; i++) {
        String person = "{\"email\":\"" + address(i) + "\",\"firstName\":\"Bo\"}";
        prospects.add(answer(post("prospects", person)).path("id").asText());
      }
    } else if (System.nanoTime() - signedIn > TOKEN_LIFE.toNanos()) {
      signIn("login");
    }
  }

  private void signIn(String how) {
    token = answer(post("auth/" + how, WHO)).path("token").asText();
    signedIn = System.nanoTime();
  }

  /// Sends a mail; as often as one likes, for its key is its number.
  ///
  /// @return 201 for the first time, else 200
  int send(int mail) {
    String letter =
        """
        {"to":"%s","prospectId":"%s","subject":"%s%d","bodyHtml":"<p>Hello Bo</p>",\
        "idempotencyKey":"key-%d"}\
        """
            .formatted(address(mail), prospects.get(mail % PROSPECTS), SUBJECT, mail, mail);
    HttpResponse<String> answer = taken(patiently(post("emails/send", letter)));
    String id = ValueJson.tree(answer.body()).path("id").asText();
    String known = ids.putIfAbsent(mail, id);
    if (known != null && !known.equals(id)) {
      throw new AssertionError("mail " + mail + " is two: " + known + " and " + id);
    }
    return answer.statusCode();
  }

  private static String address(int mail) {
    return "bo" + mail % PROSPECTS + "@prospect.example";
  }

  /// Waits until no mail is on its way.
  ///
  /// @param bell rings when there may be news
  Map<Integer, Sent> awaitEnds(Bell bell, Duration most) throws InterruptedException {
    long end = System.nanoTime() + most.toNanos();
    Map<Integer, Sent> ended = new TreeMap<>();
    Set<Integer> open = new TreeSet<>(ids.keySet());
    while (true) {
      long rung = bell.count();
      for (int mail : List.copyOf(open)) {
        Sent now = look(mail);
        if (ended(now.status())) {
          ended.put(mail, now);
          open.remove(mail);
        }
      }
      if (open.isEmpty()) {
        return ended;
      }
      if (System.nanoTime() > end) {
        open.forEach(mail -> ended.put(mail, look(mail)));
        return ended;
      }
      boolean _ = bell.await(rung, LOOK);
    }
  }

  private static boolean ended(EmailStatus status) {
    return switch (status) {
      case PENDING_SEND, SENDING -> false;
      case SENT, FAILED, BOUNCED, UNCONFIRMED, CANCELLED -> true;
    };
  }

  private Sent look(int mail) {
    JsonNode row = answer(request("emails/" + ids.get(mail)));
    return new Sent(
        EmailStatus.valueOf(row.path("status").asText()), row.path("messageId").asText());
  }

  private HttpRequest.Builder post(String path, String body) {
    return request(path)
        .header("Content-Type", "application/json")
        .POST(BodyPublishers.ofString(body));
  }

  private HttpRequest.Builder request(String path) {
    HttpRequest.Builder request = HttpRequest.newBuilder(api.resolve("/api/" + path));
    return token.isEmpty() ? request : request.header("Authorization", "Bearer " + token);
  }

  private JsonNode answer(HttpRequest.Builder request) {
    return ValueJson.tree(taken(request).body());
  }

  /// Asks a server that is busy again, as its answer says; it has waited itself before it says so.
  private HttpResponse<String> patiently(HttpRequest.Builder request) {
    HttpResponse<String> answer = ServerProcess.send(http, request);
    for (int again = 0; answer.statusCode() == 503 && again < AGAIN; again++) {
      answer = ServerProcess.send(http, request);
    }
    return answer;
  }

  private HttpResponse<String> taken(HttpRequest.Builder request) {
    return taken(ServerProcess.send(http, request));
  }

  private static HttpResponse<String> taken(HttpResponse<String> answer) {
    if (answer.statusCode() / 100 != 2) {
      throw new AssertionError(answer.statusCode() + " " + answer.body());
    }
    return answer;
  }

  @Override
  public void close() {
    http.close();
  }
}
