package com.salescopilot.server.rest;

import com.fasterxml.jackson.databind.JsonNode;
import com.fasterxml.jackson.databind.node.JsonNodeFactory;
import com.fasterxml.jackson.databind.node.ObjectNode;
import com.salescopilot.model.entity.Entity;
import com.salescopilot.model.entity.EntitySpec;
import com.salescopilot.model.entity.FieldCheck;
import com.salescopilot.model.entity.FieldSpec;
import com.salescopilot.model.entity.RowJson;
import com.salescopilot.model.value.Value;
import com.salescopilot.model.value.ValueJson;
import com.salescopilot.server.http.AppError;
import com.salescopilot.server.http.Caller;
import com.salescopilot.server.http.FieldError;
import com.salescopilot.server.http.Request;
import java.util.ArrayList;
import java.util.List;
import java.util.Map;
import java.util.Optional;
import java.util.Set;
import java.util.SortedMap;
import org.jspecify.annotations.Nullable;

/// The fields that a request gives a row.
///
/// Clients send back what they have read, so a field that only the server sets is accepted when it
/// is as it was, and never bound. Everything that is wrong is said at once.
public final class RequestBody {
  private static final Map<String, String> HALVES = Map.of("bodyHtml", "body", "bodyText", "body");

  private final ObjectNode members;
  private final List<FieldError> unknown = new ArrayList<>();
  private final List<FieldError> readOnly = new ArrayList<>();
  private final List<FieldError> invalid = new ArrayList<>();

  private RequestBody(ObjectNode members) {
    this.members = members;
  }

  /// The body of a request.
  ///
  /// @throws AppError.Malformed if it is not JSON
  /// @throws AppError.Invalid if it is not an object
  /// @throws AppError.Forbidden if it names a workspace that the token does not
  public static RequestBody of(Caller caller, Request request) {
    if (!(request.tree() instanceof ObjectNode object)) {
      throw new AppError.Invalid("", "must be an object.");
    }
    RequestBody body = new RequestBody(object.deepCopy());
    body.requireWorkspace(caller);
    return body;
  }

  private void requireWorkspace(Caller caller) {
    JsonNode workspace = members.remove("workspaceId");
    if (workspace == null || workspace.isNull()) {
      return;
    }
    if (!workspace.isTextual()) {
      wrong("/workspaceId", "must be a UUID.");
    } else if (!workspace.textValue().equalsIgnoreCase(caller.workspace().toString())) {
      throw new AppError.Forbidden("WORKSPACE", "You are signed in to another workspace.");
    }
  }

  /// Whether nothing is left to read.
  public boolean isEmpty() {
    return members.isEmpty();
  }

  /// Takes a member out that is no field of the row; null counts as absent.
  public Optional<JsonNode> take(String name) {
    return Optional.ofNullable(members.remove(name)).filter(value -> !value.isNull());
  }

  /// Takes a member out that must be a text.
  public Optional<String> takeText(String name) {
    Optional<JsonNode> value = take(name);
    if (value.isPresent() && !value.get().isTextual()) {
      wrong("/" + name, "must be a text.");
      return Optional.empty();
    }
    return value.map(JsonNode::textValue);
  }

  /// Takes a member out that must be true or false.
  public Optional<Boolean> takeFlag(String name) {
    Optional<JsonNode> value = take(name);
    if (value.isPresent() && !value.get().isBoolean()) {
      wrong("/" + name, "must be true or false.");
      return Optional.empty();
    }
    return value.map(JsonNode::booleanValue);
  }

  /// Replaces a member, such as a date by the instant that it stands for.
  public void put(String name, String text) {
    members.put(name, text);
  }

  /// A member as it stands.
  public Optional<JsonNode> peek(String name) {
    return Optional.ofNullable(members.get(name));
  }

  /// Notes what a route found wrong.
  ///
  /// @param pointer a JSON Pointer
  public void wrong(String pointer, String message) {
    invalid.add(new FieldError(pointer, message));
  }

  /// The fields for a new row, checked one by one.
  ///
  /// @param fresh what the server gives such a row, by which fields of its own are judged
  /// @throws AppError.Invalid with everything that is wrong
  public SortedMap<String, Value> forNew(Entity entity, ObjectNode fresh) {
    ObjectNode fields = fields(entity, fresh, FieldSpec.Writer.CLIENT_ONCE);
    for (FieldSpec field : EntitySpec.of(entity).fields()) {
      if (EntitySpec.of(entity).required().contains(field.name())
          && blank(fields.get(field.name()))) {
        wrong("/" + field.name(), "is missing.");
      }
    }
    done();
    return RowJson.fields(entity, fields);
  }

