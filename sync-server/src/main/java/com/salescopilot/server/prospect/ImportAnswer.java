package com.salescopilot.server.prospect;

import com.fasterxml.jackson.databind.node.ArrayNode;
import com.fasterxml.jackson.databind.node.JsonNodeFactory;
import com.fasterxml.jackson.databind.node.ObjectNode;
import com.salescopilot.model.csv.ImportPreview;
import com.salescopilot.model.csv.ImportPreview.Fate;
import com.salescopilot.model.entity.Doc;
import com.salescopilot.model.entity.RowJson;
import com.salescopilot.model.value.Value;
import com.salescopilot.model.value.ValueJson;
import java.util.List;
import java.util.UUID;

/// What an import did or would do, as JSON.
final class ImportAnswer {
  private ImportAnswer() {}

  /// What it would do.
  static ObjectNode of(ImportPreview preview) {
    ObjectNode answer = counts(preview.rows().size(), preview);
    answer.put("create", preview.count(Fate.CREATE));
    answer.put("update", preview.count(Fate.UPDATE));
    answer.put("unchanged", preview.count(Fate.UNCHANGED));
    answer.set("sample", sample(preview));
    return answer;
  }

  /// What it did, by what its portions remember.
  static ObjectNode of(UUID id, ImportPreview preview, List<Doc> portions) {
    long created = sum(portions, "created");
    long updated = sum(portions, "updated");
    ObjectNode answer = counts(preview.rows().size(), preview);
    answer.put("importId", id.toString());
    answer.put("create", created);
    answer.put("update", updated);
    answer.put(
        "unchanged",
        preview.rows().size()
            - created
            - updated
            - preview.count(Fate.DUPLICATE)
            - preview.count(Fate.INVALID));
    answer.set("sample", sample(preview));
    return answer;
  }

  private static ObjectNode counts(int rows, ImportPreview preview) {
    return JsonNodeFactory.instance
        .objectNode()
        .put("rows", rows)
        .put("duplicateInFile", preview.count(Fate.DUPLICATE))
        .put("invalid", preview.count(Fate.INVALID));
  }

  private static long sum(List<Doc> portions, String count) {
    return portions.stream().mapToLong(portion -> portion.whole(count)).sum();
  }

  private static ArrayNode sample(ImportPreview preview) {
    ArrayNode sample = JsonNodeFactory.instance.arrayNode();
    for (ImportPreview.Sample row : preview.sample()) {
      ObjectNode shown = sample.addObject().put("line", row.line()).put("fate", row.fate().name());
      shown.set("fields", ValueJson.write(new Value.Fields(row.fields())));
      row.before().ifPresent(before -> shown.set("before", RowJson.write(before)));
      row.problem()
          .ifPresent(bad -> shown.put("problem", bad.problem().name()).put("detail", bad.detail()));
    }
    return sample;
  }
}
