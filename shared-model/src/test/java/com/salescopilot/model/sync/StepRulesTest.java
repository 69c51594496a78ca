package com.salescopilot.model.sync;

import static org.assertj.core.api.Assertions.assertThat;

import com.salescopilot.model.entity.Doc;
import com.salescopilot.model.entity.Entity;
import com.salescopilot.model.entity.RowKey;
import com.salescopilot.model.value.Value;
import java.util.List;
import java.util.Optional;
import java.util.OptionalLong;
import java.util.UUID;
import org.junit.jupiter.api.Test;

final class StepRulesTest {
  private final Office office = new Office();

  @Test
  void a_step_gets_what_its_author_left_open() {
    Doc first = office.rows.get(Entity.CAMPAIGN_STEP, office.step(1, "A"));
    Doc second = office.rows.get(Entity.CAMPAIGN_STEP, office.step(2, "A"));
    assertThat(first.whole("delayAmount")).isZero();
    assertThat(first.text("threadMode")).contains("NEW");
    assertThat(second.whole("delayAmount")).isEqualTo(3);
    assertThat(second.text("delayUnit")).contains("BUSINESS");
    assertThat(second.text("threadMode")).contains("REPLY");
    assertThat(second.whole("weight")).isEqualTo(1);
  }

  @Test
  void a_step_whose_place_is_taken_comes_behind_the_last() {
    office.step(1, "A");
    office.step(2, "A");
    UUID id = office.ids.next();
    Result result = office.take(office.chris, office.newStep(id, 1, "A"));
    assertThat(result.outcome()).isEqualTo(new Outcome.Merged(id));
    assertThat(office.place(id)).isEqualTo("3A");
  }

  @Test
  void a_variant_whose_letter_is_taken_gets_the_next_free_one() {
    office.step(1, "A");
    office.step(1, "B");
    UUID id = office.ids.next();
    office.take(office.chris, office.newStep(id, 1, "B"));
    assertThat(office.place(id)).isEqualTo("1C");
  }

  @Test
  void a_campaign_has_at_most_20_steps() {
    office.step(20, "A");
    assertThat(office.refused(office.ana, office.newStep(office.ids.next(), 20, "A")))
        .isEqualTo(RejectCode.INVALID);
    assertThat(office.refused(office.ana, office.newStep(office.ids.next(), 21, "A")))
        .isEqualTo(RejectCode.INVALID);
  }

  @Test
  void only_the_owner_of_the_campaign_or_an_admin_changes_its_steps() {
    UUID step = office.step(1, "A");
    RowKey key = new RowKey(Entity.CAMPAIGN_STEP, step);
    Change edit = Office.patch(key, "subject", Optional.of(Value.text("S")), Value.text("T"));
    assertThat(office.refused(office.ben, office.newStep(office.ids.next(), 2, "A")))
        .isEqualTo(RejectCode.FORBIDDEN);
    assertThat(office.refused(office.ben, edit)).isEqualTo(RejectCode.FORBIDDEN);
    assertThat(office.refused(office.ben, new Change.Delete(key, OptionalLong.empty())))
        .isEqualTo(RejectCode.FORBIDDEN);
    office.done(office.chris, edit);
  }

  @Test
  void a_value_that_no_step_can_have_is_refused_by_name() {
    RowKey key = new RowKey(Entity.CAMPAIGN_STEP, office.step(1, "A"));
    Optional<Value> none = Optional.empty();
    for (var bad :
        List.of(
            Office.patch(key, "delayUnit", none, Value.text("WEEKS")),
            Office.patch(key, "delayAmount", none, Value.whole(366)),
            Office.patch(key, "weight", none, Value.whole(-1)),
            Office.patch(key, "threadMode", none, Value.text("SIDEWAYS")))) {
      Result result = office.take(office.ana, bad);
      assertThat(((Outcome.Rejected) result.outcome()).field()).isEqualTo(bad.set().firstKey());
    }
  }

  @Test
  void steps_change_places_with_their_variants() {
    UUID one = office.step(1, "A");
    UUID oneB = office.step(1, "B");
    UUID two = office.step(2, "A");
    List<UUID> was = List.of(one, oneB, two);
    List<UUID> now = List.of(two, one, oneB);
    office.done(office.ana, new CampaignCommand.Reorder(office.campaign, was, now));
    assertThat(List.of(one, oneB, two)).map(office::place).containsExactly("2A", "2B", "1A");
    Change undo = new CampaignCommand.Reorder(office.campaign, now, was);
    office.done(office.ana, undo);
    assertThat(List.of(one, oneB, two)).map(office::place).containsExactly("1A", "1B", "2A");
  }

  @Test
  void an_order_that_somebody_changed_meanwhile_is_refused_as_a_whole() {
    UUID one = office.step(1, "A");
    UUID two = office.step(2, "A");
    UUID three = office.step(3, "A");
    office.done(
        office.chris,
        new CampaignCommand.Reorder(
            office.campaign, List.of(one, two, three), List.of(two, one, three)));
    assertThat(
            office.refused(
                office.ana,
                new CampaignCommand.Reorder(
                    office.campaign, List.of(one, two, three), List.of(three, two, one))))
        .isEqualTo(RejectCode.STATE);
    assertThat(
            office.refused(
                office.ana,
                new CampaignCommand.Reorder(
                    office.campaign, List.of(one, three), List.of(three, one))))
        .isEqualTo(RejectCode.STATE);
  }

  @Test
  void a_gap_is_closed_by_a_new_order() {
    UUID one = office.step(1, "A");
    UUID three = office.step(3, "A");
    List<UUID> all = List.of(one, three);
    office.done(office.ana, new CampaignCommand.Reorder(office.campaign, all, all));
    assertThat(office.place(three)).isEqualTo("2A");
  }

  @Test
  void an_order_holds_each_step_once_and_begins_with_a_first_variant() {
    UUID one = office.step(1, "A");
    UUID oneB = office.step(1, "B");
    for (List<UUID> now :
        List.of(List.of(one), List.of(one, one), List.of(oneB, one), List.of(one, oneB, oneB))) {
      assertThat(
              office.refused(
                  office.ana,
                  new CampaignCommand.Reorder(office.campaign, List.of(one, oneB), now)))
          .isEqualTo(RejectCode.INVALID);
    }
  }
}