  /// The new values for a row that exists; null clears a field.
  ///
  /// @param shown the row as its readers see it
  /// @throws AppError.Invalid with everything that is wrong
  public ObjectNode forPatch(Entity entity, ObjectNode shown) {
    ObjectNode fields = fields(entity, shown, FieldSpec.Writer.CLIENT);
    for (String needed : EntitySpec.of(entity).required()) {
      if (fields.has(needed) && blank(fields.get(needed))) {
        wrong("/" + needed, "must not be empty.");
      }
    }
    done();
    return fields;
  }

  /// Refuses every member that is left.
  public void noMore() {
    members.fieldNames().forEachRemaining(this::isUnknown);
    members.removeAll();
  }

  /// Ends the check.
  ///
  /// @throws AppError.Invalid with everything that is wrong
  public void done() {
    List<FieldError> all = new ArrayList<>(unknown);
    all.addAll(readOnly);
    all.addAll(invalid);
    if (all.isEmpty()) {
      return;
    }
    if (all.equals(unknown)) {
      throw new AppError.Invalid(
          "UNKNOWN_FIELD", "The request has a field that is not known here.", all);
    }
    if (all.equals(readOnly)) {
      throw new AppError.Invalid("READ_ONLY", "Some fields are set by the server alone.", all);
    }
    throw new AppError.Invalid(all);
  }

  private ObjectNode fields(Entity entity, ObjectNode known, FieldSpec.Writer strongest) {
    ObjectNode fields = JsonNodeFactory.instance.objectNode();
    for (Map.Entry<String, JsonNode> member : members.properties()) {
      String name = member.getKey();
      Optional<FieldSpec> spec = field(entity, name);
      boolean writable =
          spec.map(
                  f ->
                      f.writer() == FieldSpec.Writer.CLIENT
                          || (f.writer() == FieldSpec.Writer.CLIENT_ONCE
                              && strongest == FieldSpec.Writer.CLIENT_ONCE))
              .orElse(false);
      if (writable) {
        check(entity, spec.orElseThrow(), member);
        fields.set(name, member.getValue());
      } else if (spec.isPresent() || known.has(name) || Set.of("id", "rev").contains(name)) {
        requireSame(name, member.getValue(), known.get(name));
      } else {
        isUnknown(name);
      }
    }
    return fields;
  }

  private static Optional<FieldSpec> field(Entity entity, String name) {
    EntitySpec spec = EntitySpec.of(entity);
    return Optional.ofNullable(HALVES.get(name))
        .flatMap(spec::field)
        .or(() -> spec.field(name).filter(f -> f.kind() != FieldSpec.Kind.BODY))
        .filter(f -> f.reach() == FieldSpec.Reach.SYNCED);
  }

  private void check(Entity entity, FieldSpec spec, Map.Entry<String, JsonNode> member) {
    if (member.getValue().isNull()) {
      return;
    }
    String pointer = "/" + member.getKey();
    ObjectNode alone = JsonNodeFactory.instance.objectNode();
    alone.set(member.getKey(), member.getValue());
    try {
      Optional.ofNullable(RowJson.fields(entity, alone).get(spec.name()))
          .flatMap(value -> FieldCheck.problem(spec, value))
          .ifPresent(why -> wrong(pointer, why + "."));
    } catch (IllegalArgumentException e) {
      wrong(pointer, String.valueOf(e.getMessage()) + ".");
    }
  }

  private void requireSame(String name, JsonNode value, @Nullable JsonNode known) {
    if (!same(value, known)) {
      readOnly.add(new FieldError("/" + name, "is set by the server alone."));
    }
  }

  private static boolean same(JsonNode value, @Nullable JsonNode known) {
    try {
      return ValueJson.read(value).equals(known == null ? Optional.empty() : ValueJson.read(known));
    } catch (IllegalArgumentException _) {
      return false; // nothing that we would have said
    }
  }

  private void isUnknown(String name) {
    unknown.add(
        new FieldError("/" + name.replace("~", "~0").replace("/", "~1"), "is not known here."));
  }

  private static boolean blank(@Nullable JsonNode value) {
    return value == null || value.isNull() || (value.isTextual() && value.textValue().isBlank());
  }
}
