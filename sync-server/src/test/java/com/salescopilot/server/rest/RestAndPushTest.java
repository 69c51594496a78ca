package com.salescopilot.server.rest;

import static org.assertj.core.api.Assertions.assertThat;

import com.salescopilot.model.entity.Doc;
import com.salescopilot.model.entity.Entity;
import com.salescopilot.model.protocol.PullLine;
import com.salescopilot.model.value.CanonicalJson;
import com.salescopilot.model.value.Value;
import com.salescopilot.server.TestApi;
import com.salescopilot.server.db.Scope;
import com.salescopilot.server.db.TestDatabase;
import java.time.Instant;
import java.util.List;
import java.util.Map;
import java.util.SortedMap;
import java.util.TreeMap;
import java.util.UUID;
import java.util.stream.Stream;
import org.junit.jupiter.api.Order;
import org.junit.jupiter.api.extension.RegisterExtension;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.MethodSource;

/// Whatever is written over REST leaves the rows that a device's outbox leaves: both go one way.
final class RestAndPushTest {
  private static final Instant NOW = Instant.parse("2026-09-01T08:00:00Z");

  @Order(1)
  @RegisterExtension
  static final TestDatabase db = new TestDatabase();

  @Order(2)
  @RegisterExtension
  static final TestApi api = new TestApi(db, () -> NOW);

  /// Something that is done by both hands.
  ///
  /// @param verb `create`, `edit`, `delete`, `move` or `send`
  /// @param name what later steps call the row; in other texts it stands as `@name`
  record Step(String verb, Entity entity, String name, String json) {
    @Override
    public String toString() {
      return verb + " " + name;
    }
  }

  private static Step step(String verb, Entity entity, String name, String json) {
    return new Step(verb, entity, name, json);
  }

  static Stream<List<Step>> stories() {
    Entity prospect = Entity.PROSPECT;
    Entity template = Entity.TEMPLATE;
    Entity draft = Entity.EMAIL_DRAFT;
    Entity campaign = Entity.CAMPAIGN;
    Step bo = step("create", prospect, "bo", "{\"email\":\" Bo@B.example \",\"company\":\"B\"}");
    Step cy = step("create", prospect, "cy", "{\"email\":\"cy@b.example\"}");
    Step spring =
        step(
            "create",
            campaign,
            "spring",
            "{\"name\":\" Spring"
                + " \",\"description\":\"\",\"startDate\":\"2026-10-01T00:00:00Z\",\"policy\":{\"a\":1}}");
    return Stream.of(
        List.of(
            step(
                "create",
                template,
                "t",
                "{\"title\":\" T \",\"subject\":\"S\",\"content\":\"C {{firstName}}\"}"),
            step("edit", template, "t", "{\"title\":\"New\",\"tone\":\"warm\"}"),
            step("edit", template, "t", "{\"content\":\"Other\",\"subject\":null}"),
            step("edit", template, "t", "{\"title\":\"New\"}"),
            step("create", template, "bare", "{\"title\":\"only\"}"),
            step("delete", template, "t", "")),
        List.of(
            bo,
            step("create", draft, "empty", "{}"),
            step(
                "create",
                draft,
                "d",
                "{\"prospectId\":\"@bo\",\"subject\":\" Hi \",\"bodyHtml\":\"<p>Hi"
                    + " <b>Bo</b></p>\"}"),
            step("edit", draft, "d", "{\"bodyText\":\"Plain now\"}"),
            step(
                "edit",
                draft,
                "d",
                "{\"bodyHtml\":\"<p>a</p>\",\"bodyText\":\"b\",\"prospectId\":null}"),
            step("edit", draft, "empty", "{\"subject\":\"Later\"}"),
            step("delete", draft, "d", "")),
        List.of(
            bo,
            cy,
            spring,
            step(
                "enrol",
                campaign,
                "summer",
                "{\"name\":\"Summer\",\"prospectIds\":[\"@bo\",\"@cy\",\"@bo\"],\"status\":\"ACTIVE\"}"),
            step("move", campaign, "spring", "ACTIVE"),
            step("move", campaign, "spring", "PAUSED"),
            step("move", campaign, "spring", "ACTIVE"),
            step("move", campaign, "spring", "COMPLETED"),
            step("move", campaign, "summer", "COMPLETED"),
            step("move", campaign, "summer", "ARCHIVED"),
            step("delete", prospect, "cy", "")),
        List.of(
            bo,
            spring,
            step(
                "send",
                Entity.EMAIL,
                "m",
                "{\"to\":\"bo@b.example\",\"prospectId\":\"@bo\",\"campaignId\":\"@spring\",\"subject\":\""
                    + " Hi \",\"bodyText\":\"Hello\",\"idempotencyKey\":\"k1\"}"),
            step(
                "send",
                Entity.EMAIL,
                "n",
                "{\"to\":\"nobody@b.example\",\"subject\":\"Hi\",\"bodyHtml\":\"<p>x</p>\",\"idempotencyKey\":\"k2\",\"undoSeconds\":9}"),
            step("create", draft, "d", "{\"subject\":\"From a draft\"}"),
            step(
                "send",
                Entity.EMAIL,
                "o",
                "{\"draftId\":\"@d\",\"to\":\"bo@b.example\",\"prospectId\":\"@bo\",\"subject\":\"From"
                    + " a draft\",\"bodyText\":\"y\",\"idempotencyKey\":\"k3\"}"),
            step(
                "send",
                Entity.EMAIL,
                "m",
                "{\"to\":\"bo@b.example\",\"prospectId\":\"@bo\",\"campaignId\":\"@spring\",\"subject\":\""
                    + " Hi \",\"bodyText\":\"Hello\",\"idempotencyKey\":\"k1\"}"),
            step("delete", draft, "d", "")));
  }

  @ParameterizedTest
  @MethodSource("stories")
  void the_rows_are_equal_after_every_step(List<Step> story) {
    Hand rest = new RestHand(api, db.newWorkspace());
    Hand push = new PushHand(api, db.newWorkspace());
    for (Step step : story) {
      rest.take(step);
      push.take(step);
      List<String> pushed = rows(push);
      assertThat(rows(rest)).as("after " + step).isEqualTo(pushed);
      assertThat(pushed).isNotEmpty();
    }
  }

  /// All rows that this hand's owner sees, with names for ids.
  private static List<String> rows(Hand hand) {
    Scope scope = hand.scope();
    return api
        .streams()
        .pull(scope, TestDatabase.pull(UUID.randomUUID(), Map.of()))
        .page()
        .lines()
        .stream()
        .filter(PullLine.Row.class::isInstance)
        .map(line -> named(((PullLine.Row) line).row(), hand))
        .sorted()
        .toList();
  }

  private static String named(Doc row, Hand hand) {
    SortedMap<String, Value> fields = new TreeMap<>(row.fields());
    String text = row.entity() + " " + CanonicalJson.of(new Value.Fields(fields));
    for (Map.Entry<String, String> id : hand.ids().entrySet()) {
      text = text.replace(id.getValue(), "@" + id.getKey());
    }
    return text.replace(hand.scope().user().toString(), "@me")
        .replaceAll("[0-9a-f]{8}(?:-[0-9a-f]{4}){3}-[0-9a-f]{12}", "«id»")
        .replaceAll("\"contentHash\":\"[0-9a-f]{32}\"", "«hash of ids»");
  }
}
