package com.salescopilot.server.sending;

import com.salescopilot.model.mail.EmailStatus;
import com.salescopilot.server.ServerProcess;
import com.salescopilot.server.db.DatabaseLogin;
import java.io.UncheckedIOException;
import java.nio.file.Path;
import java.time.Duration;
import java.util.ArrayList;
import java.util.EnumMap;
import java.util.HashMap;
import java.util.List;
import java.util.Map;
import java.util.Queue;
import java.util.Random;
import java.util.TreeMap;
import java.util.concurrent.ConcurrentLinkedQueue;
import java.util.concurrent.Executors;
import java.util.concurrent.Future;

/// Lets a server process send mails to a peer of the test, kills it again and again, lets it run to
/// the end, and compares what the server says with what arrived.
final class KillTrial {
  private static final int SIGKILL = 137;
  private static final int HEAD_START = 60;
  private static final int WRITERS = 4;
  private static final Duration TO_THE_END = Duration.ofSeconds(90);

  private final Plan plan;
  private final Random random;
  private final Path directory;
  private final Map<String, String> settings;
  private final KillMoment moment;
  private final ScriptedPeer peer;
  private final MailDesk desk = new MailDesk();
  private final Queue<Integer> unsent = new ConcurrentLinkedQueue<>();
  private final Map<KillMoment.Aim, Integer> kills = new EnumMap<>(KillMoment.Aim.class);
  private int given;
  private long unanswered;

  /// @param mails how many are sent
  /// @param seed of the moments of the kills
  record Plan(int mails, int kills, long seed) {}

  /// What came of it.
  ///
  /// @param statuses how many mails ended how
  /// @param aimed the kills, by what they were aimed at
  /// @param unanswered mails that had arrived without an answer when the server was killed
  /// @param wrong a line for each mail that was lost, doubled, or is not what its row says
  record Findings(
      Plan plan,
      Map<EmailStatus, Long> statuses,
      Map<KillMoment.Aim, Integer> aimed,
      long unanswered,
      List<String> wrong) {

    int kills() {
      return aimed.values().stream().mapToInt(Integer::intValue).sum();
    }

    long of(EmailStatus status) {
      return statuses.getOrDefault(status, 0L);
    }
  }

  private KillTrial(
      Plan plan, Random random, Path directory, Map<String, String> settings, KillMoment moment) {
    this.plan = plan;
    this.random = random;
    this.directory = directory;
    this.settings = settings;
    this.moment = moment;
    this.peer = moment.peer();
  }

  /// Runs a trial.
  ///
  /// @param directory an existing one, for the server's files
  static Findings run(Plan plan, DatabaseLogin login, Path directory) throws Exception {
    Random random = new Random(plan.seed());
    try (KillMoment moment = new KillMoment(new Random(random.nextLong()))) {
      Map<String, String> settings = new HashMap<>();
      settings.put("SC_DATA_DIR", directory.resolve("data").toString());
      settings.put("SC_DATABASE_URL", login.url());
      settings.put("SC_DATABASE_USER", login.user());
      settings.put("SC_DATABASE_PASSWORD", login.password());
      settings.put("SC_SMTP_HOST", "127.0.0.1");
      settings.put("SC_SMTP_PORT", Integer.toString(moment.peer().port()));
      settings.put("SC_SMTP_TLS", "none");
      settings.put("SC_SMTP_FROM", "sales@relay.example");
      return new KillTrial(plan, random, directory, settings, moment).run();
    }
  }

  private Findings run() throws Exception {
    try (desk) {
      for (KillMoment.Aim aim : KillMoment.Aim.shuffled(plan.kills(), random)) {
        live(aim);
      }
      return lastLife();
    }
  }

  /// Starts the server, lets people write mails, and kills it at the moment that was aimed at.
  private void live(KillMoment.Aim aim) throws Exception {
    int killed = kills.values().stream().mapToInt(Integer::intValue).sum();
    int left = plan.kills() - killed;
    int share = (plan.mails() - peer.texts().size()) / (left + 1);
    moment.aim(aim, 1 + random.nextInt(Math.max(1, share - Relay.CONNECTIONS)));
    try (ServerProcess server = start();
        var writers = Executors.newVirtualThreadPerTaskExecutor()) {
      write(killed == 0 ? HEAD_START : (plan.mails() - given) / left);
      List<Future<?>> writing = new ArrayList<>();
      for (int i = 0; i < WRITERS; i++) {
        writing.add(writers.submit(this::post));
      }
      awaitMoment(aim, server, writing);
      server.kill();
      if (server.exitCode() == SIGKILL) {
        kills.merge(aim, 1, Integer::sum);
      }
      unanswered += moment.release();
      for (Future<?> writer : writing) {
        writer.get();
      }
    }
  }

