package com.salescopilot.model.preflight;

import static org.assertj.core.api.Assertions.assertThat;

import com.salescopilot.model.entity.Doc;
import com.salescopilot.model.entity.Entity;
import com.salescopilot.model.letter.Letter;
import com.salescopilot.model.letter.LetterSource;
import com.salescopilot.model.letter.Sender;
import com.salescopilot.model.mail.Gate;
import com.salescopilot.model.preflight.Finding.Code;
import com.salescopilot.model.sync.CampaignCommand.Move.Waiting;
import com.salescopilot.model.template.FieldCatalogue;
import com.salescopilot.model.template.PickSeed;
import com.salescopilot.model.value.CanonicalJson;
import com.salescopilot.model.value.Value;
import java.time.Instant;
import java.util.ArrayList;
import java.util.List;
import java.util.Map;
import java.util.SortedMap;
import java.util.TreeMap;
import java.util.UUID;
import org.junit.jupiter.api.Test;

final class PreflightTest {
  private static final Instant NOW = Instant.parse("2026-09-01T08:00:00Z");
  private static final Sender ANA = new Sender("Ana", "Diaz", "ana@a.example");
  private static final FieldCatalogue FIELDS = new FieldCatalogue(List.of("plan", "timezone"));
  private static final String GOOD =
      "Hello {{firstName}}, how do you plan the work of {{company}}? I ask because we build a tool"
          + " for it. Would a short look at it help you?\n\n{{unsubscribeUrl}}";

  private Doc campaign = new Doc(Entity.CAMPAIGN, new UUID(1, 1), 1, new TreeMap<>());
  private final List<Doc> steps = new ArrayList<>();
  private final List<Facts.Person> people = new ArrayList<>();
  private Facts.Way way = Facts.Way.OPEN;

  @Test
  void a_campaign_that_is_fit_may_start() {
    step(1, "A", "Question", GOOD);
    person("Bo");
    assertThat(Preflight.refusal(find(), Waiting.REFUSED)).isEmpty();
  }

  @Test
  void a_campaign_by_hand_is_looked_at_for_its_dates_alone() {
    assertThat(find()).isEmpty();
    campaign = campaign.with("endDate", NOW);
    assertThat(codes()).containsExactly(Code.DATES);
    campaign = campaign.with("endDate", NOW.plusSeconds(9)).with("startDate", NOW.plusSeconds(9));
    assertThat(codes()).containsExactly(Code.DATES);
  }

  @Test
  void what_nobody_could_mend_later_blocks() {
    step(1, "A", "", "Hello {{fristName}}");
    step(3, "A", "", "");
    step(4, "B", "", GOOD);
    way = Facts.Way.NONE;
    assertThat(codes())
        .contains(
            Code.NO_PROSPECTS,
            Code.NO_MAILBOX,
            Code.TEMPLATE_ERROR,
            Code.EMPTY_SUBJECT,
            Code.EMPTY_BODY,
            Code.POSITION_GAP);
    assertThat(Preflight.refusal(find(), Waiting.ACCEPTED)).isPresent();
  }

  @Test
  void a_mail_without_a_way_out_or_with_a_placeholder_of_another_program_blocks() {
    step(1, "A", "Question", "Hello [firstname], see https:// for more");
    person("Bo");
    assertThat(codes()).contains(Code.NO_UNSUBSCRIBE, Code.LEFTOVER_MARKUP);
  }

  @Test
  void whose_data_lacks_something_waits_and_the_others_go_on() {
    step(1, "A", "Question", GOOD);
    person("Bo");
    person("");
    people.add(new Facts.Person(prospect("Cy"), Gate.Reach.SUPPRESSED, Facts.Elsewhere.YES));
    List<Finding> found = find();
    assertThat(found)
        .extracting(Finding::code)
        .contains(Code.EMPTY_FIELD, Code.SUPPRESSED, Code.ENROLLED_ELSEWHERE);
    assertThat(Preflight.refusal(found, Waiting.REFUSED)).isPresent();
    assertThat(Preflight.refusal(found, Waiting.ACCEPTED)).isEmpty();
  }

