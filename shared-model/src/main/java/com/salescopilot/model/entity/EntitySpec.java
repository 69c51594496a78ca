package com.salescopilot.model.entity;

import static com.salescopilot.model.entity.FieldSpec.Kind.ADDRESS;
import static com.salescopilot.model.entity.FieldSpec.Kind.BODY;
import static com.salescopilot.model.entity.FieldSpec.Kind.DECIMAL;
import static com.salescopilot.model.entity.FieldSpec.Kind.ID;
import static com.salescopilot.model.entity.FieldSpec.Kind.INSTANT;
import static com.salescopilot.model.entity.FieldSpec.Kind.JSON;
import static com.salescopilot.model.entity.FieldSpec.Kind.MAP;
import static com.salescopilot.model.entity.FieldSpec.Kind.TEXT;
import static com.salescopilot.model.entity.FieldSpec.Kind.WHOLE;

import java.util.EnumMap;
import java.util.LinkedHashMap;
import java.util.List;
import java.util.Map;
import java.util.Optional;

/// The fields of every entity: one table, from which columns, JSON, merging and tests' generators
/// are made.
public final class EntitySpec {
  /// Longest subject, RFC 5322 §2.1.1.
  public static final int LONGEST_SUBJECT = 998;

  /// Longest body in UTF-8 bytes, each half.
  public static final int LONGEST_BODY = 100 * 1024;

  private static final int NAME = 200;
  private static final int LONG_TEXT = 4_000;
  private static final int CODE = 64;

  private static final Map<Entity, EntitySpec> SPECS = specs();

  private final Entity entity;
  private final Map<String, FieldSpec> fields = new LinkedHashMap<>();

  /// What is asked for every row, made once.
  private List<FieldSpec> all = List.of();

  private List<FieldSpec> synced = List.of();

  private EntitySpec(Entity entity) {
    this.entity = entity;
  }

  /// The fields of an entity.
  public static EntitySpec of(Entity entity) {
    EntitySpec spec = SPECS.get(entity);
    if (spec == null) {
      throw new IllegalStateException("no fields are declared for " + entity);
    }
    return spec;
  }

  public Entity entity() {
    return entity;
  }

  /// All fields in the order of their columns.
  public List<FieldSpec> fields() {
    return all;
  }

  /// The fields that clients see, in order.
  public List<FieldSpec> synced() {
    return synced;
  }

  /// The field of this name, or empty.
  public Optional<FieldSpec> field(String name) {
    return Optional.ofNullable(fields.get(name));
  }

  /// The names of the fields that no row can do without.
  public List<String> required() {
    return switch (entity) {
      case PROSPECT -> List.of("email");
      case CAMPAIGN -> List.of("name");
      case CAMPAIGN_STEP -> List.of("campaignId", "position");
      case TEMPLATE -> List.of("title");
      case SUPPRESSION -> List.of("address");
      case TEMPLATE_FAVORITE -> List.of("templateId");
      case TASK -> List.of("kind", "title");
      case PROSPECT_ALIAS,
          COMPANY_DATA,
          CAMPAIGN_PROSPECT,
          EMAIL,
          EMAIL_DRAFT,
          PROSPECT_IMPORT,
          CONFLICT ->
          List.of();
    };
  }

  private static Map<Entity, EntitySpec> specs() {
    Map<Entity, EntitySpec> specs = new EnumMap<>(Entity.class);
    for (Entity entity : Entity.values()) {
      specs.put(entity, declare(entity).complete());
    }
    return specs;
  }

