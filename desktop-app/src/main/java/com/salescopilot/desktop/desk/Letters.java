package com.salescopilot.desktop.desk;

import com.salescopilot.desktop.store.Account;
import com.salescopilot.desktop.store.Relation;
import com.salescopilot.desktop.store.SqliteStore;
import com.salescopilot.model.entity.Doc;
import com.salescopilot.model.entity.Entity;
import com.salescopilot.model.entity.RowKey;
import com.salescopilot.model.id.DerivedId;
import com.salescopilot.model.letter.Letter;
import com.salescopilot.model.letter.Sender;
import com.salescopilot.model.mail.Address;
import com.salescopilot.model.mail.Company;
import com.salescopilot.model.mail.EmailStatus;
import com.salescopilot.model.score.Circumstance;
import com.salescopilot.model.score.ScoredDraft;
import com.salescopilot.model.score.ScoredMail;
import com.salescopilot.model.sync.EmailCommand;
import com.salescopilot.model.template.FieldCatalogue;
import com.salescopilot.model.template.TemplateError;
import java.util.Comparator;
import java.util.List;
import java.util.Optional;
import java.util.UUID;
import java.util.stream.Collectors;

/// What becomes of a draft when it is sent: what this prospect will read is frozen here and now,
/// also without a network.
public final class Letters {
  private final Desk desk;

  public Letters(Desk desk) {
    this.desk = desk;
  }

  /// The change that sends a draft.
  ///
  /// @param undoSeconds how long it can be taken back before it leaves
  /// @throws DeskRefused if the draft has nobody to go to, or its text is not complete for them
  public EmailCommand.Send send(UUID draftId, int undoSeconds) {
    SqliteStore store = desk.store();
    Doc draft =
        store
            .row(new RowKey(Entity.EMAIL_DRAFT, draftId))
            .orElseThrow(() -> DeskRefused.notFound("draft"));
    Doc prospect = recipient(store, draft);
    String to =
        prospect
            .text("email")
            .orElseThrow(() -> DeskRefused.invalid("The prospect has no mail address."));
    return switch (rendered(draft, prospect)) {
      case Letter.Unfinished unfinished -> throw refused(unfinished);
      case Letter.Ready ready -> {
        int generation = generation(store, draftId);
        Optional<Doc> template = template(store, draft);
        yield new EmailCommand.Send(
            DerivedId.email(desk.account().user(), draftId, generation),
            Optional.of(draftId),
            generation,
            Optional.of(prospect.id()),
            draft.uuid("campaignId"),
            template.map(Doc::id),
            template.map(row -> (int) row.whole("revision")).orElse(0),
            Optional.empty(),
            to,
            ready.subject(),
            ready.body(),
            Optional.empty(),
            Optional.empty(),
            undoSeconds);
      }
    };
  }

  /// Whether a letter is still being written: a draft stays when its mail is on the way, so that
  /// the mail can be taken back into it.
  public boolean isBegun(Doc draft) {
    return desk.store().related(Relation.MAILS_OF_DRAFT, draft.id()).stream()
        .allMatch(mail -> mail.text("status").equals(Optional.of(EmailStatus.CANCELLED.name())));
  }

  /// What a prospect would read, or why they cannot yet.
  ///
  /// @param draft a draft, or a template's text in the form of one
  public Letter rendered(Doc draft, Doc prospect) {
    return Letter.of(draft, prospect, company(prospect), sender(), desk.store().customKeys());
  }

  /// The letter as its score sees it; to nobody yet, its fields count as filled.
  public ScoredMail judged(Doc draft, Optional<Doc> prospect) {
    ScoredDraft letter =
        new ScoredDraft(draft.text("subject").orElse(""), draft.body("html"), draft.body("text"));
    FieldCatalogue fields = new FieldCatalogue(desk.store().customKeys());
    ScoredMail judged =
        prospect
            .map(
                to ->
                    letter.to(
                        Letter.values(to, sender(), company(to)), fields, Letter.seed(draft, to)))
            .orElseGet(() -> letter.toAnybody(fields));
    return around(judged, draft, prospect);
  }

  /// Adds what cannot be read from the text.
  private ScoredMail around(ScoredMail letter, Doc draft, Optional<Doc> prospect) {
    ScoredMail mail = letter;
    if (prospect.filter(this::isSuppressed).isPresent()) {
      mail = mail.when(Circumstance.SUPPRESSED);
    }
    Optional<UUID> campaign = draft.uuid("campaignId");
    if (campaign.isEmpty()) {
      return mail;
    }
    long before =
        prospect.map(to -> desk.store().related(Relation.MAILS_OF_PROSPECT, to.id())).stream()
            .flatMap(List::stream)
            .filter(sent -> sent.uuid("campaignId").equals(campaign))
            .filter(sent -> sent.text("status").equals(Optional.of(EmailStatus.SENT.name())))
            .count();
    return mail.when(Circumstance.CAMPAIGN).atStep((int) before + 1);
  }

  /// Whether nobody here may write to somebody.
  public boolean isSuppressed(Doc prospect) {
    return Address.parse(prospect.text("email").orElse(""))
            instanceof Address.Accepted(Address address)
        && desk.store().isSuppressed(address);
  }

  /// What is known of where a prospect works.
  public Optional<Doc> company(Doc prospect) {
    return prospect
        .text("email")
        .flatMap(Company::domain)
        .map(domain -> DerivedId.company(desk.account().workspace(), domain))
        .flatMap(id -> desk.store().row(new RowKey(Entity.COMPANY_DATA, id)));
  }

  /// What the draft was begun with, unless somebody has deleted it since.
  private static Optional<Doc> template(SqliteStore store, Doc draft) {
    return draft.uuid("templateId").flatMap(id -> store.row(new RowKey(Entity.TEMPLATE, id)));
  }

  /// Who is known to write here.
  public Sender sender() {
    Account account = desk.account();
    return new Sender(account.firstName(), account.lastName(), account.email());
  }

  private static Doc recipient(SqliteStore store, Doc draft) {
    UUID named =
        draft
            .uuid("prospectId")
            .orElseThrow(() -> DeskRefused.invalid("The draft has no prospect to go to."));
    // two prospects may have been merged since
    UUID id =
        store
            .row(new RowKey(Entity.PROSPECT_ALIAS, named))
            .flatMap(alias -> alias.uuid("toId"))
            .orElse(named);
    return store
        .row(new RowKey(Entity.PROSPECT, id))
        .orElseThrow(() -> DeskRefused.notFound("prospect"));
  }

  /// A draft's first mail is generation 1; only after a cancelled one comes another. Sending again
  /// what waits or has left names the same mail, so nothing leaves twice.
  private static int generation(SqliteStore store, UUID draft) {
    return store.related(Relation.MAILS_OF_DRAFT, draft).stream()
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

  private static DeskRefused refused(Letter.Unfinished letter) {
    return new DeskRefused(
        letter.problems().getFirst().code().name(),
        letter.problems().stream()
            .map(TemplateError::message)
            .distinct()
            .collect(Collectors.joining(" ")));
  }
}
