package com.salescopilot.model.sync;

import static org.assertj.core.api.Assertions.assertThat;

import com.salescopilot.model.csv.ImportMode;
import com.salescopilot.model.entity.Doc;
import com.salescopilot.model.entity.Entity;
import com.salescopilot.model.entity.RowKey;
import com.salescopilot.model.id.UserId;
import com.salescopilot.model.id.UuidV7;
import com.salescopilot.model.mail.EmailStatus;
import com.salescopilot.model.mail.ErasedAddress;
import com.salescopilot.model.value.Value;
import java.time.Instant;
import java.util.List;
import java.util.Map;
import java.util.Optional;
import java.util.OptionalLong;
import java.util.Random;
import java.util.TreeMap;
import java.util.UUID;
import org.junit.jupiter.api.Test;

/// Whoever was erased stays so: by no change of whatever kind do they come back.
final class ErasedTest {
  private static final Instant NOW = Instant.parse("2026-09-01T08:00:00Z");
  private static final String KEY = "bo@b.example";

  private final UuidV7 ids = new UuidV7(() -> NOW, new Random(7));
  private final Actor.Member admin =
      new Actor.Member(new UserId(ids.next()), Role.ADMIN, ids.next());
  private final Actor.Member user = new Actor.Member(new UserId(ids.next()), Role.USER, ids.next());
  private final Actor server = new Actor.Internal("server");
  private final Rows rows = new Rows();

  private Result take(Actor actor, Change change) {
    return rows.take(new Mutation(ids.next(), change), new Stamp(actor, NOW, NOW));
  }

  private static RejectCode code(Result result) {
    return ((Outcome.Rejected) result.outcome()).code();
  }

  private UUID person() {
    UUID id = ids.next();
    take(user, create(Entity.PROSPECT, id, Map.of("email", KEY)));
    return id;
  }

  private static Change create(Entity entity, UUID id, Map<String, String> fields) {
    TreeMap<String, Value> values = new TreeMap<>();
    fields.forEach((name, text) -> values.put(name, Value.text(text)));
    return new Change.Create(new RowKey(entity, id), values);
  }

  @Test
  void an_admin_erases_once_and_nobody_else_does() {
    UUID id = person();
    assertThat(code(take(user, new ProspectCommand.Erase(id)))).isEqualTo(RejectCode.FORBIDDEN);
    assertThat(code(take(admin, new ProspectCommand.Erase(ids.next())))).isEqualTo(RejectCode.GONE);
    assertThat(take(admin, new ProspectCommand.Erase(id)).outcome())
        .isEqualTo(new Outcome.Applied());
    assertThat(take(admin, new ProspectCommand.Erase(id))).isEqualTo(Result.noOp());
    assertThat(rows.row(new RowKey(Entity.PROSPECT, id))).isEmpty();
  }

  @Test
  void nothing_brings_them_back() {
    UUID id = person();
    RowKey key = new RowKey(Entity.PROSPECT, id);
    take(admin, new ProspectCommand.Erase(id));
    String again = "again@b.example";
    List<Change> late =
        List.of(
            create(Entity.PROSPECT, id, Map.of("email", again)),
            new Change.Restore(key, new TreeMap<>(Map.of("email", Value.text(again)))),
            new Change.Patch(
                key,
                new TreeMap<>(
                    Map.of(
                        "company",
                        new FieldPatch.Whole(
                            new Before.Known(Optional.empty()), Optional.of(Value.text("B")))))),
            create(Entity.EMAIL_DRAFT, ids.next(), Map.of("prospectId", id.toString())),
            create(
                Entity.TASK,
                ids.next(),
                Map.of("prospectId", id.toString(), "title", "call", "kind", "MANUAL")),
            new ProspectCommand.Merge(id, ids.next()));
    late.forEach(change -> assertThat(code(take(user, change))).isEqualTo(RejectCode.GONE));
    assertThat(take(user, new Change.Delete(key, OptionalLong.empty()))).isEqualTo(Result.noOp());
    assertThat(rows.row(new RowKey(Entity.PROSPECT, Erased.NOBODY))).isEmpty();
  }

