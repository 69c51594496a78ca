package com.salescopilot.model.schedule;

import static org.assertj.core.api.Assertions.assertThat;

import com.salescopilot.model.value.Value;
import com.salescopilot.model.value.ValueJson;
import java.time.DayOfWeek;
import java.time.LocalDate;
import java.time.LocalTime;
import java.time.ZoneId;
import java.util.List;
import java.util.stream.Stream;
import org.junit.jupiter.api.Test;

final class PolicyTest {

  @Test
  void of_the_levels_the_strictest_wins_and_of_zones_the_most_specific() {
    Rules rules =
        Rules.of(
            List.of(
                policy(
                    "{'days':['MON','TUE','SAT'],'from':'10:00','gapSeconds':30,'dailyCap':20,"
                        + "'ramp':true,'holidays':['DE'],'zone':'Europe/Berlin'}"),
                policy("{'to':'16:00','gapSeconds':90,'dailyCap':80}"),
                policy(
                    "{'days':['TUE','WED','SAT'],'from':'08:00','ramp':false,"
                        + "'holidays':['2026-05-05'],'zone':'Asia/Tokyo'}")));
    assertThat(rules.days()).containsExactly(DayOfWeek.TUESDAY, DayOfWeek.SATURDAY);
    assertThat(rules.from()).isEqualTo(LocalTime.of(10, 0));
    assertThat(rules.to()).isEqualTo(LocalTime.of(16, 0));
    assertThat(rules.gapSeconds()).isEqualTo(90);
    assertThat(rules.dailyCap()).isEqualTo(20);
    assertThat(rules.ramp()).isTrue();
    assertThat(rules.zone()).isEqualTo(ZoneId.of("Asia/Tokyo"));
    assertThat(rules.opens(LocalDate.of(2026, 5, 5))).isFalse();
    assertThat(rules.opens(LocalDate.of(2026, 5, 12))).isTrue();
  }

  @Test
  void a_default_holds_only_where_no_level_says_anything() {
    Rules rules = Rules.of(List.of(policy("{'days':['SUN'],'gapSeconds':5,'dailyCap':500}")));
    assertThat(rules.days()).containsExactly(DayOfWeek.SUNDAY);
    assertThat(rules.gapSeconds()).isEqualTo(5);
    assertThat(rules.dailyCap()).isEqualTo(500);
    assertThat(rules.from()).isEqualTo(LocalTime.of(9, 0));
    assertThat(rules.to()).isEqualTo(LocalTime.of(17, 0));
    assertThat(rules.ramp()).isTrue();
  }

  @Test
  void all_mistakes_are_told_at_once() {
    PolicyJson.Reading reading =
        PolicyJson.read(
            fields(
                "{'days':['MON','Tuesday'],'from':'9:00','gapSeconds':-1,'dailyCap':'many',"
                    + "'ramp':'yes','zone':'+02:00','holidays':['DE','XX'],'window':1}"));
    assertThat(reading.problems().stream().map(PolicyJson.Problem::pointer))
        .containsExactlyInAnyOrder(
            "/days/1",
            "/from",
            "/gapSeconds",
            "/dailyCap",
            "/ramp",
            "/zone",
            "/holidays/1",
            "/window");
    assertThat(reading.policy().days().orElseThrow()).containsExactly(DayOfWeek.MONDAY);
    assertThat(problems("{'from':'17:00','to':'17:00'}")).containsExactly("/to");
    assertThat(problems("{'days':[]}")).containsExactly("/days");
  }

  @Test
  void what_a_workspace_sets_beside_keeps_no_campaign_from_being_planned() {
    assertThat(
            StoredState.workspace(
                    "{\"dailyCap\":7,\"other\":99999999999999999999,\"list\":[null],\"from\":false}")
                .dailyCap())
        .hasValue(7);
    assertThat(StoredState.workspace("[]")).isEqualTo(Policy.NONE);
  }

  @Test
  void what_was_written_is_read_again() {
    for (long seed = 0; seed < 500; seed++) {
      RandomScene scene = new RandomScene(seed);
      Stream.concat(
              Stream.of(scene.workspace),
              scene.state.campaigns().stream().map(State.Campaign::policy))
          .forEach(
              policy -> {
                PolicyJson.Reading reading = PolicyJson.read(PolicyJson.write(policy));
                assertThat(reading.problems()).isEmpty();
                assertThat(reading.policy()).isEqualTo(policy);
              });
    }
  }

  @Test
  void holidays_are_those_of_the_calendar() {
    assertThat(holidays("DE", 2026))
        .containsExactly(
            "2026-01-01",
            "2026-04-03",
            "2026-04-06",
            "2026-05-01",
            "2026-05-14",
            "2026-05-25",
            "2026-10-03",
            "2026-12-25",
            "2026-12-26");
    assertThat(holidays("US", 2026))
        .containsExactly(
            "2026-01-01",
            "2026-01-19",
            "2026-02-16",
            "2026-05-25",
            "2026-06-19",
            "2026-07-04",
            "2026-09-07",
            "2026-10-12",
            "2026-11-11",
            "2026-11-26",
            "2026-12-25");
    assertThat(holidays("GB", 2027)).contains("2027-03-26", "2027-05-03", "2027-05-31");
    assertThat(holidays("SE", 2026)).contains("2026-06-20", "2026-10-31");
    assertThat(holidays("IE", 2026)).contains("2026-02-02", "2026-10-26");
    assertThat(PublicHolidays.countries())
        .containsExactly(
            "AT", "BE", "CA", "CH", "DE", "DK", "ES", "FR", "GB", "IE", "IT", "NL", "PL", "SE",
            "US");
  }

  @Test
  void easter_is_where_the_church_puts_it() {
    assertThat(Stream.of(1961, 2000, 2008, 2011, 2025, 2026, 2038).map(PublicHolidays::easter))
        .containsExactly(
            LocalDate.of(1961, 4, 2),
            LocalDate.of(2000, 4, 23),
            LocalDate.of(2008, 3, 23),
            LocalDate.of(2011, 4, 24),
            LocalDate.of(2025, 4, 20),
            LocalDate.of(2026, 4, 5),
            LocalDate.of(2038, 4, 25));
  }

  private static List<String> holidays(String country, int year) {
    return LocalDate.of(year, 1, 1)
        .datesUntil(LocalDate.of(year + 1, 1, 1))
        .filter(PublicHolidays.of(country)::contains)
        .map(LocalDate::toString)
        .toList();
  }

  private static List<String> problems(String json) {
    return PolicyJson.read(fields(json)).problems().stream()
        .map(PolicyJson.Problem::pointer)
        .toList();
  }

  private static Policy policy(String json) {
    PolicyJson.Reading reading = PolicyJson.read(fields(json));
    assertThat(reading.problems()).isEmpty();
    return reading.policy();
  }

  private static Value.Fields fields(String json) {
    return (Value.Fields) ValueJson.read(ValueJson.object(json.replace('\'', '"'))).orElseThrow();
  }
}
