package com.salescopilot.model.sync;

import static org.assertj.core.api.Assertions.assertThat;

import com.salescopilot.model.campaign.CampaignMove;
import com.salescopilot.model.campaign.EnrolmentStatus;
import com.salescopilot.model.entity.Doc;
import com.salescopilot.model.entity.Entity;
import com.salescopilot.model.entity.RowKey;
import com.salescopilot.model.event.EventType;
import com.salescopilot.model.id.DerivedId;
import com.salescopilot.model.id.UserId;
import com.salescopilot.model.id.UuidV7;
import com.salescopilot.model.mail.EmailStatus;
import com.salescopilot.model.value.Value;
import java.time.Duration;
import java.time.Instant;
import java.util.List;
import java.util.Map;
import java.util.Optional;
import java.util.OptionalLong;
import java.util.Random;
import java.util.SortedMap;
import java.util.TreeMap;
import java.util.UUID;
import org.junit.jupiter.api.Test;

/// The conflict rules of `sync.md` §8 and the sending rules of `mail.md` §3, one example each.
final class RulesTest {
  private static final Instant NOW = Instant.parse("2026-09-01T08:00:00Z");
  private final UuidV7 ids = new UuidV7(() -> NOW, new Random(11));
  private final Actor.Member ana = new Actor.Member(new UserId(ids.next()), Role.USER, ids.next());
  private final Actor.Member ben = new Actor.Member(new UserId(ids.next()), Role.USER, ids.next());
  private final Actor server = new Actor.Internal("worker");
  private final Rows rows = new Rows();

  @Test
  void a_field_that_the_server_sets_is_refused_by_name() {
    Result result = take(ana, create(Entity.TEMPLATE, ids.next(), "title", "T", "usedCount", "3"));
    assertThat(rejected(result).code()).isEqualTo(RejectCode.INVALID);
    assertThat(rejected(result).field()).isEqualTo("usedCount");
  }

  @Test
  void an_unknown_field_is_refused_by_name() {
    Result result =
        take(ana, create(Entity.PROSPECT, ids.next(), "email", "a@b.example", "nam", "x"));
    assertThat(rejected(result).field()).isEqualTo("nam");
  }

  @Test
  void what_is_wrong_with_an_address_is_said_in_one_sentence() {
    Result result = take(ana, create(Entity.PROSPECT, ids.next(), "email", "nobody"));
    assertThat(rejected(result).detail())
        .isEqualTo("email is not a mail address: the address has no @.");
  }

  @Test
  void a_patch_onto_a_taken_address_is_a_duplicate() {
    UUID first = prospect("a@b.example");
    UUID second = prospect("c@d.example");
    Result result =
        take(ana, patch(Entity.PROSPECT, second, "email", "c@d.example", "A@B.example"));
    assertThat(rejected(result).code()).isEqualTo(RejectCode.DUPLICATE);
    assertThat(rows.get(Entity.PROSPECT, first).text("email")).contains("a@b.example");
  }

  @Test
  void keys_of_a_map_are_merged_one_by_one() {
    UUID id = prospect("a@b.example");
    take(ana, patchKey(id, "plan", "pro"));
    take(ben, patchKey(id, "budget", "50k"));
    assertThat(rows.get(Entity.PROSPECT, id).get("customFields"))
        .contains(new Value.Fields(fields("plan", "pro", "budget", "50k")));
  }

  @Test
  void a_prospect_is_not_merged_into_itself_and_a_second_time_it_is_done() {
    UUID first = prospect("a@b.example");
    UUID second = prospect("c@d.example");
    assertThat(rejected(take(ana, new ProspectCommand.Merge(first, first))).code())
        .isEqualTo(RejectCode.INVALID);
    assertThat(take(ana, new ProspectCommand.Merge(second, first)).outcome())
        .isEqualTo(new Outcome.Merged(first));
    assertThat(take(ben, new ProspectCommand.Merge(second, first))).isEqualTo(Result.noOp());
    assertThat(take(ben, new ProspectCommand.Merge(first, second))).isEqualTo(Result.noOp());
    assertThat(rejected(take(ben, new ProspectCommand.Merge(ids.next(), first))).code())
        .isEqualTo(RejectCode.GONE);
  }

