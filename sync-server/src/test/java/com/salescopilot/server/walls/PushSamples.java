package com.salescopilot.server.walls;

import static com.salescopilot.server.walls.Sample.api;

import com.salescopilot.model.id.DerivedId;
import com.salescopilot.model.id.UserId;
import java.util.ArrayList;
import java.util.List;
import java.util.Map;
import java.util.TreeSet;
import java.util.UUID;
import java.util.function.Function;

/// Every operation that a device can push, each in a push of its own, and the pull.
final class PushSamples {
  /// What a device may create, and with which fields.
  private static final Map<String, Function<Tenant, String>> FIELDS =
      Map.of(
          "prospect", t -> "{\"email\":\"%s\",\"company\":\"B\"}".formatted(t.newAddress()),
          "campaign", t -> "{\"name\":\"N\",\"mailboxId\":\"%s\"}".formatted(t.id("user")),
          "template", _ -> "{\"title\":\"T\",\"content\":\"C\"}",
          "email_draft",
              t ->
                  "{\"subject\":\"S\",\"prospectId\":\"%s\",\"campaignId\":\"%s\"}"
                      .formatted(t.id("user"), t.id("workspace")),
          "task",
              t ->
                  "{\"title\":\"T\",\"kind\":\"MANUAL\",\"prospectId\":\"%s\"}"
                      .formatted(t.id("user")),
          "template_favorite", t -> "{\"templateId\":\"%s\"}".formatted(t.id("user")),
          "suppression", t -> "{\"address\":\"%s\"}".formatted(t.newAddress()),
          "campaign_step",
              t ->
                  "{\"campaignId\":\"%s\",\"position\":1,\"subject\":\"S\",\"templateId\":\"%s\"}"
                      .formatted(t.made("/campaigns", "{\"name\":\"N\"}"), t.id("user")));

  private static final List<String> BY_THE_SERVER =
      List.of(
          "\"op\":\"email.claim\",\"entity\":\"email\",\"mailboxId\":\"%s\",\"fromEmail\":\"a@b.example\",\"messageId\":\"m\"",
          "\"op\":\"email.outcome\",\"entity\":\"email\",\"as\":\"SENT\",\"at\":\"2026-01-31T12:00:00Z\"",
          "\"op\":\"email.withdraw\",\"entity\":\"email\",\"reason\":\"USER\"",
          "\"op\":\"email.requeue\",\"entity\":\"email\"",
          "\"op\":\"email.engaged\",\"entity\":\"email\",\"opens\":1,\"replies\":1",
          "\"op\":\"campaign.halt\",\"entity\":\"campaign\",\"alarm\":\"GUARD_BOUNCE\"",
          "\"op\":\"campaign.activate\",\"entity\":\"campaign\"",
          "\"op\":\"enrolment.sent\",\"entity\":\"campaign_prospect\",\"position\":1,\"rotation\":0,\"at\":\"2026-01-31T12:00:00Z\"",
          "\"op\":\"enrolment.revive\",\"entity\":\"campaign_prospect\"",
          "\"op\":\"suppression.note\",\"entity\":\"suppression\",\"address\":\"a@b.example\",\"source\":\"BOUNCED\"",
          "\"op\":\"enrolment.move\",\"entity\":\"campaign_prospect\",\"campaignId\":\"%s\",\"prospectId\":\"%s\"",
          "\"op\":\"enrolment.event\",\"entity\":\"campaign_prospect\",\"status\":\"REPLIED\"");

  private PushSamples() {}

  static List<Sample> all() {
    List<Sample> samples = new ArrayList<>();
    samples.add(
        api(
                "POST",
                "/sync/pull",
                t ->
                    Call.api(
                        "POST",
                        "/sync/pull",
                        """
                        {"protocol":1,"device":"%s","cursors":{},"acked":0,"wait":0}\
                        """
                            .formatted(UUID.randomUUID())))
            .called("pull")
            .leavingMarks());
    for (String entity : new TreeSet<>(FIELDS.keySet())) {
      samples.add(
          push(made(entity), t -> row("create", entity, random()) + fields(t, entity))
              .leavingMarks());
      samples.add(push("patch " + entity, t -> patch(t, entity)));
      if (!entity.equals("campaign")) {
        samples.add(
            push("restore " + entity, t -> row("restore", entity, random()) + fields(t, entity))
                .leavingMarks());
        samples.add(push("delete " + entity, _ -> row("delete", entity, random())).leavingMarks());
      }
    }
    samples.add(push("delete conflict", _ -> row("delete", "conflict", random())).leavingMarks());
    samples.addAll(commands());
    return samples;
  }

  /// A step is made by somebody who has not made campaigns under the ids of others before.
  private static String made(String entity) {
    return (entity.equals("campaign_step") ? "make " : "create ") + entity;
  }

