package com.salescopilot.model.protocol;

import static org.assertj.core.api.Assertions.assertThat;
import static org.assertj.core.api.Assertions.assertThatThrownBy;

import com.salescopilot.model.entity.Doc;
import com.salescopilot.model.entity.Entity;
import com.salescopilot.model.entity.RowKey;
import com.salescopilot.model.entity.StreamKind;
import com.salescopilot.model.value.CanonicalJson;
import com.salescopilot.model.value.Value;
import java.nio.charset.StandardCharsets;
import java.time.Instant;
import java.util.ArrayList;
import java.util.List;
import java.util.Map;
import java.util.Optional;
import java.util.Random;
import java.util.Set;
import java.util.TreeMap;
import java.util.UUID;
import org.junit.jupiter.api.Test;

/// The messages of the protocol as text.
final class WireTest {
  private static final UUID ID = UUID.fromString("01980000-0000-7000-8000-000000000001");

  @Test
  void an_answer_to_a_pull_is_read_as_it_was_written() {
    Doc row =
        new Doc(
            Entity.PROSPECT,
            ID,
            8124,
            new TreeMap<>(
                Map.of(
                    "email", Value.text("a@b.io"),
                    "firstName", Value.text("Zoë \"quoted\"\n"),
                    "customFields", new Value.Fields(new TreeMap<>(Map.of("n", Value.whole(3)))))));
    List<PullLine> lines =
        List.of(
            new PullLine.Head(Optional.of(ID), Set.of(StreamKind.ME)),
            new PullLine.Row(row),
            new PullLine.Gone(new RowKey(Entity.TEMPLATE, ID), 8125),
            new PullLine.End(
                Map.of(StreamKind.WS, new Cursor(8125, "tag"), StreamKind.ME, new Cursor(0, "t")),
                2,
                Optional.of(new ChainPosition(41, ID)),
                false));
    assertThat(read(written(lines))).isEqualTo(lines);
  }

  @Test
  void rows_and_lines_that_a_newer_server_adds_are_passed_over() {
    String text =
        "{\"t\":\"cols\",\"e\":\"robot\",\"c\":[\"id\",\"rev\"]}\n"
            + "[\"robot\",\""
            + ID
            + "\",1]\n"
            + "{\"t\":\"weather\",\"sun\":true}\n"
            + "[\"-\",\"robot\",\""
            + ID
            + "\",1]\n";
    assertThat(read(text)).isEmpty();
  }

  @Test
  void a_field_that_a_newer_server_adds_is_kept_with_its_row() {
    String text =
        "{\"t\":\"cols\",\"e\":\"template\",\"c\":[\"id\",\"rev\",\"title\",\"mood\"]}\n"
            + "[\"template\",\""
            + ID
            + "\",7,\"T\",\"sunny\"]\n";
    assertThat(read(text))
        .singleElement()
        .isInstanceOfSatisfying(
            PullLine.Row.class, row -> assertThat(row.row().text("mood")).contains("sunny"));
  }

  @Test
  void a_damaged_line_is_refused_and_never_taken_for_another() {
    String good =
        written(
            List.of(
                new PullLine.Row(
                    new Doc(
                        Entity.CAMPAIGN, ID, 5, new TreeMap<>(Map.of("name", Value.text("C")))))));
    Random random = new Random(42);
    int refused = 0;
    for (int i = 0; i < 2_000; i++) {
      String cut = good.substring(0, random.nextInt(good.length() - 2));
      try {
        read(cut);
      } catch (ProtocolException e) {
        refused++;
      }
    }
    assertThat(refused).isGreaterThan(1_500);
    assertThatThrownBy(() -> read("[\"prospect\",\"" + ID + "\",1,\"x\"]\n"))
        .isInstanceOf(ProtocolException.class);
  }

  @Test
  void whichever_bit_of_a_page_is_flipped_the_page_is_not_taken() {
    Doc row = new Doc(Entity.TEMPLATE, ID, 8, new TreeMap<>(Map.of("title", Value.text("Zoë"))));
    PullLine.End end =
        new PullLine.End(Map.of(StreamKind.WS, new Cursor(8, "tag")), 1, Optional.empty(), false);
    String good =
        written(List.of(new PullLine.Head(Set.of(StreamKind.WS)), new PullLine.Row(row), end));
    byte[] bytes = good.getBytes(StandardCharsets.UTF_8);
    int tried = 0;
    for (int bit = 0; bit < bytes.length * 8; bit++) {
      bytes[bit / 8] ^= (byte) (1 << bit % 8);
      String flipped = new String(bytes, StandardCharsets.UTF_8);
      assertThat(ends(flipped)).as("bit %d: %s", bit, flipped).isFalse();
      bytes[bit / 8] ^= (byte) (1 << bit % 8);
      tried++;
    }
    assertThat(tried).isGreaterThan(1_000);
    assertThat(ends(good)).as("the page as it was").isTrue();
  }

