package com.salescopilot.desktop.screens;

import com.salescopilot.desktop.harness.DeskFixture;
import com.salescopilot.desktop.harness.History;
import com.salescopilot.model.campaign.CampaignStatus;
import com.salescopilot.model.campaign.EnrolmentStatus;
import com.salescopilot.model.entity.Doc;
import com.salescopilot.model.entity.Entity;
import com.salescopilot.model.entity.RowKey;
import com.salescopilot.model.id.DerivedId;
import com.salescopilot.model.id.UuidV7;
import com.salescopilot.model.mail.EmailStatus;
import com.salescopilot.model.mail.Tracking;
import com.salescopilot.model.sync.Conflict;
import com.salescopilot.model.task.TaskKind;
import com.salescopilot.model.value.Value;
import java.time.Duration;
import java.time.InstantSource;
import java.util.ArrayList;
import java.util.List;
import java.util.Map;
import java.util.Random;
import java.util.TreeMap;
import java.util.UUID;

/// A desk after some weeks of work, the same every time, with the rows that screens are shown for.
///
/// @param planned a campaign with steps that has not been started
record BusyDesk(UUID prospect, UUID campaign, UUID planned, UUID template, UUID draft) {
  private static final List<String> FIRST =
      List.of("Bo", "Cy", "Dora", "Émile", "Fatima", "Grace", "Hugo", "Ines", "Jan", "Karin");
  private static final List<String> LAST =
      List.of("Berg", "Čapek", "Diaz", "Ebner-Schwarzenberg", "Farouk", "Hopper", "Iwanow");
  private static final List<String> COMPANIES =
      List.of("Bright GmbH", "Norddeutsche Verwaltungsgesellschaft mbH", "Xenon", "Zest & Co");
  private static final List<String> TITLES =
      List.of("Head of research and development", "CFO", "Buyer", "Managing director");
  private static final List<EnrolmentStatus> STEPS =
      List.of(
          EnrolmentStatus.REPLIED,
          EnrolmentStatus.ACTIVE,
          EnrolmentStatus.COMPLETED,
          EnrolmentStatus.BOUNCED);

  static BusyDesk of(DeskFixture desk) {
    History.month().arriveOn(desk);
    return new Setting(desk).filled();
  }

  private static final class Setting {
    private final DeskFixture desk;
    private final UuidV7 ids = new UuidV7(InstantSource.fixed(DeskFixture.NOW), new Random(5));
    private final List<Doc> rows = new ArrayList<>();

    Setting(DeskFixture desk) {
      this.desk = desk;
    }

    BusyDesk filled() {
      List<UUID> people = new ArrayList<>();
      for (int i = 0; i < 40; i++) {
        people.add(person(i));
      }
      UUID campaign = campaign("Those who grew in autumn", CampaignStatus.ACTIVE);
      UUID planned = campaign("Before the fair in Hannover", CampaignStatus.DRAFT);
      campaign("Old customers", CampaignStatus.PAUSED);
      for (int i = 0; i < 12; i++) {
        enrol(campaign, people.get(i), STEPS.get(i % STEPS.size()));
      }
      for (int i = 12; i < 17; i++) {
        enrol(planned, people.get(i), EnrolmentStatus.ACTIVE);
      }
      step(planned, 1, "A", "A question about {{company}}");
      step(planned, 1, "B", "{{firstName}}, one question");
      step(planned, 2, "A", "");
      UUID template =
          template("First letter", "A question, {{firstName | \"there\"}}", "introduction");
      template("After the demo", "What we spoke about", "follow-up");
      template("Ein langer Titel für eine Vorlage, die niemand kürzen wollte", "Kurz", "follow-up");
      made(template, 3, 45, 5);
      made(template, 2, 412, 31);
      task("Call about the numbers for Thursday", people.get(2), Duration.ofMinutes(90));
      task("Send the offer", people.get(4), Duration.ofHours(3));
      task("Prepare the fair in Hannover", people.get(5), Duration.ofDays(6));
      clash(people.get(3));
      clashOfTexts(template);
      desk.arrived(rows);
      change(people.get(1));
      return new BusyDesk(people.getFirst(), campaign, planned, template, draft(people.getFirst()));
    }

    private UUID person(int i) {
      String first = FIRST.get(i % FIRST.size());
      String last = LAST.get(i % LAST.size());
      return add(
          row(Entity.PROSPECT)
              .with("firstName", first)
              .with("lastName", last)
              .with("email", "p%d@%s.example".formatted(i, (char) ('a' + i % 7)))
              .with("company", COMPANIES.get(i % COMPANIES.size()))
              .with("jobTitle", TITLES.get(i % TITLES.size())));
    }

    private UUID campaign(String name, CampaignStatus status) {
      return add(
          row(Entity.CAMPAIGN)
              .with("name", name)
              .with("description", "Written by hand, one letter at a time.")
              .with("status", status.name())
              .with("userId", DeskFixture.ADA.user().value())
              .with("createdAt", DeskFixture.NOW.minus(Duration.ofDays(20))));
    }