  private static List<Sample> commands() {
    List<Sample> samples = new ArrayList<>();
    samples.add(push("send", PushSamples::send));
    samples.add(push("send draft", PushSamples::sendDraft).leavingMarks());
    for (String op : List.of("email.cancel", "email.resend")) {
      samples.add(push(op, t -> row(op, "email", t.id("email"))));
    }
    samples.add(
        push("settle", t -> row("email.settle", "email", t.id("email")) + ",\"as\":\"SENT\""));
    samples.add(
        push(
            "enrol",
            t ->
                row("campaign.enrol", "campaign", t.id("campaign"))
                    + ",\"prospectIds\":[\"%s\",\"%s\"]"
                        .formatted(t.id("prospect"), t.id("enrolled"))));
    samples.add(
        push(
            "merge",
            t ->
                row("prospect.merge", "prospect", random())
                    + ",\"into\":\"%s\"".formatted(t.id("prospect"))));
    samples.add(
        push(
            "undo import",
            t ->
                row("import.undo", "prospect_import", random())
                    + ",\"prospectIds\":[\"%s\"]".formatted(t.id("prospect"))));
    samples.add(push("import", PushSamples::imported).leavingMarks());
    for (String move : List.of("start", "pause", "resume", "complete", "archive", "reopen")) {
      samples.add(
          push(
              move,
              t ->
                  row("campaign." + move, "campaign", random())
                      + ",\"seen\":\"%s\"".formatted(random())));
    }
    for (String op : BY_THE_SERVER) {
      samples.add(
          push(
              op.substring(6, op.indexOf(',') - 1),
              _ -> op.formatted(random(), random()) + ",\"key\":\"%s\"".formatted(random())));
    }
    return samples;
  }

  private static String imported(Tenant t) {
    UUID importId = UUID.randomUUID();
    UUID portion = DerivedId.importChunk(UserId.parse(t.id("user")), importId, 0);
    return row("prospect.import", "prospect_import", portion.toString())
        + ",\"importId\":\"%s\",\"chunk\":0,\"mode\":\"SKIP\",\"people\":[{\"id\":\"%s\",\"fields\":{\"email\":\"%s\"}}]"
            .formatted(importId, UUID.randomUUID(), t.newAddress());
  }

  /// A push of one mutation from a device that nobody has seen yet.
  static Sample push(String what, Function<Tenant, String> members) {
    return api("POST", "/sync/push", t -> call(members.apply(t))).called(what);
  }

  static Call call(String members) {
    return Call.api(
        "POST",
        "/sync/push",
        """
        {"protocol":1,"device":"%s","after":{"seq":0,"id":"%s"},
         "mutations":[{"seq":1,"id":"%s","age":0,%s}]}\
        """
            .formatted(random(), new UUID(0, 0), random(), members));
  }

  static String row(String op, String entity, String key) {
    return "\"op\":\"%s\",\"entity\":\"%s\",\"key\":\"%s\"".formatted(op, entity, key);
  }

  private static String fields(Tenant tenant, String entity) {
    Function<Tenant, String> fields = FIELDS.get(entity);
    return ",\"fields\":" + (fields == null ? "{}" : fields.apply(tenant));
  }

  /// Of a new row where the value is another each time: two edits of one field would meet.
  private static String patch(Tenant tenant, String entity) {
    return switch (entity) {
      case "prospect" -> patch(entity, tenant.id(entity), "jobTitle", "CTO");
      case "template" -> patch(entity, tenant.id(entity), "description", "D");
      case "campaign" ->
          row("patch", entity, tenant.made("/campaigns", "{\"name\":\"N\"}"))
              + ",\"set\":{%s}".formatted(change("mailboxId"));
      case "email_draft" ->
          row("patch", entity, tenant.made("/emails/draft", "{}"))
              + ",\"set\":{%s,%s,%s}"
                  .formatted(change("prospectId"), change("campaignId"), change("templateId"));
      case String _ -> row("patch", entity, tenant.id(entity)) + ",\"set\":{}";
    };
  }

  private static String patch(String entity, String key, String field, String value) {
    return row("patch", entity, key) + ",\"set\":{\"%s\":{\"now\":\"%s\"}}".formatted(field, value);
  }

  private static String change(String field) {
    return "\"%s\":{\"was\":\"%s\",\"now\":\"%s\"}".formatted(field, random(), random());
  }

  /// From a draft that its author has deleted meanwhile.
  private static String sendDraft(Tenant tenant) {
    UUID draft = UUID.randomUUID();
    return row("email.send", "email", DerivedId.email(tenant.userId(), draft, 1).toString())
        + """
        ,"draftId":"%s","generation":1,"mailboxId":"%s","to":"second@%s","subject":"S",
        "body":{"text":"T"}\
        """
            .formatted(draft, random(), tenant.domain);
  }

  private static String send(Tenant tenant) {
    String key = tenant.key();
    return row("email.send", "email", DerivedId.emailForKey(tenant.userId(), key).toString())
        + """
        ,"idempotencyKey":"%s","generation":1,"prospectId":"%s","campaignId":"%s",
        "templateId":"%s","templateRevision":1,"to":"second@%s","subject":"S",
        "body":{"text":"T"}\
        """
            .formatted(
                key,
                tenant.id("enrolled"),
                tenant.id("campaign"),
                tenant.id("template"),
                tenant.domain);
  }

  private static String random() {
    return UUID.randomUUID().toString();
  }
}
