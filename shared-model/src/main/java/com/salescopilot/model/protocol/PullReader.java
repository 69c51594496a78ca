package com.salescopilot.model.protocol;

import com.fasterxml.jackson.databind.JsonNode;
import com.fasterxml.jackson.databind.node.ArrayNode;
import com.salescopilot.model.entity.Doc;
import com.salescopilot.model.entity.Entity;
import com.salescopilot.model.entity.RowKey;
import com.salescopilot.model.entity.StreamKind;
import com.salescopilot.model.value.Value;
import com.salescopilot.model.value.ValueJson;
import java.util.ArrayList;
import java.util.EnumSet;
import java.util.HashMap;
import java.util.List;
import java.util.Map;
import java.util.Optional;
import java.util.Set;
import java.util.SortedMap;
import java.util.TreeMap;
import java.util.UUID;

/// Reads the lines of one answer to a pull, one after the other. Lines of a kind it does not know,
/// and rows of entities it does not know, are passed over.
public final class PullReader {
  private final Map<String, List<String>> columns = new HashMap<>();
  private final PageSum sum = new PageSum();

  /// The line, or empty for one that says nothing to this version.
  ///
  /// @param json without its line end
  /// @throws ProtocolException if it is damaged, or ends a page that is
  public Optional<PullLine> line(String json) {
    try {
      Optional<PullLine> line =
          ValueJson.tree(json) instanceof ArrayNode row ? row(row) : object(json);
      if (line.filter(PullLine.End.class::isInstance).isPresent()) {
        check(json);
      } else {
        sum.add(json + "\n");
      }
      return line;
    } catch (IllegalArgumentException e) {
      throw new ProtocolException("a line of the answer is damaged", e);
    }
  }

  private void check(String end) {
    SortedMap<String, Value> members = ValueJson.members(ValueJson.object(end));
    if (!Optional.of(Value.whole(sum.end(members)))
        .equals(Optional.ofNullable(members.get(PageSum.MEMBER)))) {
      throw new ProtocolException("a page of it is damaged");
    }
  }

  private Optional<PullLine> object(String json) {
    WireObject in = WireObject.parse(json);
    return switch (in.text("t")) {
      case "head" -> Optional.of(head(in));
      case "cols" -> {
        List<String> names = new ArrayList<>();
        for (Value name : in.items("c")) {
          names.add(name instanceof Value.Text(String text) ? text : "");
        }
        columns.put(in.text("e"), names);
        yield Optional.empty();
      }
      case "end" -> Optional.of(end(in));
      case String other -> Optional.empty();
    };
  }

  private static PullLine head(WireObject in) {
    WireObject streams = in.object("streams");
    Set<StreamKind> full = EnumSet.noneOf(StreamKind.class);
    for (StreamKind stream : StreamKind.values()) {
      if (streams.text(stream.wire()).equals("full")) {
        full.add(stream);
      }
    }
    return new PullLine.Head(in.maybeId("epoch"), full);
  }

  private static PullLine end(WireObject in) {
    Map<StreamKind, Cursor> cursors = Cursor.parse(in.object("cursors"));
    Optional<ChainPosition> acked =
        in.maybe("acked").isPresent() ? Optional.of(in.position("acked")) : Optional.empty();
    return new PullLine.End(cursors, in.whole("rows"), acked, in.flag("more"));
  }

  private Optional<PullLine> row(ArrayNode line) {
    String first = text(line, 0);
    if (first.equals("-")) {
      return Entity.named(text(line, 1))
          .map(entity -> new PullLine.Gone(new RowKey(entity, id(line, 2)), number(line, 3)));
    }
    Optional<Entity> entity = Entity.named(first);
    if (entity.isEmpty()) {
      return Optional.empty();
    }
    List<String> names = columns.get(first);
    if (names == null || names.size() + 1 != line.size()) {
      throw new ProtocolException("a row does not fit its columns");
    }
    SortedMap<String, Value> fields = new TreeMap<>();
    for (int i = 2; i < names.size(); i++) {
      String name = names.get(i);
      ValueJson.read(line.get(i + 1)).ifPresent(value -> fields.put(name, value));
    }
    return Optional.of(
        new PullLine.Row(new Doc(entity.get(), id(line, 1), number(line, 2), fields)));
  }

  private static String text(ArrayNode line, int at) {
    JsonNode node = line.path(at);
    if (!node.isTextual()) {
      throw new ProtocolException("a line of the answer is damaged");
    }
    return node.textValue();
  }

  private static UUID id(ArrayNode line, int at) {
    return UUID.fromString(text(line, at));
  }

  private static long number(ArrayNode line, int at) {
    JsonNode node = line.path(at);
    if (!node.canConvertToLong()) {
      throw new ProtocolException("a line of the answer is damaged");
    }
    return node.longValue();
  }
}
