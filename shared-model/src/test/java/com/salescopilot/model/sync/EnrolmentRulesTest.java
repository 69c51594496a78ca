package com.salescopilot.model.sync;

import static org.assertj.core.api.Assertions.assertThat;

import com.salescopilot.model.campaign.CampaignMove;
import com.salescopilot.model.campaign.EnrolmentMove;
import com.salescopilot.model.campaign.EnrolmentStatus;
import com.salescopilot.model.entity.Doc;
import com.salescopilot.model.entity.Entity;
import com.salescopilot.model.entity.RowKey;
import com.salescopilot.model.id.DerivedId;
import com.salescopilot.model.mail.CancelReason;
import com.salescopilot.model.value.Value;
import java.time.Duration;
import java.time.Instant;
import java.util.ArrayList;
import java.util.HashSet;
import java.util.List;
import java.util.Optional;
import java.util.Set;
import java.util.UUID;
import org.junit.jupiter.api.Test;

final class EnrolmentRulesTest {
  private static final Instant LATER = Office.NOW.plus(Duration.ofDays(9));

  private final Office office = new Office();
  private final UUID enrolment = office.enrolled("bo@x.example");

  @Test
  void all_orders_of_six_events_end_alike() {
    List<EnrolmentCommand> events =
        List.of(
            new EnrolmentCommand.Sent(enrolment, 1, 0, false, Office.NOW),
            new EnrolmentCommand.Sent(enrolment, 2, 0, true, LATER),
            propose(EnrolmentStatus.PAUSED, "OOO", Optional.of(LATER)),
            propose(EnrolmentStatus.PAUSED, "LEFT", Optional.empty()),
            propose(EnrolmentStatus.EXCLUDED, "REPLIED_ELSEWHERE", Optional.empty()),
            propose(EnrolmentStatus.EXCLUDED, "COMPANY_REPLIED", Optional.empty()));
    List<List<EnrolmentCommand>> sets = new ArrayList<>();
    sets.add(events);
    sets.add(events.subList(2, 4)); // only pauses
    sets.add(events.subList(2, 6)); // and two reasons of one rank
    Doc before = office.enrolment(enrolment);
    for (List<EnrolmentCommand> set : sets) {
      Set<Doc> ends = new HashSet<>();
      for (List<EnrolmentCommand> order : orders(set)) {
        office.rows.rows.put(before.key(), before);
        order.forEach(event -> office.done(office.server, event));
        ends.add(office.enrolment(enrolment));
      }
      assertThat(ends).as("%s", set).hasSize(1);
    }
  }

  @Test
  void of_two_pauses_the_one_without_an_end_stays() {
    office.done(office.server, propose(EnrolmentStatus.PAUSED, "LEFT", Optional.empty()));
    office.done(office.server, propose(EnrolmentStatus.PAUSED, "OOO", Optional.of(LATER)));
    assertThat(office.enrolment(enrolment).text("reason")).contains("LEFT");
    assertThat(office.enrolment(enrolment).get("resumeAt")).isEmpty();
  }

  @Test
  void the_last_step_completes_and_a_reply_outranks_it() {
    office.done(office.server, new EnrolmentCommand.Sent(enrolment, 2, 0, true, Office.NOW));
    assertThat(office.enrolment(enrolment).text("status")).contains("COMPLETED");
    assertThat(office.enrolment(enrolment).whole("currentStep")).isEqualTo(2);
    assertThat(office.enrolment(enrolment).instant("anchorAt")).contains(Office.NOW);
    office.done(office.server, propose(EnrolmentStatus.REPLIED, "", Optional.empty()));
    assertThat(office.enrolment(enrolment).text("status")).contains("REPLIED");
  }

  @Test
  void a_step_of_an_earlier_rotation_counts_no_more() {
    office.done(office.server, new EnrolmentCommand.Sent(enrolment, 1, 0, false, Office.NOW));
    office.done(office.ana, ask(EnrolmentMove.RESTART));
    office.done(office.server, new EnrolmentCommand.Sent(enrolment, 2, 0, false, LATER));
    assertThat(office.enrolment(enrolment).whole("currentStep")).isZero();
    assertThat(office.enrolment(enrolment).whole("rotation")).isEqualTo(1);
    assertThat(office.enrolment(enrolment).get("anchorAt")).isEmpty();
  }

  @Test
  void only_commands_go_down() {
    office.done(office.ana, ask(EnrolmentMove.PAUSE));
    office.done(office.ana, ask(EnrolmentMove.RESUME));
    assertThat(status()).isEqualTo(EnrolmentStatus.ACTIVE);
    office.done(office.ana, ask(EnrolmentMove.EXCLUDE));
    assertThat(office.enrolment(enrolment).text("reason")).contains("user");
    office.done(office.ana, ask(EnrolmentMove.RESUME));
    assertThat(office.enrolment(enrolment).get("reason")).isEmpty();
    office.done(office.server, propose(EnrolmentStatus.FAILED, "550", Optional.empty()));
    assertThat(office.refused(office.ana, ask(EnrolmentMove.RESUME))).isEqualTo(RejectCode.STATE);
    office.done(office.ana, ask(EnrolmentMove.RETRY));
    assertThat(status()).isEqualTo(EnrolmentStatus.ACTIVE);
    assertThat(office.enrolment(enrolment).whole("rotation")).isEqualTo(1);
  }

  @Test
  void nobody_begins_anew_who_opted_out_or_cannot_be_reached() {
    for (EnrolmentStatus end : List.of(EnrolmentStatus.BOUNCED, EnrolmentStatus.UNSUBSCRIBED)) {
      office.done(office.server, propose(end, "", Optional.empty()));
      assertThat(office.refused(office.ana, ask(EnrolmentMove.RESTART)))
          .isEqualTo(RejectCode.STATE);
    }
  }

