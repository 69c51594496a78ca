package com.salescopilot.desktop.synccentre;

import com.salescopilot.desktop.harness.DeskFixture;
import com.salescopilot.model.entity.Doc;
import com.salescopilot.model.entity.Entity;
import com.salescopilot.model.entity.RowKey;
import com.salescopilot.model.id.DerivedId;
import com.salescopilot.model.sync.Change;
import com.salescopilot.model.sync.Codec;
import com.salescopilot.model.sync.Conflict;
import com.salescopilot.model.sync.RowPatch;
import com.salescopilot.model.value.Value;
import com.salescopilot.model.value.ValueJson;
import java.time.Instant;
import java.util.List;
import java.util.Locale;
import java.util.Map;
import java.util.OptionalLong;
import java.util.TreeMap;
import java.util.UUID;

/// Rows that the server sends when something needs a person.
final class Troubles {
  static final UUID BEN = UUID.fromString("01970000-0000-7000-8000-0000000000bc");

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

  /// A mail that the server holds back.
  UUID held(String subject, String why) {
    Doc mail =
        fresh(Entity.EMAIL)
            .with("userId", DeskFixture.ADA.user().value())
            .with("toEmail", "bo@b.example")
            .with("subject", subject)
            .with("status", "PENDING_SEND")
            .with("hold", why)
            .with("createdAt", DeskFixture.NOW.minusSeconds(3 * 86_400));
    desk.arrived(List.of(mail));
    return mail.id();
  }

  /// A template's text was written by two.
  UUID clashOfTexts(String mine, String theirs) {
    Doc template =
        fresh(Entity.TEMPLATE)
            .with("userId", DeskFixture.ADA.user().value())
            .with("title", "First letter")
            .with("subject", "A question")
            .with("content", theirs);
    desk.arrived(List.of(template));
    desk.arrived(
        List.of(
            conflict(Conflict.Kind.FIELD, template.key())
                .with("field", "content")
                .with("mine", mine)
                .with("theirs", theirs)
                .with("theirsBy", BEN)
                .with("theirsAt", DeskFixture.NOW.minusSeconds(7_200))));
    return template.id();
  }

  /// Two versions of one letter.
  UUID copied(String original, String copy) {
    Doc letter = letter("A question about your roof", original);
    UUID mutation = desk.desk().newId();
    Doc other =
        new Doc(Entity.EMAIL_DRAFT, DerivedId.conflictedCopy(mutation), 7, letter.fields())
            .with("body", body(copy));
    desk.arrived(
        List.of(
            letter,
            other,
            conflict(Conflict.Kind.COPY, letter.key())
                .with("field", "body")
                .with("mutationId", mutation)
                .with("theirsBy", DeskFixture.ADA.user().value())
                .with("theirsAt", DeskFixture.NOW.minusSeconds(900))));
    return letter.id();
  }

  private Doc letter(String subject, String text) {
    return fresh(Entity.EMAIL_DRAFT)
        .with("userId", DeskFixture.ADA.user().value())
        .with("subject", subject)
        .with("body", body(text));
  }

  private static Value body(String text) {
    return new Value.Fields(
        new TreeMap<>(Map.of("text", Value.text(text), "html", Value.text("<p>" + text + "</p>"))));
  }

  /// An address was given to somebody that another has; both are there.
  void duplicate(UUID prospect, String address) {
    RowKey key = new RowKey(Entity.PROSPECT, prospect);
    Change wanted =
        RowPatch.of(row(prospect), ValueJson.object("{\"email\":\"%s\"}".formatted(address)));
    desk.arrived(
        List.of(
            conflict(Conflict.Kind.REJECTED, key)
                .with("mutation", Codec.write(wanted))
                .with("code", "DUPLICATE")
                .with("detail", "Another prospect already has this mail address.")));
  }

  /// Somebody edited a prospect that another had deleted.
  void editOfDeleted(UUID prospect, String field, String value) {
    Doc row = row(prospect);
    Change wanted = RowPatch.of(row, ValueJson.object("{\"%s\":\"%s\"}".formatted(field, value)));
    desk.gone(row.key());
    desk.arrived(
        List.of(
            conflict(Conflict.Kind.REJECTED, row.key())
                .with("mutation", Codec.write(wanted))
                .with("code", "GONE")
                .with("was", new Value.Fields(row.fields()))
                .with("theirsBy", BEN)
                .with("theirsAt", DeskFixture.NOW.minusSeconds(60))
                .with("detail", "What you edited is not there any more.")));
  }

  /// The server once said what Ben is called.
  void knowBen() {
    desk.desk().store().keepLocalDraft("person", BEN.toString(), "Ben Adler");
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
    return conflict(kind, new RowKey(Entity.PROSPECT, prospect));
  }

  private Doc conflict(Conflict.Kind kind, RowKey about) {
    return fresh(Entity.CONFLICT)
        .with("kind", kind.name())
        .with("entity", about.entity().table())
        .with("entityId", about.id())
        .with("mutationId", desk.desk().newId())
        .with("createdAt", DeskFixture.NOW);
  }
}