  @Test
  void an_enrolment_of_a_merged_prospect_joins_the_one_of_the_other() {
    UUID campaign = ids.next();
    UUID stays = prospect("a@b.example");
    UUID goes = prospect("c@d.example");
    take(ana, create(Entity.CAMPAIGN, campaign, "name", "Spring"));
    take(ana, new CampaignCommand.Enrol(campaign, List.of(stays, goes)));
    UUID from = DerivedId.enrolment(campaign, goes);
    UUID to = DerivedId.enrolment(campaign, stays);
    take(server, propose(from, EnrolmentStatus.REPLIED));
    EnrolmentCommand move = new EnrolmentCommand.Move(from, campaign, stays);
    assertThat(rejected(take(ana, move)).code()).isEqualTo(RejectCode.FORBIDDEN);
    take(server, move);
    assertThat(rows.row(new RowKey(Entity.CAMPAIGN_PROSPECT, from))).isEmpty();
    assertThat(rows.get(Entity.CAMPAIGN_PROSPECT, to).text("status")).contains("REPLIED");
    assertThat(rows.get(Entity.CAMPAIGN_PROSPECT, to).uuid("prospectId")).contains(stays);
  }

  @Test
  void an_edit_of_a_deleted_row_is_gone_and_a_restore_brings_it_back() {
    UUID id = prospect("a@b.example");
    RowKey key = new RowKey(Entity.PROSPECT, id);
    take(ana, new Change.Delete(key, OptionalLong.empty()));
    assertThat(rejected(take(ben, patch(Entity.PROSPECT, id, "company", "", "B"))).code())
        .isEqualTo(RejectCode.GONE);
    assertThat(rejected(take(ben, create(Entity.PROSPECT, id, "email", "a@b.example"))).code())
        .isEqualTo(RejectCode.GONE);
    take(ben, new Change.Restore(key, fields("email", "a@b.example")));
    assertThat(rows.row(key)).isPresent();
  }

  @Test
  void the_other_version_of_a_letter_becomes_a_draft_of_its_own() {
    UUID id = ids.next();
    take(ana, new Change.Create(new RowKey(Entity.EMAIL_DRAFT, id), body("Hello")));
    Actor.Member laptop = new Actor.Member(ana.user(), Role.USER, ids.next());
    take(laptop, patchBody(id, "Hello", "Hello from the laptop"));
    Result lost = take(ana, patchBody(id, "Hello", "Hello from the desk"));
    assertThat(lost.conflicts()).extracting(Conflict::kind).containsExactly(Conflict.Kind.COPY);

    assertThat(rows.get(Entity.EMAIL_DRAFT, id).body("text")).contains("Hello from the laptop");
    List<Doc> copies = rows.rows.values().stream().filter(row -> !row.id().equals(id)).toList();
    assertThat(copies).hasSize(1);
    assertThat(copies.getFirst().body("text")).contains("Hello from the desk");
    assertThat(copies.getFirst().text("subject").orElse("")).contains("conflicted copy");
  }

  @Test
  void a_template_gets_a_new_revision_when_its_words_change_and_not_when_its_title_does() {
    UUID id = ids.next();
    take(ana, create(Entity.TEMPLATE, id, "title", "T", "content", "one"));
    take(ana, patch(Entity.TEMPLATE, id, "title", "T", "U"));
    assertThat(rows.get(Entity.TEMPLATE, id).whole("revision")).isEqualTo(1);
    take(ana, patch(Entity.TEMPLATE, id, "content", "one", "two"));
    assertThat(rows.get(Entity.TEMPLATE, id).whole("revision")).isEqualTo(2);
  }

  @Test
  void a_favourite_made_on_two_machines_is_one_and_no_disagreement() {
    UUID template = ids.next();
    UUID id = DerivedId.favourite(ana.user(), template);
    Change favour = create(Entity.TEMPLATE_FAVORITE, id, "templateId", template.toString());
    take(ana, favour);
    Actor.Member laptop = new Actor.Member(ana.user(), Role.USER, ids.next());
    assertThat(take(laptop, favour)).isEqualTo(Result.noOp());
    Change other = create(Entity.TEMPLATE_FAVORITE, id, "templateId", ids.next().toString());
    assertThat(rejected(take(laptop, other)).detail())
        .isEqualTo("templateId is set once, when the row is made.");
  }

  @Test
  void a_colleague_may_not_change_a_template_but_an_admin_may() {
    UUID id = ids.next();
    take(ana, create(Entity.TEMPLATE, id, "title", "T"));
    assertThat(rejected(take(ben, patch(Entity.TEMPLATE, id, "title", "T", "U"))).code())
        .isEqualTo(RejectCode.FORBIDDEN);
    Actor.Member admin = new Actor.Member(ben.user(), Role.ADMIN, ben.device());
    assertThat(take(admin, patch(Entity.TEMPLATE, id, "title", "T", "U")).outcome())
        .isEqualTo(new Outcome.Applied());
  }

