package com.salescopilot.model.protocol;

import com.salescopilot.model.entity.Doc;
import com.salescopilot.model.entity.Entity;
import com.salescopilot.model.entity.EntitySpec;
import com.salescopilot.model.entity.FieldSpec;
import com.salescopilot.model.entity.StreamKind;
import com.salescopilot.model.value.CanonicalJson;
import com.salescopilot.model.value.Value;
import java.util.ArrayList;
import java.util.EnumSet;
import java.util.List;
import java.util.Optional;
import java.util.Set;
import java.util.SortedMap;
import java.util.TreeMap;

/// Writes the lines of one answer to a pull. The names of columns stand once per entity, not in
/// every row.
public final class PullWriter {
  private final Set<Entity> introduced = EnumSet.noneOf(Entity.class);
  private final PageSum sum = new PageSum();

  /// The line, or two where an entity is met for the first time, each with its line end.
  public String line(PullLine line) {
    return switch (line) {
      case PullLine.Head head -> summed(object("head", head(head)));
      case PullLine.Row(Doc row) -> summed(columns(row.entity()) + row(row));
      case PullLine.Gone gone ->
          summed(
              "[\"-\",\""
                  + gone.key().entity().table()
                  + "\",\""
                  + gone.key().id()
                  + "\","
                  + gone.rev()
                  + "]\n");
      case PullLine.End end -> ended(end(end));
    };
  }

  private String summed(String lines) {
    sum.add(lines);
    return lines;
  }

  private String ended(SortedMap<String, Value> members) {
    members.put("t", Value.text("end"));
    members.put(PageSum.MEMBER, Value.whole(sum.end(members)));
    return CanonicalJson.of(new Value.Fields(members)) + "\n";
  }

  private String columns(Entity entity) {
    if (!introduced.add(entity)) {
      return "";
    }
    List<Value> names = new ArrayList<>(List.of(Value.text("id"), Value.text("rev")));
    EntitySpec.of(entity).synced().forEach(field -> names.add(Value.text(field.name())));
    SortedMap<String, Value> members = new TreeMap<>();
    members.put("e", Value.text(entity.table()));
    members.put("c", new Value.Items(names));
    return object("cols", members);
  }

  private static String row(Doc row) {
    StringBuilder out = new StringBuilder(160);
    out.append("[\"").append(row.entity().table()).append("\",\"").append(row.id()).append("\",");
    out.append(row.rev());
    for (FieldSpec field : EntitySpec.of(row.entity()).synced()) {
      Optional<Value> value = row.get(field.name());
      out.append(',').append(value.map(CanonicalJson::of).orElse("null"));
    }
    return out.append("]\n").toString();
  }

  private static SortedMap<String, Value> head(PullLine.Head head) {
    SortedMap<String, Value> streams = new TreeMap<>();
    for (StreamKind stream : StreamKind.values()) {
      streams.put(stream.wire(), Value.text(head.full().contains(stream) ? "full" : "delta"));
    }
    SortedMap<String, Value> members = new TreeMap<>();
    members.put("streams", new Value.Fields(streams));
    head.epoch().ifPresent(epoch -> members.put("epoch", Value.text(epoch.toString())));
    return members;
  }

  private static SortedMap<String, Value> end(PullLine.End end) {
    SortedMap<String, Value> members = new TreeMap<>();
    members.put("cursors", Cursor.json(end.cursors()));
    members.put("rows", Value.whole(end.rows()));
    end.acked().ifPresent(position -> members.put("acked", PushRequest.position(position)));
    members.put("more", new Value.Flag(end.more()));
    return members;
  }

  private static String object(String kind, SortedMap<String, Value> members) {
    members.put("t", Value.text(kind));
    return CanonicalJson.of(new Value.Fields(members)) + "\n";
  }
}