  @Test
  void a_greeting_by_a_name_of_its_own_waits_for_all_who_are_called_otherwise() {
    step(1, "A", "Question", GOOD.replace("{{firstName}}", "Bo"));
    person("Bo");
    person("Cy");
    assertThat(find())
        .filteredOn(finding -> finding.code() == Code.WRONG_NAME)
        .extracting(finding -> finding.prospect().orElseThrow())
        .containsExactly(people.getLast().prospect().id());
  }

  @Test
  void a_variant_that_nobody_gets_is_not_judged() {
    step(1, "A", "Question", GOOD);
    Doc nobodys = step(1, "B", "", "").with("weight", 0);
    steps.set(1, nobodys);
    person("Bo");
    assertThat(Preflight.refusal(find(), Waiting.REFUSED)).isEmpty();
  }

  @Test
  void zones_that_do_not_exist_and_a_drain_of_months_are_told() {
    step(1, "A", "Question", GOOD);
    campaign =
        campaign.with(
            "policy",
            new Value.Fields(
                new TreeMap<>(
                    Map.of("zone", Value.text("Mars/Base"), "dailyCap", Value.whole(1)))));
    for (int i = 0; i < 31; i++) {
      person("Bo");
    }
    assertThat(codes()).contains(Code.BAD_ZONE, Code.CAPACITY);
  }

  @Test
  void no_value_of_one_prospect_stands_in_the_mail_of_another() {
    Doc step =
        step(
            1,
            "A",
            "{{firstName}} {{custom.plan | \"none\"}}",
            "{{firstName}} {{lastName | \"x\"}} {{company | \"your team\"}} {{jobTitle | \"y\"}}"
                + " {{email}} {{custom.plan | \"none\"}} {{sender.firstName}}");
    LetterSource source = LetterSource.of(step, FIELDS);
    for (int i = 0; i < 1_000; i++) {
      String mark = "v" + i + "v";
      Doc prospect = prospect(mark).with("email", mark + "@b.example");
      if (i % 2 == 0) {
        prospect =
            prospect
                .with("lastName", mark + "{{firstName}}")
                .with("company", mark)
                .with("customFields", new Value.Fields(fields("plan", mark)));
      }
      Letter letter = source.to(Letter.values(prospect, ANA), PickSeed.to(prospect.id()));
      assertThat(letter).isInstanceOf(Letter.Ready.class);
      String all =
          ((Letter.Ready) letter).subject()
              + CanonicalJson.of(((Letter.Ready) letter).body()).replace(mark, "");
      assertThat(all.replace(mark, "")).doesNotContainPattern("v[0-9]+v");
    }
  }

  private List<Finding> find() {
    return Preflight.of(new Facts(campaign, steps, people, way, ANA, FIELDS, NOW));
  }

  private List<Code> codes() {
    return find().stream().map(Finding::code).distinct().toList();
  }

  private Doc step(int position, String variant, String subject, String text) {
    SortedMap<String, Value> fields =
        fields("variant", variant, "threadMode", position == 1 ? "NEW" : "REPLY");
    if (!subject.isEmpty()) {
      fields.put("subject", Value.text(subject));
    }
    fields.put("position", Value.whole(position));
    fields.put("weight", Value.whole(1));
    fields.put("body", new Value.Fields(fields("text", text)));
    Doc step = new Doc(Entity.CAMPAIGN_STEP, new UUID(2, steps.size()), 1, fields);
    steps.add(step);
    return step;
  }

  private void person(String firstName) {
    people.add(new Facts.Person(prospect(firstName), Gate.Reach.OPEN, Facts.Elsewhere.NO));
  }

  private Doc prospect(String firstName) {
    SortedMap<String, Value> fields = fields("email", "p@b.example", "company", "Acme");
    if (!firstName.isEmpty()) {
      fields.put("firstName", Value.text(firstName));
    }
    return new Doc(Entity.PROSPECT, new UUID(3, people.size()), 1, fields);
  }

  private static SortedMap<String, Value> fields(String... pairs) {
    SortedMap<String, Value> fields = new TreeMap<>();
    for (int i = 0; i < pairs.length; i += 2) {
      fields.put(pairs[i], Value.text(pairs[i + 1]));
    }
    return fields;
  }
}