  /// Where the moment does not come, how far the trial was is what is to be known, what the server
  /// says, and why nobody writes any more.
  private void awaitMoment(KillMoment.Aim aim, ServerProcess server, List<Future<?>> writing)
      throws InterruptedException {
    try {
      moment.await();
    } catch (AssertionError missed) {
      AssertionError e =
          new AssertionError(
              "%s of %s, after kills %s; %d mails given, %d arrived; the server says:%n%s"
                  .formatted(aim, plan, kills, given, peer.texts().size(), server.stderr()),
              missed);
      writing.stream()
          .filter(writer -> writer.state() == Future.State.FAILED)
          .forEach(writer -> e.addSuppressed(writer.exceptionNow()));
      throw e;
    }
  }

  private Findings lastLife() throws Exception {
    moment.noMore();
    try (ServerProcess server = start()) {
      write(plan.mails() - given);
      post();
      if (!unsent.isEmpty()) {
        throw new AssertionError("not taken: " + unsent + " " + server.stderr());
      }
      Map<Integer, MailDesk.Sent> rows = desk.awaitEnds(moment.bell(), TO_THE_END);
      Map<EmailStatus, Long> statuses = new EnumMap<>(EmailStatus.class);
      rows.values().forEach(row -> statuses.merge(row.status(), 1L, Long::sum));
      return new Findings(plan, statuses, kills, unanswered, wrong(rows));
    }
  }

  private ServerProcess start() {
    ServerProcess server = ServerProcess.start(directory, settings).awaitReady();
    desk.at(server.at("api"));
    return server;
  }

  private void write(int mails) {
    int end = Math.min(plan.mails(), given + mails);
    while (given < end) {
      unsent.add(given++);
    }
  }

  /// Sends what is not known to be taken; what the kill cuts off is sent again with the same key.
  private void post() {
    for (Integer mail = unsent.poll(); mail != null; mail = unsent.poll()) {
      try {
        int _ = desk.send(mail);
      } catch (UncheckedIOException _) {
        unsent.add(mail);
        return;
      }
    }
  }

  private List<String> wrong(Map<Integer, MailDesk.Sent> rows) {
    Map<Integer, List<String>> arrived = new TreeMap<>();
    for (String text : peer.texts()) {
      int mail = MailDesk.number(header(text, "Subject"));
      arrived.computeIfAbsent(mail, _ -> new ArrayList<>()).add(header(text, "Message-ID"));
    }
    List<String> wrong = new ArrayList<>();
    for (int mail = 0; mail < plan.mails(); mail++) {
      MailDesk.Sent row = rows.get(mail);
      List<String> ids = arrived.getOrDefault(mail, List.of());
      if (row == null) {
        wrong.add("mail " + mail + ": never taken");
      } else if (!agree(row, ids)) {
        wrong.add("mail %d: %s, arrived %d times".formatted(mail, row.status(), ids.size()));
      } else if (ids.stream().anyMatch(id -> !id.equals("<" + row.messageId() + ">"))) {
        wrong.add("mail %d: arrived as %s, not as %s".formatted(mail, ids, row.messageId()));
      }
    }
    return wrong;
  }

  private static boolean agree(MailDesk.Sent row, List<String> arrived) {
    return switch (row.status()) {
      case SENT -> arrived.size() == 1;
      case UNCONFIRMED -> arrived.size() <= 1;
      case PENDING_SEND, SENDING, FAILED, BOUNCED, CANCELLED -> false;
    };
  }

  private static String header(String text, String name) {
    return text.lines()
        .filter(line -> line.regionMatches(true, 0, name + ": ", 0, name.length() + 2))
        .findFirst()
        .orElseThrow()
        .substring(name.length() + 2)
        .strip();
  }
}