  @Test
  void the_same_send_again_is_nothing_and_other_content_is_already_sent() {
    UUID draft = draft();
    Result first = take(ana, send(draft, "Hi"));
    assertThat(first.events())
        .extracting(DomainEvent::type)
        .containsExactly(EventType.EMAIL_QUEUED);
    assertThat(take(ana, send(draft, "Hi")).outcome()).isEqualTo(new Outcome.NoOp());
    assertThat(rejected(take(ana, send(draft, "Ho"))).code()).isEqualTo(RejectCode.ALREADY_SENT);
    assertThat(rows.rows.keySet()).filteredOn(key -> key.entity() == Entity.EMAIL).hasSize(1);
  }

  @Test
  void a_send_with_a_merge_field_left_over_is_refused() {
    assertThat(rejected(take(ana, send(draft(), "Hi {{firstName}}"))).code())
        .isEqualTo(RejectCode.INVALID);
  }

  @Test
  void a_send_that_was_clicked_more_than_a_day_ago_waits_for_its_author() {
    UUID draft = draft();
    Stamp late = new Stamp(ana, NOW.minus(Duration.ofHours(25)), NOW);
    rows.take(new Mutation(ids.next(), send(draft, "Hi")), late);
    assertThat(rows.get(Entity.EMAIL, DerivedId.email(ana.user(), draft, 1)).text("hold"))
        .contains("STALE");
  }

  @Test
  void a_mail_that_has_left_is_too_late_to_cancel() {
    UUID draft = draft();
    take(ana, send(draft, "Hi"));
    UUID id = DerivedId.email(ana.user(), draft, 1);
    claimAndSend(id);
    assertThat(rows.get(Entity.EMAIL, id).text("status")).contains(EmailStatus.SENT.name());
    assertThat(rejected(take(ana, new EmailCommand.Cancel(id))).code())
        .isEqualTo(RejectCode.TOO_LATE);
  }

  @Test
  void only_the_server_says_how_a_mail_ended() {
    UUID draft = draft();
    take(ana, send(draft, "Hi"));
    Result result = take(ana, ended(DerivedId.email(ana.user(), draft, 1), EmailStatus.SENT));
    assertThat(rejected(result).code()).isEqualTo(RejectCode.FORBIDDEN);
  }

  @Test
  void a_doubtful_mail_is_settled_by_its_sender_and_by_nobody_else() {
    UUID draft = draft();
    take(ana, send(draft, "Hi"));
    UUID id = DerivedId.email(ana.user(), draft, 1);
    take(server, new EmailCommand.Claim(id, ids.next(), "a@b.example", Optional.empty(), "<m@b>"));
    take(server, ended(id, EmailStatus.UNCONFIRMED));
    EmailCommand settle = new EmailCommand.Settle(id, EmailCommand.Settle.Verdict.SENT);
    assertThat(rejected(take(ben, settle)).code()).isEqualTo(RejectCode.FORBIDDEN);
    take(ana, settle);
    assertThat(rows.get(Entity.EMAIL, id).text("status")).contains("SENT");
  }

  @Test
  void a_start_loses_against_a_stop_that_its_author_had_not_seen() {
    UUID id = ids.next();
    take(ana, create(Entity.CAMPAIGN, id, "name", "C"));
    take(ana, new CampaignCommand.Move(id, CampaignMove.START, Optional.empty()));
    Optional<UUID> seen = rows.get(Entity.CAMPAIGN, id).uuid("statusChange");
    take(ana, new CampaignCommand.Move(id, CampaignMove.PAUSE, Optional.empty()));
    Result blind = take(ana, new CampaignCommand.Move(id, CampaignMove.RESUME, seen));
    assertThat(rejected(blind).code()).isEqualTo(RejectCode.STATE);
    Optional<UUID> now = rows.get(Entity.CAMPAIGN, id).uuid("statusChange");
    take(ana, new CampaignCommand.Move(id, CampaignMove.RESUME, now));
    assertThat(rows.get(Entity.CAMPAIGN, id).text("status")).contains("ACTIVE");
  }

  @Test
  void enrolling_twice_meets_in_one_row_and_a_late_event_cannot_lower_its_status() {
    UUID campaign = ids.next();
    take(ana, create(Entity.CAMPAIGN, campaign, "name", "C"));
    UUID prospect = prospect("a@b.example");
    take(ana, new CampaignCommand.Enrol(campaign, List.of(prospect, prospect)));
    assertThat(take(ana, new CampaignCommand.Enrol(campaign, List.of(prospect))).outcome())
        .isEqualTo(new Outcome.NoOp());
    UUID enrolment = DerivedId.enrolment(campaign, prospect);
    take(server, propose(enrolment, EnrolmentStatus.REPLIED));
    take(server, propose(enrolment, EnrolmentStatus.COMPLETED));
    assertThat(rows.get(Entity.CAMPAIGN_PROSPECT, enrolment).text("status")).contains("REPLIED");
  }