  @Test
  void only_the_owner_of_the_campaign_or_an_admin_asks() {
    assertThat(office.refused(office.ben, ask(EnrolmentMove.PAUSE)))
        .isEqualTo(RejectCode.FORBIDDEN);
    office.done(office.chris, ask(EnrolmentMove.PAUSE));
  }

  @Test
  void an_undo_of_a_stop_goes_on() {
    Change pause = ask(EnrolmentMove.PAUSE);
    Change undo = Inverse.of(office.rows, pause).orElseThrow();
    office.done(office.ana, pause);
    office.done(office.ana, undo);
    assertThat(status()).isEqualTo(EnrolmentStatus.ACTIVE);
  }

  @Test
  void a_due_step_makes_its_mail_once_and_revives_one_that_was_taken_back() {
    office.done(
        office.ana,
        new CampaignCommand.Move(office.campaign, CampaignMove.START, Optional.empty()));
    EmailCommand.Due due = due(1, 0, "Hello");
    office.done(office.server, due);
    assertThat(office.take(office.server, due)).isEqualTo(Result.noOp());
    Doc mail = office.rows.get(Entity.EMAIL, due.email());
    assertThat(mail.text("status")).contains("PENDING_SEND");
    assertThat(mail.uuid("userId")).contains(office.ana.user().value());
    office.done(office.server, new EmailCommand.Withdraw(due.email(), CancelReason.PAUSED));
    office.done(office.server, due(1, 0, "Hello again"));
    Doc back = office.rows.get(Entity.EMAIL, due.email());
    assertThat(back.text("status")).contains("PENDING_SEND");
    assertThat(back.text("subject")).contains("Hello again");
    assertThat(back.get("cancelReason")).isEmpty();
  }

  @Test
  void nothing_is_made_for_whom_does_not_go_on() {
    assertThat(office.take(office.server, due(1, 0, "S"))).isEqualTo(Result.noOp());
    office.done(
        office.ana,
        new CampaignCommand.Move(office.campaign, CampaignMove.START, Optional.empty()));
    assertThat(office.take(office.server, due(1, 1, "S"))).isEqualTo(Result.noOp());
    office.done(office.ana, ask(EnrolmentMove.PAUSE));
    assertThat(office.take(office.server, due(1, 0, "S"))).isEqualTo(Result.noOp());
    office.done(office.ana, ask(EnrolmentMove.RESUME));
    office.done(
        office.ana,
        new Change.Create(
            new RowKey(Entity.SUPPRESSION, office.ids.next()),
            Office.fields("address", "bo@x.example")));
    assertThat(office.take(office.server, due(1, 0, "S"))).isEqualTo(Result.noOp());
    assertThat(office.refused(office.ana, due(1, 0, "S"))).isEqualTo(RejectCode.FORBIDDEN);
  }

  @Test
  void commands_of_enrolments_survive_the_wire() {
    for (EnrolmentMove move : EnrolmentMove.values()) {
      Change ask = new EnrolmentCommand.Ask(enrolment, move, Optional.of(LATER));
      assertThat(Codec.decode(Codec.encode(ask))).isEqualTo(ask);
    }
    for (Change change :
        List.of(
            due(2, 1, "S"),
            new EnrolmentCommand.Sent(enrolment, 2, 1, true, LATER),
            new EnrolmentCommand.Revive(enrolment),
            propose(EnrolmentStatus.PAUSED, "OOO", Optional.of(LATER)),
            new CampaignCommand.Reorder(office.campaign, List.of(enrolment), List.of(enrolment)))) {
      assertThat(Codec.decode(Codec.encode(change))).isEqualTo(change);
    }
  }

  private EmailCommand.Due due(int position, int rotation, String subject) {
    UUID prospect = office.enrolment(enrolment).uuid("prospectId").orElseThrow();
    return new EmailCommand.Due(
        DerivedId.stepEmail(office.campaign, prospect, position, rotation),
        office.campaign,
        prospect,
        position,
        rotation,
        "A",
        Optional.empty(),
        0,
        Optional.empty(),
        "bo@x.example",
        subject,
        new Value.Fields(Office.fields("html", "<p>H</p>", "text", "H")),
        Optional.empty(),
        Office.NOW,
        Optional.of(new Value.Fields(Office.fields("score", "80"))));
  }

  private EnrolmentStatus status() {
    return EnrolmentRules.status(office.enrolment(enrolment));
  }

  private Change ask(EnrolmentMove move) {
    return new EnrolmentCommand.Ask(enrolment, move, Optional.empty());
  }

  private EnrolmentCommand propose(
      EnrolmentStatus status, String reason, Optional<Instant> resumeAt) {
    return new EnrolmentCommand.Propose(
        enrolment, status, Optional.of(reason).filter(r -> !r.isEmpty()), resumeAt);
  }

  private static List<List<EnrolmentCommand>> orders(List<EnrolmentCommand> events) {
    if (events.isEmpty()) {
      return List.of(List.of());
    }
    List<List<EnrolmentCommand>> all = new ArrayList<>();
    for (int i = 0; i < events.size(); i++) {
      List<EnrolmentCommand> rest = new ArrayList<>(events);
      EnrolmentCommand first = rest.remove(i);
      for (List<EnrolmentCommand> order : orders(rest)) {
        List<EnrolmentCommand> whole = new ArrayList<>(List.of(first));
        whole.addAll(order);
        all.add(whole);
      }
    }
    return all;
  }
}