  private static EntitySpec declare(Entity entity) {
    EntitySpec spec = new EntitySpec(entity);
    return switch (entity) {
      case PROSPECT ->
          spec.client("email", ADDRESS, 254)
              .client("firstName", TEXT, NAME)
              .client("lastName", TEXT, NAME)
              .client("company", TEXT, NAME)
              .client("jobTitle", TEXT, NAME)
              .client("customFields", MAP, LONG_TEXT)
              .times();
      case PROSPECT_ALIAS -> spec.server("toId", ID);
      case COMPANY_DATA ->
          spec.server("domain", TEXT)
              .server("name", TEXT)
              .server("industry", TEXT)
              .server("size", TEXT)
              .server("location", TEXT)
              .server("metadata", JSON)
              .times();
      case CAMPAIGN ->
          spec.server("userId", ID)
              .client("name", TEXT, NAME)
              .client("description", TEXT, LONG_TEXT)
              .server("status", TEXT)
              .client("startDate", INSTANT, CODE)
              .client("endDate", INSTANT, CODE)
              .client("policy", MAP, LONG_TEXT)
              .client("mailboxId", ID, CODE)
              .server("activatedAt", INSTANT)
              .server("statusChange", ID)
              .server("pausedReason", TEXT)
              .server("pauses", JSON)
              .times();
      case CAMPAIGN_STEP ->
          spec.once("campaignId", ID, CODE)
              .once("position", WHOLE, CODE)
              .once("variant", TEXT, 1)
              .client("weight", WHOLE, CODE)
              .client("templateId", ID, CODE)
              .client("templateRevision", WHOLE, CODE)
              .client("subject", TEXT, LONGEST_SUBJECT)
              .client("body", BODY, LONGEST_BODY)
              .client("delayAmount", WHOLE, CODE)
              .client("delayUnit", TEXT, CODE)
              .client("threadMode", TEXT, CODE)
              .times();
      case CAMPAIGN_PROSPECT ->
          spec.server("campaignId", ID)
              .server("prospectId", ID)
              .server("status", TEXT)
              .server("currentStep", WHOLE)
              .server("rotation", WHOLE)
              .server("reason", TEXT)
              .server("resumeAt", INSTANT)
              .server("enrolledAt", INSTANT)
              .server("anchorAt", INSTANT)
              .times();
      case TEMPLATE ->
          spec.server("userId", ID)
              .client("title", TEXT, NAME)
              .client("subject", TEXT, LONGEST_SUBJECT)
              .client("description", TEXT, LONG_TEXT)
              .client("content", TEXT, LONGEST_BODY)
              .client("category", TEXT, CODE)
              .client("tone", TEXT, CODE)
              .server("revision", WHOLE)
              .server("usedCount", WHOLE)
              .server("openRate", DECIMAL)
              .server("replyRate", DECIMAL)
              .times();
      case EMAIL ->
          spec.server("draftId", ID)
              .server("generation", WHOLE)
              .server("userId", ID)
              .server("prospectId", ID)
              .server("campaignId", ID)
              .server("templateId", ID)
              .server("templateRevision", WHOLE)
              .server("stepPosition", WHOLE)
              .server("rotation", WHOLE)
              .server("variant", TEXT)
              .serverOnly("threadReferences", TEXT)
              .server("mailboxId", ID)
              .server("fromEmail", ADDRESS)
              .server("fromName", TEXT)
              .server("toEmail", ADDRESS)
              .server("subject", TEXT)
              .serverOnly("body", BODY)
              .serverOnly("provenance", JSON)
              .server("status", TEXT)
              .server("hold", TEXT)
              .server("cancelReason", TEXT)
              .server("tracking", TEXT)
              .server("notBefore", INSTANT)
              .server("expiresAt", INSTANT)
              .server("idempotencyKey", TEXT)
              .server("contentHash", TEXT)
              .server("messageId", TEXT)
              .server("providerMessageId", TEXT)
              .server("lastReply", TEXT)
              .server("acceptedAt", INSTANT)
              .server("sentAt", INSTANT)
              .server("openedAt", INSTANT)
              .server("repliedAt", INSTANT)
              .server("opens", WHOLE)
              .server("replies", WHOLE)
              .server("signals", JSON)
              .times();
      case SUPPRESSION ->
          spec.once("address", ADDRESS, 254)
              .client("reason", TEXT, NAME)
              .server("source", TEXT)
              .server("userId", ID)
              .times();
      case EMAIL_DRAFT ->
          spec.server("userId", ID)
              .client("prospectId", ID, CODE)
              .client("campaignId", ID, CODE)
              .client("templateId", ID, CODE)
              .client("provenance", MAP, LONG_TEXT)
              .client("subject", TEXT, LONGEST_SUBJECT)
              .client("body", BODY, LONGEST_BODY)
              .times();
      case TEMPLATE_FAVORITE -> spec.once("templateId", ID, CODE).server("createdAt", INSTANT);
      case TASK ->
          spec.client("prospectId", ID, CODE)
              .client("emailId", ID, CODE)
              .once("kind", TEXT, CODE)
              .client("title", TEXT, NAME)
              .client("dueAt", INSTANT, CODE)
              .client("doneAt", INSTANT, CODE)
              .times();
      case PROSPECT_IMPORT ->
          spec.server("importId", ID)
              .server("chunk", WHOLE)
              .server("file", TEXT)
              .server("mode", TEXT)
              .server("created", WHOLE)
              .server("updated", WHOLE)
              .server("unchanged", WHOLE)
              .server("undo", JSON)
              .server("undoneAt", INSTANT)
              .server("kept", JSON)
              .server("createdAt", INSTANT);
      case CONFLICT ->
          spec.server("kind", TEXT)
              .server("entity", TEXT)
              .server("entityId", ID)
              .server("field", TEXT)
              .server("was", JSON)
              .server("mine", JSON)
              .server("theirs", JSON)
              .server("theirsBy", ID)
              .server("theirsAt", INSTANT)
              .server("mutationId", ID)
              .server("mutation", JSON)
              .server("code", TEXT)
              .server("detail", TEXT)
              .server("createdAt", INSTANT);
    };
  }

  private EntitySpec complete() {
    all = List.copyOf(fields.values());
    synced = all.stream().filter(f -> f.reach() == FieldSpec.Reach.SYNCED).toList();
    return this;
  }

  private EntitySpec client(String name, FieldSpec.Kind kind, int limit) {
    return add(name, kind, FieldSpec.Writer.CLIENT, limit, FieldSpec.Reach.SYNCED);
  }

  private EntitySpec once(String name, FieldSpec.Kind kind, int limit) {
    return add(name, kind, FieldSpec.Writer.CLIENT_ONCE, limit, FieldSpec.Reach.SYNCED);
  }

  private EntitySpec server(String name, FieldSpec.Kind kind) {
    return add(name, kind, FieldSpec.Writer.SERVER, Integer.MAX_VALUE, FieldSpec.Reach.SYNCED);
  }

  private EntitySpec serverOnly(String name, FieldSpec.Kind kind) {
    return add(name, kind, FieldSpec.Writer.SERVER, Integer.MAX_VALUE, FieldSpec.Reach.SERVER_ONLY);
  }

  private EntitySpec times() {
    return server("createdAt", INSTANT).server("updatedAt", INSTANT);
  }

  private EntitySpec add(
      String name, FieldSpec.Kind kind, FieldSpec.Writer writer, int limit, FieldSpec.Reach reach) {
    fields.put(name, new FieldSpec(name, kind, writer, limit, reach));
    return this;
  }
}
