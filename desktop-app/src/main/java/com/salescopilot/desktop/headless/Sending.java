package com.salescopilot.desktop.headless;

import com.fasterxml.jackson.databind.node.ObjectNode;
import com.salescopilot.desktop.store.Account;
import com.salescopilot.desktop.store.SqliteStore;
import com.salescopilot.model.entity.Doc;
import com.salescopilot.model.entity.Entity;
import com.salescopilot.model.entity.RowKey;
import com.salescopilot.model.id.DerivedId;
import com.salescopilot.model.letter.Letter;
import com.salescopilot.model.letter.Sender;
import com.salescopilot.model.mail.EmailStatus;
import com.salescopilot.model.sync.EmailCommand;
import com.salescopilot.model.template.TemplateError;
import java.util.Comparator;
import java.util.Optional;
import java.util.UUID;
import java.util.stream.Collectors;

/// Sends a draft: freezes what this prospect will read, here and now, also without a network.
final class Sending {
  private final Desk desk;

  Sending(Desk desk) {
    this.desk = desk;
  }

  ObjectNode send(Input in) {
    UUID draftId = in.id("draftId");
    int undoSeconds = in.count("undoSeconds", 0);
    in.end();
    SqliteStore store = desk.store();
    Doc draft =
        store
            .row(new RowKey(Entity.EMAIL_DRAFT, draftId))
            .orElseThrow(() -> CommandRefused.notFound("draft"));
    Doc prospect = recipient(store, draft);
    String to =
        prospect
            .text("email")
            .orElseThrow(() -> CommandRefused.invalid("The prospect has no mail address."));
    Account account = desk.account();
    Sender sender = new Sender(account.firstName(), account.lastName(), account.email());
    return switch (Letter.of(draft, prospect, sender, store.customKeys())) {
      case Letter.Unfinished unfinished -> throw unfinished(unfinished);
      case Letter.Ready ready -> {
        int generation = generation(store, draftId);
        EmailCommand.Send send =
            new EmailCommand.Send(
                DerivedId.email(draftId, generation),
                Optional.of(draftId),
                generation,
                Optional.of(prospect.id()),
                draft.uuid("campaignId"),
                Optional.empty(),
                0,
                Optional.empty(),
                to,
                ready.subject(),
                ready.body(),
                Optional.empty(),
                Optional.empty(),
                undoSeconds);
        yield Json.object()
            .put("ack", desk.submit(send).toString())
            .put("emailId", send.email().toString());
      }
    };
  }

  private static Doc recipient(SqliteStore store, Doc draft) {
    UUID named =
        draft
            .uuid("prospectId")
            .orElseThrow(() -> CommandRefused.invalid("The draft has no prospect to go to."));
    // two prospects may have been merged since
    UUID id =
        store
            .row(new RowKey(Entity.PROSPECT_ALIAS, named))
            .flatMap(alias -> alias.uuid("toId"))
            .orElse(named);
    return store
        .row(new RowKey(Entity.PROSPECT, id))
        .orElseThrow(() -> CommandRefused.notFound("prospect"));
  }

  /// A draft's first mail is generation 1; only after a cancelled one comes another. Sending again
  /// what waits or has left names the same mail, so nothing leaves twice.
  private static int generation(SqliteStore store, UUID draft) {
    return store.mailsOfDraft(draft).stream()
        .max(Comparator.comparingLong(mail -> mail.whole("generation")))
        .map(
            mail -> {
              int last = (int) mail.whole("generation");
              boolean cancelled =
                  mail.text("status").equals(Optional.of(EmailStatus.CANCELLED.name()));
              return cancelled ? last + 1 : last;
            })
        .orElse(1);
  }

  private static CommandRefused unfinished(Letter.Unfinished letter) {
    return new CommandRefused(
        letter.problems().getFirst().code().name(),
        letter.problems().stream()
            .map(TemplateError::message)
            .distinct()
            .collect(Collectors.joining(" ")));
  }
}
