package com.salescopilot.desktop.synccentre;

import com.salescopilot.desktop.harness.DeskFixture;
import com.salescopilot.model.entity.Doc;
import com.salescopilot.model.entity.Entity;
import com.salescopilot.model.entity.RowKey;
import com.salescopilot.model.sync.Change;
import com.salescopilot.model.sync.Codec;
import com.salescopilot.model.sync.Conflict;
import com.salescopilot.model.value.Value;
import java.time.Instant;
import java.util.List;
import java.util.Locale;
import java.util.OptionalLong;
import java.util.TreeMap;
import java.util.UUID;

/// Rows that the server sends when something needs a person.
final class Troubles {
  private final DeskFixture desk;

  Troubles(DeskFixture desk) {
    this.desk = desk;
  }

  private Doc fresh(Entity entity) {
    return new Doc(entity, desk.desk().newId(), 7, new TreeMap<>());
  }

  UUID prospect(String first, String last) {
    Doc row =
        fresh(Entity.PROSPECT)
            .with("firstName", first)
            .with("lastName", last)
            .with("email", (first + "." + last + "@b.example").toLowerCase(Locale.ROOT));
    desk.arrived(List.of(row));
    return row.id();
  }

  Doc row(UUID prospect) {
    return desk.row(new RowKey(Entity.PROSPECT, prospect)).orElseThrow();
  }

  /// Two people set a field of a prospect, and theirs stands.
  void clash(UUID prospect, String field, String mine, String theirs) {
    if (!field.contains(".") && desk.row(new RowKey(Entity.PROSPECT, prospect)).isPresent()) {
      desk.arrived(List.of(row(prospect).with(field, theirs)));
    }
    desk.arrived(
        List.of(
            conflict(Conflict.Kind.FIELD, prospect)
                .with("field", field)
                .with("mine", mine)
                .with("theirs", theirs)
                .with("theirsAt", DeskFixture.NOW.minusSeconds(600))));
  }

  void gone(UUID prospect) {
    Doc row = row(prospect);
    desk.arrived(
        List.of(
            conflict(Conflict.Kind.GONE, prospect)
                .with("mine", new Value.Fields(row.fields()))
                .with("theirsAt", DeskFixture.NOW.minusSeconds(60))));
  }

  /// The server would not delete a prospect.
  void refusal(UUID prospect, String detail) {
    Change wanted = new Change.Delete(new RowKey(Entity.PROSPECT, prospect), OptionalLong.empty());
    desk.arrived(
        List.of(
            conflict(Conflict.Kind.REJECTED, prospect)
                .with("mutation", Codec.write(wanted))
                .with("code", "DUPLICATE")
                .with("detail", detail)));
  }

  UUID doubt(String subject, Instant since) {
    Doc mail =
        fresh(Entity.EMAIL)
            .with("userId", DeskFixture.ADA.user().value())
            .with("toEmail", "bo@b.example")
            .with("subject", subject)
            .with("status", "UNCONFIRMED")
            .with("messageId", "<m1@desk.example>")
            .with("lastReply", "connection reset")
            .with("updatedAt", since);
    desk.arrived(List.of(mail));
    return mail.id();
  }

  private Doc conflict(Conflict.Kind kind, UUID prospect) {
    return fresh(Entity.CONFLICT)
        .with("kind", kind.name())
        .with("entity", Entity.PROSPECT.table())
        .with("entityId", prospect)
        .with("mutationId", desk.desk().newId())
        .with("createdAt", DeskFixture.NOW);
  }
}
