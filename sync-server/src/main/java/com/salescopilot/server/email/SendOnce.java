package com.salescopilot.server.email;

import com.salescopilot.model.entity.Doc;
import com.salescopilot.model.entity.Entity;
import com.salescopilot.model.id.DerivedId;
import com.salescopilot.model.letter.Letter;
import com.salescopilot.model.letter.Sender;
import com.salescopilot.model.mail.EmailStatus;
import com.salescopilot.model.score.Provenance;
import com.salescopilot.model.score.Score;
import com.salescopilot.model.sync.EmailCommand;
import com.salescopilot.model.template.FieldValues;
import com.salescopilot.server.db.Args;
import com.salescopilot.server.db.Statements;
import com.salescopilot.server.db.Tx;
import com.salescopilot.server.http.AppError;
import com.salescopilot.server.http.Caller;
import com.salescopilot.server.rest.Scores;
import com.salescopilot.server.stream.RowTables;
import java.util.Map;
import java.util.Optional;
import java.util.OptionalInt;
import java.util.UUID;

/// Finds out which mail a send is about, with the streams locked.
///
/// A key that was used answers first, or a retry after a cancel would make a draft's next mail. A
/// draft has one mail at a time: the next begins when the last was taken back.
final class SendOnce {
  private final Statements statements = Statements.load(SendOnce.class);
  private static final Sender NOBODY = new Sender("", "", "");

  private final RowTables tables;
  private final Scores scores = new Scores();

  SendOnce(RowTables tables) {
    this.tables = tables;
  }

  /// Which mail a send is about.
  sealed interface Plan {}

  /// One that is there already, with the same content.
  record Known(UUID email) implements Plan {}

  /// One to be made, or to be found equal by the rules.
  record New(EmailCommand.Send command) implements Plan {}

  /// Decides.
  ///
  /// @throws AppError.Conflict if the key was used for other content
  /// @throws AppError.NotFound if the draft is not the caller's, or the template is not there
  Plan plan(Tx tx, Caller caller, SendRequest wanted) {
    Optional<UUID> keyed =
        tx.maybe(
            statements.get("byKey"),
            ws(caller).and("user", caller.user()).and("key", wanted.key()),
            row -> row.uuid("id"));
    if (keyed.isPresent()) {
      return repeated(tx, caller, wanted, keyed.get());
    }
    Optional<UUID> prospect = wanted.prospectId().or(() -> byAddress(tx, caller, wanted.to()));
    Optional<Doc> named = named(tx, caller, wanted);
    if (wanted.draftId().isEmpty()) {
      return new New(wanted.command(wanted.idWithoutDraft(caller), 1, prospect, named));
    }
    UUID draft = wanted.draftId().get();
    Doc row =
        tables
            .find(tx, caller.scope(), Entity.EMAIL_DRAFT, draft)
            .orElseThrow(AppError.NotFound::new);
    Optional<Doc> template =
        named.or(() -> row.uuid("templateId").flatMap(id -> template(tx, caller, id)));
    int generation = generation(tx, caller, draft);
    EmailCommand.Send send =
        wanted.command(
            DerivedId.email(caller.user(), draft, generation), generation, prospect, template);
    return new New(Provenance.of(row, () -> score(tx, caller, send)).map(send::from).orElse(send));
  }

  private Score score(Tx tx, Caller caller, EmailCommand.Send send) {
    FieldValues reader =
        send.prospectId()
            .flatMap(id -> tables.find(tx, caller.scope(), Entity.PROSPECT, id))
            .map(row -> Letter.values(row, NOBODY))
            .orElseGet(() -> new FieldValues(Map.of()));
    return scores.of(
        scores.weights(tx, caller.workspace()),
        send.subject(),
        send.body(),
        reader,
        OptionalInt.empty());
  }

  private Optional<Doc> named(Tx tx, Caller caller, SendRequest wanted) {
    return wanted
        .templateId()
        .map(id -> template(tx, caller, id).orElseThrow(AppError.NotFound::new));
  }

  private Optional<Doc> template(Tx tx, Caller caller, UUID id) {
    return tables.find(tx, caller.scope(), Entity.TEMPLATE, id);
  }

  /// The prospect is compared only if one is named: who the address belonged to may have become
  /// known since.
  private Plan repeated(Tx tx, Caller caller, SendRequest wanted, UUID email) {
    Doc row = tables.find(tx, caller.scope(), Entity.EMAIL, email).orElseThrow();
    Optional<UUID> prospect = wanted.prospectId().or(() -> row.uuid("prospectId"));
    EmailCommand.Send again =
        wanted.command(email, Math.toIntExact(row.whole("generation")), prospect, Optional.empty());
    boolean same =
        row.text("contentHash").equals(Optional.of(again.contentHash().hex()))
            && row.uuid("draftId").equals(wanted.draftId());
    if (!same) {
      throw new AppError.Conflict(
          "ALREADY_SENT", "This idempotency key was used for a mail with other content.");
    }
    return new Known(email);
  }

  private int generation(Tx tx, Caller caller, UUID draft) {
    return tx.maybe(
            statements.get("lastOfDraft"),
            ws(caller).and("draft", draft),
            row ->
                row.text("status").equals(EmailStatus.CANCELLED.name())
                    ? row.small("generation") + 1
                    : row.small("generation"))
        .orElse(1);
  }

  private Optional<UUID> byAddress(Tx tx, Caller caller, String to) {
    return tx.maybe(
        statements.get("prospectByAddress"),
        ws(caller).and("key", RowTables.addressKey(to.strip())),
        row -> row.uuid("id"));
  }

  private static Args ws(Caller caller) {
    return Args.of("ws", caller.workspace());
  }
}