  private void claimAndSend(UUID id) {
    take(server, new EmailCommand.Claim(id, ids.next(), "a@b.example", Optional.empty(), "<m@b>"));
    take(server, ended(id, EmailStatus.SENT));
  }

  private static EmailCommand ended(UUID id, EmailStatus as) {
    return new EmailCommand.Ended(id, as, NOW, Optional.of("250 ok"), Optional.empty());
  }

  private static EnrolmentCommand propose(UUID id, EnrolmentStatus status) {
    return new EnrolmentCommand.Propose(id, status, Optional.empty());
  }

  private UUID prospect(String email) {
    UUID id = ids.next();
    take(ana, create(Entity.PROSPECT, id, "email", email));
    return id;
  }

  private UUID draft() {
    UUID id = ids.next();
    take(ana, create(Entity.EMAIL_DRAFT, id, "subject", "S"));
    return id;
  }

  @Test
  void a_letter_keeps_how_it_was_written_and_no_novel_of_it() {
    UUID draft = draft();
    Value.Fields origin = new Value.Fields(fields("engine", "builtin"));
    EmailCommand.Send send = send(draft, "Hi").from(origin);
    assertThat(Codec.decode(Codec.encode(send))).isEqualTo(send);
    assertThat(send.contentHash()).isEqualTo(send(draft, "Hi").contentHash());
    take(ana, send);
    Doc mail = rows.row(send.target()).orElseThrow();
    assertThat(mail.get("provenance")).contains(origin);
    assertThat(mail.synced().get("provenance")).isEmpty();

    Value.Fields novel = new Value.Fields(fields("engine", "x".repeat(20_000)));
    assertThat(rejected(take(ana, send(draft(), "Hi").from(novel))).field())
        .isEqualTo("provenance");
  }

  private EmailCommand.Send send(UUID draft, String text) {
    return new EmailCommand.Send(
        DerivedId.email(ana.user(), draft, 1),
        Optional.of(draft),
        1,
        Optional.empty(),
        Optional.empty(),
        Optional.empty(),
        0,
        Optional.empty(),
        "to@x.example",
        "Subject",
        new Value.Fields(fields("text", text)),
        Optional.empty(),
        Optional.empty(),
        0);
  }

  private Result take(Actor actor, Change change) {
    return rows.take(new Mutation(ids.next(), change), new Stamp(actor, NOW, NOW));
  }

  private static Outcome.Rejected rejected(Result result) {
    assertThat(result.outcome()).isInstanceOf(Outcome.Rejected.class);
    return (Outcome.Rejected) result.outcome();
  }

  private static Change create(Entity entity, UUID id, String... pairs) {
    return new Change.Create(new RowKey(entity, id), fields(pairs));
  }

  private static Change patch(Entity entity, UUID id, String field, String was, String now) {
    Before before =
        new Before.Known(was.isEmpty() ? Optional.empty() : Optional.of(Value.text(was)));
    return new Change.Patch(
        new RowKey(entity, id),
        new TreeMap<>(Map.of(field, new FieldPatch.Whole(before, Optional.of(Value.text(now))))));
  }

  private static Change patchKey(UUID id, String key, String now) {
    SortedMap<String, FieldPatch.Whole> keys = new TreeMap<>();
    keys.put(
        key,
        new FieldPatch.Whole(new Before.Known(Optional.empty()), Optional.of(Value.text(now))));
    return new Change.Patch(
        new RowKey(Entity.PROSPECT, id),
        new TreeMap<>(Map.of("customFields", new FieldPatch.PerKey(keys))));
  }

  private static Change patchBody(UUID id, String was, String now) {
    return new Change.Patch(
        new RowKey(Entity.EMAIL_DRAFT, id),
        new TreeMap<>(
            Map.of(
                "body",
                new FieldPatch.Whole(
                    Before.of(Optional.of(Bodies.complete(new Value.Fields(fields("text", was))))),
                    Optional.of(new Value.Fields(fields("text", now)))))));
  }

  private static SortedMap<String, Value> body(String text) {
    SortedMap<String, Value> fields = new TreeMap<>();
    fields.put("body", new Value.Fields(fields("text", text)));
    return fields;
  }

  private static SortedMap<String, Value> fields(String... pairs) {
    SortedMap<String, Value> fields = new TreeMap<>();
    for (int i = 0; i < pairs.length; i += 2) {
      fields.put(pairs[i], Value.text(pairs[i + 1]));
    }
    return fields;
  }
}
