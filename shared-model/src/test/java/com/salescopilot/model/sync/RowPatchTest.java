package com.salescopilot.model.sync;

import static org.assertj.core.api.Assertions.assertThat;

import com.salescopilot.model.entity.Doc;
import com.salescopilot.model.entity.Entity;
import com.salescopilot.model.value.Value;
import com.salescopilot.model.value.ValueJson;
import java.util.Map;
import java.util.TreeMap;
import java.util.UUID;
import org.junit.jupiter.api.Test;

final class RowPatchTest {
  private static final UUID ID = UUID.fromString("0197c3f0-0000-7000-8000-000000000001");
  private static final Doc ANA =
      new Doc(
          Entity.PROSPECT,
          ID,
          3,
          new TreeMap<>(
              Map.of(
                  "jobTitle",
                  Value.text("CTO"),
                  "customFields",
                  new Value.Fields(new TreeMap<>(Map.of("budget", Value.text("50k")))))));

  @Test
  void a_patch_says_what_it_replaces() {
    assertThat(patch("{\"jobTitle\":\"VP Sales\",\"company\":\"Acme\"}"))
        .isEqualTo(
            "{\"entity\":\"prospect\",\"key\":\""
                + ID
                + "\",\"op\":\"patch\",\"set\":{\"company\":{\"now\":\"Acme\"},"
                + "\"jobTitle\":{\"now\":\"VP Sales\",\"was\":\"CTO\"}}}");
  }

  @Test
  void null_clears_a_field() {
    assertThat(patch("{\"jobTitle\":null}")).contains("\"set\":{\"jobTitle\":{\"was\":\"CTO\"}}");
  }

  @Test
  void custom_fields_are_patched_key_by_key() {
    assertThat(patch("{\"customFields\":{\"budget\":null,\"seats\":12}}"))
        .contains("\"customFields\":{\"budget\":{\"was\":\"50k\"},\"seats\":{\"now\":12}}");
  }

  @Test
  void a_map_set_to_null_loses_every_key() {
    assertThat(patch("{\"customFields\":null}"))
        .contains("\"customFields\":{\"budget\":{\"was\":\"50k\"}}");
  }

  @Test
  void half_of_a_body_stands_for_the_whole() {
    Doc draft =
        new Doc(Entity.EMAIL_DRAFT, ID, 3, new TreeMap<>())
            .with("body", new Value.Fields(new TreeMap<>(Map.of("text", Value.text("old")))));
    assertThat(Codec.encode(RowPatch.of(draft, ValueJson.object("{\"bodyHtml\":\"<p>new</p>\"}"))))
        .contains("\"body\":{\"now\":{\"html\":\"<p>new</p>\"},\"was\":{\"text\":\"old\"}}");
  }

  private static String patch(String json) {
    return Codec.encode(RowPatch.of(ANA, ValueJson.object(json)));
  }
}
