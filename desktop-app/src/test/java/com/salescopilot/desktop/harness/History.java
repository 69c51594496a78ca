package com.salescopilot.desktop.harness;

import com.salescopilot.model.entity.Doc;
import com.salescopilot.model.entity.Entity;
import com.salescopilot.model.id.UuidV7;
import com.salescopilot.model.mail.EmailStatus;
import com.salescopilot.model.mail.Tracking;
import com.salescopilot.model.stats.Signal;
import com.salescopilot.model.stats.Signals;
import java.time.Duration;
import java.time.InstantSource;
import java.util.ArrayList;
import java.util.List;
import java.util.Random;
import java.util.TreeMap;
import java.util.UUID;
import java.util.stream.Stream;

/// Rows as the server would have sent them, of days of work.
public final class History {
  private static final UUID ADA = DeskFixture.ADA.user().value();

  private final UuidV7 ids = new UuidV7(InstantSource.fixed(DeskFixture.NOW), new Random(3));
  private final List<Doc> rows = new ArrayList<>();

  public UUID prospect(String first, String last, String email) {
    return add(
        row(Entity.PROSPECT).with("firstName", first).with("lastName", last).with("email", email));
  }

  public UUID campaign(String name, String status) {
    return add(row(Entity.CAMPAIGN).with("name", name).with("status", status).with("userId", ADA));
  }

  /// A mail of Ada's that was sent some time ago.
  public Mail sent(UUID prospect, String subject, Duration ago) {
    return mail(ADA, prospect, subject, EmailStatus.SENT).at("sentAt", ago);
  }

  public Mail mail(UUID sender, UUID prospect, String subject, EmailStatus status) {
    return new Mail(
        row(Entity.EMAIL)
            .with("userId", sender)
            .with("prospectId", prospect)
            .with("subject", subject)
            .with("status", status.name())
            .with("tracking", Tracking.IDENTIFIED.name()));
  }

  /// A mail that is being described; it is there once it is `kept`.
  public final class Mail {
    private final Doc row;

    private Mail(Doc row) {
      this.row = row;
    }

    public Mail at(String field, Duration ago) {
      return new Mail(row.with(field, DeskFixture.NOW.minus(ago)));
    }

    public Mail opened(Duration ago) {
      return at("openedAt", ago);
    }

    public Mail replied(Duration ago) {
      return at("repliedAt", ago);
    }

    /// What counts of what was done with it, the newest first.
    public Mail did(Signal.Kind kind, Duration... ago) {
      List<Signal> all =
          Stream.of(ago)
              .map(each -> new Signal(kind, row.id(), DeskFixture.NOW.minus(each)))
              .toList();
      return new Mail(row.with("signals", Signals.counted(all).value()));
    }

    public Mail untracked() {
      return new Mail(row.with("tracking", Tracking.OFF.name()));
    }

    public Mail with(String field, String text) {
      return new Mail(row.with(field, text));
    }

    public UUID kept() {
      return add(row);
    }
  }

  /// Puts all that was described so far on a desk.
  public void arriveOn(DeskFixture desk) {
    desk.arrived(rows);
    rows.clear();
  }

  /// A month of a busy person's mails, the same every time.
  public static History month() {
    History all = new History();
    Random random = new Random(11);
    List<String> subjects =
        List.of(
            "A shorter way through your month-end close",
            "Re: numbers for Thursday",
            "Your pilot",
            "One question about the rollout in Graz and what it would take to be done by June");
    List<UUID> people = new ArrayList<>();
    people.add(all.prospect("Bo", "Berg", "bo@x.example"));
    people.add(all.prospect("Cy", "Čapek", "cy@x.example"));
    people.add(all.prospect("Dora", "Diaz", "dora@x.example"));
    people.add(all.prospect("Émile", "Zola", "emile@x.example"));
    people.add(all.prospect("Fatima", "Farouk", "fatima@x.example"));
    people.add(all.prospect("Grace", "Hopper", "grace@x.example"));
    UUID _ = all.campaign("Spring", "ACTIVE");
    UUID _ = all.campaign("Autumn", "COMPLETED");
    for (int i = 0; i < 180; i++) {
      Duration ago = Duration.ofMinutes(random.nextInt(60 * 24 * 32));
      Mail mail =
          all.sent(
              people.get(random.nextInt(people.size())),
              subjects.get(random.nextInt(subjects.size())),
              ago);
      long minutes = ago.toMinutes();
      if (random.nextInt(100) < 35) {
        mail = mail.opened(Duration.ofMinutes(minutes * random.nextInt(60, 99) / 100));
        if (random.nextInt(100) < 40) {
          mail = mail.replied(Duration.ofMinutes(minutes * random.nextInt(20, 60) / 100));
        }
      }
      UUID _ = mail.kept();
    }
    UUID _ = all.mail(ADA, people.getFirst(), "Later", EmailStatus.PENDING_SEND).kept();
    UUID _ = all.mail(ADA, people.getLast(), "Gone", EmailStatus.BOUNCED).kept();
    return all;
  }

  private UUID add(Doc row) {
    rows.add(row);
    return row.id();
  }

  private Doc row(Entity entity) {
    return new Doc(entity, ids.next(), 1, new TreeMap<>());
  }
}
