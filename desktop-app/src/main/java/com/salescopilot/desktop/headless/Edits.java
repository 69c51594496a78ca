package com.salescopilot.desktop.headless;

import com.fasterxml.jackson.databind.node.ObjectNode;
import com.salescopilot.desktop.desk.Desk;
import com.salescopilot.desktop.desk.DeskRefused;
import com.salescopilot.desktop.desk.Letters;
import com.salescopilot.model.entity.Doc;
import com.salescopilot.model.entity.Entity;
import com.salescopilot.model.entity.RowJson;
import com.salescopilot.model.entity.RowKey;
import com.salescopilot.model.id.DerivedId;
import com.salescopilot.model.sync.Change;
import com.salescopilot.model.sync.Codec;
import com.salescopilot.model.sync.EmailCommand;
import com.salescopilot.model.sync.RowPatch;
import com.salescopilot.model.value.Value;
import com.salescopilot.model.value.ValueJson;
import java.util.List;
import java.util.OptionalLong;
import java.util.SortedMap;
import java.util.TreeMap;
import java.util.UUID;

/// The commands that change rows. Each is on disk before it is acknowledged.
final class Edits {
  private final Desk desk;
  private final Letters letters;

  Edits(Desk desk) {
    this.desk = desk;
    this.letters = new Letters(desk);
  }

  ObjectNode create(Input in) {
    Entity entity = in.entity();
    SortedMap<String, Value> fields = RowJson.fields(entity, in.object("fields"));
    in.end();
    RowKey key = new RowKey(entity, rowId(entity, fields));
    return acknowledged(new Change.Create(key, fields)).put("id", key.id().toString());
  }

  /// A favourite's id follows from what is favoured, so that two machines make one row.
  private UUID rowId(Entity entity, SortedMap<String, Value> fields) {
    if (entity == Entity.TEMPLATE_FAVORITE
        && fields.get("templateId") instanceof Value.Text(String template)) {
      try {
        return DerivedId.favourite(desk.account().user(), UUID.fromString(template));
      } catch (IllegalArgumentException e) {
        throw DeskRefused.invalid("templateId must be an id.");
      }
    }
    return desk.newId();
  }

  ObjectNode patch(Input in) {
    RowKey key = in.key();
    ObjectNode values = in.object("fields");
    in.end();
    return acknowledged(RowPatch.of(visible(key), values));
  }

  ObjectNode delete(Input in) {
    RowKey key = in.key();
    in.end();
    long rev = visible(key).rev();
    return acknowledged(
        new Change.Delete(key, rev > 0 ? OptionalLong.of(rev) : OptionalLong.empty()));
  }

  ObjectNode send(Input in) {
    UUID draft = in.id("draftId");
    int undoSeconds = in.count("undoSeconds", 0);
    in.end();
    EmailCommand.Send send = letters.send(draft, undoSeconds);
    return acknowledged(send).put("emailId", send.email().toString());
  }

  /// Any change that the protocol has: `op` and `args` are those of `sync.md`.
  ObjectNode command(Input in) {
    String op = in.text("op");
    UUID id = in.id("id");
    Entity entity = in.maybeEntity().orElseGet(() -> entityOf(op));
    SortedMap<String, Value> members =
        in.maybeObject("args").map(ValueJson::members).orElseGet(TreeMap::new);
    in.end();
    for (String taken : List.of("op", "entity", "key")) {
      if (members.containsKey(taken)) {
        throw DeskRefused.invalid("There is no argument " + taken + " here.");
      }
    }
    RowKey key = new RowKey(entity, id);
    if (op.equals("campaign.start") || op.equals("campaign.resume")) {
      seen(key, members);
    }
    members.put("op", Value.text(op));
    members.put("entity", Value.text(entity.table()));
    members.put("key", Value.text(id.toString()));
    return acknowledged(Codec.read(new Value.Fields(members)));
  }

  /// Who starts a campaign has seen its status as it is shown here.
  private void seen(RowKey campaign, SortedMap<String, Value> members) {
    if (!members.containsKey("seen")) {
      desk.store()
          .row(campaign)
          .flatMap(row -> row.get("statusChange"))
          .ifPresent(change -> members.put("seen", change));
    }
  }

  private static Entity entityOf(String op) {
    String subject = op.contains(".") ? op.substring(0, op.indexOf('.')) : "";
    return switch (subject) {
      case "campaign" -> Entity.CAMPAIGN;
      case "email" -> Entity.EMAIL;
      case "enrolment" -> Entity.CAMPAIGN_PROSPECT;
      case "prospect" -> Entity.PROSPECT;
      case "conflict" -> Entity.CONFLICT;
      default -> throw DeskRefused.invalid("There is no operation " + op + " here.");
    };
  }

  private Doc visible(RowKey key) {
    return desk.store().row(key).orElseThrow(() -> DeskRefused.notFound(key.entity().table()));
  }

  private ObjectNode acknowledged(Change change) {
    return Json.object().put("ack", desk.submit(change).toString());
  }
}