  /// Whether a reader takes the page that the lines make.
  private static boolean ends(String text) {
    try {
      return read(text).stream().anyMatch(PullLine.End.class::isInstance);
    } catch (ProtocolException e) {
      return false;
    }
  }

  @Test
  void a_push_is_read_as_it_was_written_and_a_gap_in_its_numbers_is_refused() {
    Value.Fields change = new Value.Fields(new TreeMap<>(Map.of("op", Value.text("create"))));
    PushRequest push =
        new PushRequest(
            Optional.of(ID),
            ID,
            new ChainPosition(40, ID),
            Map.of(StreamKind.ME, new Cursor(77, "tag")),
            List.of(
                new PushRequest.Item(41, ID, 5321, change, true),
                new PushRequest.Item(42, ID, 5321, change)));
    assertThat(PushRequest.parse(push.json())).isEqualTo(push);
    String gap = push.json().replace("\"seq\":42", "\"seq\":43");
    assertThatThrownBy(() -> PushRequest.parse(gap)).isInstanceOf(ProtocolException.class);
    assertThatThrownBy(() -> PushRequest.parse("{}")).isInstanceOf(ProtocolException.class);
    assertThatThrownBy(() -> PushRequest.parse("[]")).isInstanceOf(ProtocolException.class);
  }

  @Test
  void a_server_serves_its_own_schema_and_the_three_before_and_says_who_is_too_old() {
    for (long schema = 4; schema <= 7; schema++) {
      Versions.check(said(2, schema), 2, 7);
    }
    assertThat(older(said(2, 3))).isEqualTo(VersionException.Side.CLIENT);
    assertThat(older(said(1, 7))).isEqualTo(VersionException.Side.CLIENT);
    assertThat(older(said(2, 8))).isEqualTo(VersionException.Side.SERVER);
    assertThat(older(said(3, 7))).isEqualTo(VersionException.Side.SERVER);
    String newer =
        new PullRequest(Optional.empty(), ID, Map.of(), 0, 0)
            .json()
            .replace("\"schema\":1", "\"schema\":2");
    assertThatThrownBy(() -> PullRequest.parse(newer)).isInstanceOf(VersionException.class);
  }

  private static WireObject said(long protocol, long schema) {
    return WireObject.parse("{\"protocol\":%d,\"schema\":%d}".formatted(protocol, schema));
  }

  private static VersionException.Side older(WireObject request) {
    try {
      Versions.check(request, 2, 7);
    } catch (VersionException e) {
      return e.older();
    }
    throw new AssertionError("it is served");
  }

  @Test
  void an_objection_is_read_as_it_was_written_and_other_problems_are_none() {
    for (Objection objection :
        List.of(
            new Objection.NewEpoch(
                ID, Optional.of(Instant.parse("2026-09-01T08:00:00Z")), Set.of(StreamKind.WS)),
            new Objection.NewEpoch(ID, Optional.empty(), Set.of()),
            new Objection.BadCursor(Set.of(StreamKind.WS, StreamKind.ME)))) {
      assertThat(Objection.parse(problem(objection))).contains(objection);
    }
    assertThat(Objection.parse("{\"code\":\"CHAIN\",\"lastSeq\":1}")).isEmpty();
    assertThat(Objection.parse("{}")).isEmpty();
    assertThatThrownBy(() -> Objection.parse("{\"code\":\"EPOCH\"}"))
        .isInstanceOf(ProtocolException.class);
  }

  private static String problem(Objection objection) {
    TreeMap<String, Value> members = new TreeMap<>();
    members.put("code", Value.text(objection.code()));
    objection
        .members()
        .forEach(
            (name, member) ->
                members.put(
                    name,
                    member instanceof List<?> list
                        ? new Value.Items(
                            list.stream().map(String::valueOf).<Value>map(Value::text).toList())
                        : Value.text(member.toString())));
    return CanonicalJson.of(new Value.Fields(members));
  }

  @Test
  void a_pull_request_is_read_as_it_was_written() {
    PullRequest pull =
        new PullRequest(
            Optional.of(ID), ID, Map.of(StreamKind.WS, new Cursor(8123, "tag")), 40, 25);
    assertThat(PullRequest.parse(pull.json())).isEqualTo(pull);
    assertThatThrownBy(() -> PullRequest.parse(pull.json().replace("25", "31")))
        .isInstanceOf(ProtocolException.class);
    assertThatThrownBy(() -> PullRequest.parse(pull.json().replace("[8123,", "[-1,")))
        .isInstanceOf(ProtocolException.class);
  }

  private static String written(List<PullLine> lines) {
    PullWriter writer = new PullWriter();
    StringBuilder text = new StringBuilder();
    lines.forEach(line -> text.append(writer.line(line)));
    return text.toString();
  }

  private static List<PullLine> read(String text) {
    PullReader reader = new PullReader();
    List<PullLine> lines = new ArrayList<>();
    text.lines().forEach(line -> reader.line(line).ifPresent(lines::add));
    return lines;
  }
}