    private void enrol(UUID campaign, UUID prospect, EnrolmentStatus status) {
      rows.add(
          new Doc(
                  Entity.CAMPAIGN_PROSPECT,
                  DerivedId.enrolment(campaign, prospect),
                  1,
                  new TreeMap<>())
              .with("campaignId", campaign)
              .with("prospectId", prospect)
              .with("status", status.name())
              .with("enrolledAt", DeskFixture.NOW.minus(Duration.ofDays(12))));
      if (status != EnrolmentStatus.ACTIVE) {
        Doc mail =
            row(Entity.EMAIL)
                .with("userId", DeskFixture.ADA.user().value())
                .with("campaignId", campaign)
                .with("prospectId", prospect)
                .with("toEmail", "somebody@a.example")
                .with("subject", "A question about your plans")
                .with("tracking", Tracking.IDENTIFIED.name())
                .with("status", EmailStatus.SENT.name())
                .with("createdAt", DeskFixture.NOW.minus(Duration.ofDays(9)))
                .with("sentAt", DeskFixture.NOW.minus(Duration.ofDays(9)));
        add(
            status == EnrolmentStatus.REPLIED
                ? mail.with("openedAt", DeskFixture.NOW.minus(Duration.ofDays(8)))
                    .with("repliedAt", DeskFixture.NOW.minus(Duration.ofDays(7)))
                : mail);
      }
    }

    private void step(UUID campaign, int position, String variant, String subject) {
      boolean first = position == 1;
      Doc row =
          row(Entity.CAMPAIGN_STEP)
              .with("campaignId", campaign)
              .with("position", position)
              .with("variant", variant)
              .with("weight", 1)
              .with("delayAmount", first ? 0 : 3)
              .with("delayUnit", "BUSINESS")
              .with("threadMode", first ? "NEW" : "REPLY")
              .with(
                  "body",
                  new Value.Fields(
                      new TreeMap<>(
                          Map.of(
                              "html",
                              Value.text(
                                  "<p>Dear {{firstName}},</p><p>how does {{company}} close its"
                                      + " month? Would a list help you?</p><p>No more mails:"
                                      + " {{unsubscribeUrl}}</p>")))));
      rows.add(subject.isEmpty() ? row : row.with("subject", subject));
    }

    private UUID template(String title, String subject, String category) {
      return add(
          row(Entity.TEMPLATE)
              .with("title", title)
              .with("subject", subject)
              .with("description", "Short, and with one question only.")
              .with("category", category)
              .with("revision", 3)
              .with(
                  "content",
                  "<p>Dear {{firstName | \"there\"}},</p><p>how does <strong>{{company}}</strong>"
                      + " close its month?</p><p>Best<br>Ada</p>"));
    }

    /// A colleague's mails.
    private void made(UUID template, int revision, int sent, int replied) {
      UUID colleague = ids.next();
      for (int i = 0; i < sent; i++) {
        Doc mail =
            row(Entity.EMAIL)
                .with("userId", colleague)
                .with("templateId", template)
                .with("templateRevision", revision)
                .with("tracking", Tracking.IDENTIFIED.name())
                .with("status", EmailStatus.SENT.name())
                .with("sentAt", DeskFixture.NOW.minus(Duration.ofDays(6)));
        mail = i < 2 * replied ? mail.with("openedAt", DeskFixture.NOW) : mail;
        add(i < replied ? mail.with("repliedAt", DeskFixture.NOW) : mail);
      }
    }

    private void task(String title, UUID prospect, Duration from) {
      add(
          row(Entity.TASK)
              .with("kind", TaskKind.MANUAL.name())
              .with("title", title)
              .with("prospectId", prospect)
              .with("dueAt", DeskFixture.NOW.plus(from)));
    }

    private void clash(UUID prospect) {
      add(
          row(Entity.CONFLICT)
              .with("kind", Conflict.Kind.FIELD.name())
              .with("entity", Entity.PROSPECT.table())
              .with("entityId", prospect)
              .with("field", "company")
              .with("mine", "Bright AG")
              .with("theirs", "Bright Holding")
              .with("theirsAt", DeskFixture.NOW.minus(Duration.ofMinutes(10)))
              .with("mutationId", ids.next())
              .with("createdAt", DeskFixture.NOW));
    }

    private void clashOfTexts(UUID template) {
      add(
          row(Entity.CONFLICT)
              .with("kind", Conflict.Kind.FIELD.name())
              .with("entity", Entity.TEMPLATE.table())
              .with("entityId", template)
              .with("field", "content")
              .with(
                  "mine",
                  "<p>Dear {{firstName | \"there\"}},</p><p>how does <strong>{{company}}</strong>"
                      + " close its month? Most do it with a list.</p><p>Best<br>Ada</p>")
              .with(
                  "theirs",
                  "<p>Dear {{firstName | \"there\"}},</p><p>how do you close your month?"
                      + " Most do it by hand.</p><p>Kind regards<br>Ben</p>")
              .with("theirsAt", DeskFixture.NOW.minus(Duration.ofHours(2)))
              .with("mutationId", ids.next())
              .with("createdAt", DeskFixture.NOW.minus(Duration.ofHours(1))));
    }

    private void change(UUID prospect) {
      Doc seen = desk.row(new RowKey(Entity.PROSPECT, prospect)).orElseThrow();
      desk.edits().patch(seen, Map.of("company", "Norddeutsche VG"));
    }

    private UUID draft(UUID prospect) {
      return desk.edits()
          .create(
              Entity.EMAIL_DRAFT,
              Map.of(
                  "prospectId",
                  prospect.toString(),
                  "subject",
                  "A question about your plans, {{firstName}}",
                  "bodyHtml",
                  "<p>Dear {{firstName | \"there\"}},</p><p>you grew a lot this year. How does"
                      + " <strong>{{company}}</strong> close its month?</p><ul><li>by"
                      + " hand</li><li>with a list</li></ul><p>Best<br>Ada</p>"))
          .row()
          .id();
    }

    private UUID add(Doc row) {
      rows.add(row);
      return row.id();
    }

    private Doc row(Entity entity) {
      return new Doc(entity, ids.next(), 1, new TreeMap<>());
    }
  }
}
