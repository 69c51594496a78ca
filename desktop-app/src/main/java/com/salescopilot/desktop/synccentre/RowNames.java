package com.salescopilot.desktop.synccentre;

import com.salescopilot.desktop.store.SqliteStore;
import com.salescopilot.desktop.ui.Texts;
import com.salescopilot.model.entity.Doc;
import com.salescopilot.model.entity.Entity;
import com.salescopilot.model.entity.EntitySpec;
import com.salescopilot.model.entity.FieldSpec;
import com.salescopilot.model.entity.RowKey;
import com.salescopilot.model.score.Provenance;
import java.util.Optional;
import java.util.UUID;

/// What people call a row.
final class RowNames {
  private final SqliteStore store;
  private final Texts texts;

  RowNames(SqliteStore store, Texts texts) {
    this.store = store;
    this.texts = texts;
  }

  /// The kind of the row and its name: "Prospect Bo Berg".
  String of(RowKey key) {
    return text("row." + key.entity().table(), name(key));
  }

  /// Its name alone; one that is gone is called so.
  String name(RowKey key) {
    return store
        .row(key)
        .or(() -> store.beneath(key)) // it was deleted here, and had a name
        .map(this::name)
        .orElseGet(() -> text("row.gone"));
  }

  /// The name of a field.
  String field(Entity entity, String field) {
    int dot = field.indexOf('.');
    if (dot > 0) {
      return field.substring(dot + 1); // a field that the workspace named itself
    }
    boolean known =
        EntitySpec.of(entity).fields().stream()
            .anyMatch(
                spec -> spec.name().equals(field) && spec.writer() != FieldSpec.Writer.SERVER);
    return known ? text("field." + field) : field;
  }

  /// Whether people read the value: an id of another row tells them nothing, and what is noted
  /// beside a letter is read with its mail.
  static boolean isForPeople(Entity entity, String field) {
    int dot = field.indexOf('.');
    return EntitySpec.of(entity)
        .field(dot > 0 ? field.substring(0, dot) : field)
        .filter(spec -> spec.kind() != FieldSpec.Kind.ID)
        .filter(spec -> !spec.name().equals(Provenance.FIELD))
        .isPresent();
  }

  /// What people call a row that is at hand.
  String name(Doc row) {
    return switch (row.entity()) {
      case PROSPECT -> person(row);
      case CAMPAIGN -> first(row, "name");
      case TEMPLATE -> first(row, "title");
      case EMAIL, EMAIL_DRAFT -> first(row, "subject");
      case CAMPAIGN_STEP ->
          text("row.step", row.whole("position"), of(row, "campaignId", Entity.CAMPAIGN));
      case SUPPRESSION -> first(row, "address");
      case CAMPAIGN_PROSPECT -> of(row, "prospectId", Entity.PROSPECT);
      case PROSPECT_ALIAS -> of(row, "toId", Entity.PROSPECT);
      case TEMPLATE_FAVORITE -> of(row, "templateId", Entity.TEMPLATE);
      case TASK -> first(row, "title");
      case COMPANY_DATA -> first(row, "domain");
      case PROSPECT_IMPORT -> first(row, "file");
      case CONFLICT -> text("row.conflict.name");
    };
  }

  private String of(Doc row, String field, Entity entity) {
    Optional<UUID> id = row.uuid(field);
    return id.map(found -> name(new RowKey(entity, found))).orElseGet(() -> text("row.gone"));
  }

  private String first(Doc row, String field) {
    return row.text(field).filter(words -> !words.isBlank()).orElseGet(() -> text("row.unnamed"));
  }

  private static String person(Doc row) {
    String name =
        (row.text("firstName").orElse("") + " " + row.text("lastName").orElse("")).strip();
    return name.isEmpty() ? row.text("email").orElse("") : name;
  }

  private String text(String key, Object... values) {
    return texts.get(getClass(), key, values);
  }
}
