package com.salescopilot.model.entity;

import static org.assertj.core.api.Assertions.assertThat;

import com.fasterxml.jackson.databind.node.ObjectNode;
import com.salescopilot.model.value.Value;
import com.salescopilot.model.value.ValueJson;
import java.util.SortedMap;
import java.util.TreeMap;
import java.util.UUID;
import org.junit.jupiter.api.Test;

final class RowJsonTest {
  private static final UUID ID = UUID.fromString("0197c3f0-0000-7000-8000-000000000001");

  @Test
  void a_body_is_two_members() {
    Doc draft =
        new Doc(Entity.EMAIL_DRAFT, ID, 7, new TreeMap<>())
            .with("subject", "Hi")
            .with("body", body("<p>Hi</p>", "Hi"));
    ObjectNode json = RowJson.write(draft);
    assertThat(json.path("id").textValue()).isEqualTo(ID.toString());
    assertThat(json.path("rev").longValue()).isEqualTo(7);
    assertThat(json.path("bodyHtml").textValue()).isEqualTo("<p>Hi</p>");
    assertThat(json.path("bodyText").textValue()).isEqualTo("Hi");
    assertThat(json.has("body")).isFalse();
  }

  @Test
  void a_field_without_value_is_null_and_a_rev_no_server_gave_is_absent() {
    ObjectNode json = RowJson.write(new Doc(Entity.PROSPECT, ID, 0, new TreeMap<>()));
    assertThat(json.has("rev")).isFalse();
    assertThat(json.path("firstName").isNull()).isTrue();
    assertThat(json.path("createdAt").isNull()).isTrue();
  }

  @Test
  void what_stays_on_the_server_is_not_shown() {
    Doc mail = new Doc(Entity.EMAIL, ID, 7, new TreeMap<>()).with("body", body("<p>Hi</p>", "Hi"));
    assertThat(RowJson.write(mail).has("bodyHtml")).isFalse();
  }

  @Test
  void fields_read_back_what_was_written() {
    Doc draft =
        new Doc(Entity.EMAIL_DRAFT, ID, 0, new TreeMap<>())
            .with("subject", "Hi")
            .with("body", body("<p>Hi</p>", "Hi"));
    ObjectNode json = RowJson.write(draft);
    json.remove("id");
    assertThat(RowJson.fields(Entity.EMAIL_DRAFT, json)).isEqualTo(draft.fields());
  }

  @Test
  void unknown_names_are_kept_for_the_rules_to_refuse() {
    ObjectNode json = ValueJson.object("{\"nonsense\":1,\"bodyHtml\":\"<p>Hi</p>\"}");
    assertThat(RowJson.fields(Entity.PROSPECT, json)).containsOnlyKeys("bodyHtml", "nonsense");
  }

  @Test
  void null_clears_a_field_and_a_body_only_with_both_its_halves() {
    ObjectNode all = ValueJson.object("{\"subject\":null,\"bodyHtml\":null,\"campaignId\":\"x\"}");
    assertThat(RowJson.cleared(Entity.EMAIL_DRAFT, all)).containsExactly("body", "subject");
    ObjectNode half = ValueJson.object("{\"bodyHtml\":null,\"bodyText\":\"Hi\"}");
    assertThat(RowJson.cleared(Entity.EMAIL_DRAFT, half)).isEmpty();
  }

  @Test
  void lines_of_a_dump_begin_with_entity_and_id_so_that_sorting_them_sorts_by_these() {
    assertThat(
            RowJson.line(new Doc(Entity.CAMPAIGN, ID, 7, new TreeMap<>()).with("name", "Spring")))
        .isEqualTo(
            "{\"entity\":\"campaign\",\"id\":\""
                + ID
                + "\",\"rev\":7,\"row\":{\"name\":\"Spring\"}}");
  }

  private static Value body(String html, String text) {
    SortedMap<String, Value> halves = new TreeMap<>();
    halves.put("html", Value.text(html));
    halves.put("text", Value.text(text));
    return new Value.Fields(halves);
  }
}