  @Test
  void an_import_of_the_address_makes_nobody() {
    UUID id = person();
    take(admin, new ProspectCommand.Erase(id));
    take(server, new SuppressionCommand.Erase(ids.next(), ErasedAddress.of(KEY)));
    ImportCommand.Person listed =
        new ImportCommand.Person(
            ids.next(), new TreeMap<>(Map.of("email", Value.text("Bo@B.example"))));
    ImportCommand.Run run =
        ImportCommand.Run.of(
            user.user(), ids.next(), 0, ImportMode.FILL_BLANKS, Optional.empty(), List.of(listed));
    take(user, run);
    Doc portion = rows.get(Entity.PROSPECT_IMPORT, run.portion());
    assertThat(portion.whole("created")).isZero();
    assertThat(portion.whole("unchanged")).isEqualTo(1);
  }

  @Test
  void what_an_import_remembers_of_them_goes_and_the_rest_can_be_undone() {
    UUID stays = ids.next();
    UUID goes = ids.next();
    ImportCommand.Run run =
        ImportCommand.Run.of(
            user.user(),
            ids.next(),
            0,
            ImportMode.FILL_BLANKS,
            Optional.empty(),
            List.of(
                new ImportCommand.Person(
                    goes, new TreeMap<>(Map.of("email", Value.text("g@b.example")))),
                new ImportCommand.Person(
                    stays, new TreeMap<>(Map.of("email", Value.text("s@b.example"))))));
    take(user, run);
    take(server, new ImportCommand.Forget(run.portion(), List.of(goes)));
    assertThat(rows.get(Entity.PROSPECT_IMPORT, run.portion()).get("undo").orElseThrow().toString())
        .contains(stays.toString())
        .doesNotContain(goes.toString());
    take(user, run.undo());
    assertThat(rows.row(new RowKey(Entity.PROSPECT, stays))).isEmpty();
  }

  @Test
  void a_mail_to_them_counts_and_says_nothing_and_never_leaves_again() {
    Doc mail = mail(EmailStatus.SENDING);
    take(server, new EmailCommand.Erase(mail.id()));
    Doc left = rows.get(Entity.EMAIL, mail.id());
    assertThat(left.get("body")).isEmpty();
    assertThat(left.text("toEmail")).contains(ErasedAddress.NOBODY);
    assertThat(left.toString()).doesNotContain("secret words").doesNotContain(KEY);
    assertThat(left.get("updatedAt")).isEqualTo(mail.get("updatedAt"));
    take(server, ended(mail.id(), EmailStatus.PENDING_SEND));
    assertThat(rows.get(Entity.EMAIL, mail.id()).text("status"))
        .as("it was leaving, and would be tried again")
        .contains("CANCELLED");
    for (EmailCommand again :
        List.of(new EmailCommand.Requeue(mail.id()), new EmailCommand.Resend(mail.id()))) {
      assertThat(code(take(server, again))).isEqualTo(RejectCode.STATE);
    }
  }

  @Test
  void a_mail_that_was_leaving_ends_as_it_does_without_the_words_of_its_receiver() {
    Doc mail = mail(EmailStatus.SENDING);
    take(server, new EmailCommand.Erase(mail.id()));
    take(server, ended(mail.id(), EmailStatus.SENT));
    Doc sent = rows.get(Entity.EMAIL, mail.id());
    assertThat(sent.text("status")).contains("SENT");
    assertThat(sent.get("lastReply")).isEmpty();
  }

  private static EmailCommand.Ended ended(UUID mail, EmailStatus as) {
    return new EmailCommand.Ended(
        mail, as, NOW, Optional.of("250 <" + KEY + ">"), Optional.empty());
  }

  private Doc mail(EmailStatus status) {
    Doc mail =
        new Doc(Entity.EMAIL, ids.next(), 1, new TreeMap<>())
            .with("toEmail", KEY)
            .with("subject", "secret words")
            .with(
                "body", new Value.Fields(new TreeMap<>(Map.of("text", Value.text("secret words")))))
            .with("idempotencyKey", KEY)
            .with("userId", user.user().value())
            .with("status", status.name())
            .with("updatedAt", NOW);
    rows.rows.put(mail.key(), mail);
    return mail;
  }
}
