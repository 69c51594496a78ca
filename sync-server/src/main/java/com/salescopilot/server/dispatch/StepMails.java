package com.salescopilot.server.dispatch;

import static java.util.Objects.requireNonNull;

import com.salescopilot.model.campaign.ThreadMode;
import com.salescopilot.model.entity.Doc;
import com.salescopilot.model.letter.Letter;
import com.salescopilot.model.mail.HeldCode;
import com.salescopilot.model.schedule.Slot;
import com.salescopilot.model.schedule.State;
import com.salescopilot.model.score.Provenance;
import com.salescopilot.model.score.Weights;
import com.salescopilot.model.sync.Change;
import com.salescopilot.model.sync.EmailCommand;
import com.salescopilot.model.value.Value;
import com.salescopilot.server.db.Args;
import com.salescopilot.server.db.Scope;
import com.salescopilot.server.db.Statements;
import com.salescopilot.server.db.Tx;
import com.salescopilot.server.keys.Tokens;
import com.salescopilot.server.rest.Scores;
import com.salescopilot.server.stream.RowTables;
import java.net.URI;
import java.util.ArrayList;
import java.util.HashMap;
import java.util.List;
import java.util.Locale;
import java.util.Map;
import java.util.Optional;
import java.util.OptionalInt;
import java.util.Set;
import java.util.UUID;
import java.util.function.Supplier;

/// Makes the mails of steps, each out of its own prospect's values and nobody else's.
final class StepMails {
  private static final String REPLY = "Re: ";
  private static final int LONGEST_THREAD = 20;

  private final RowTables tables = new RowTables();
  private final Fitness fitness = new Fitness();
  private final Scores scores = new Scores();
  private final Tokens tokens;
  private final Supplier<URI> publicUrl;
  private final Statements statements = Statements.load(StepMails.class);

  StepMails(Tokens tokens, Supplier<URI> publicUrl) {
    this.tokens = tokens;
    this.publicUrl = publicUrl;
  }

  /// What came of slots.
  ///
  /// @param changes that make the mails
  /// @param held enrolments whose mail cannot be made as their data is
  record Made(List<Change> changes, Map<UUID, HeldCode> held) {}

  /// Makes the mails of these slots.
  Made make(Tx tx, Scope scope, Situation situation, List<Slot> slots) {
    List<Change> changes = new ArrayList<>();
    Map<UUID, HeldCode> held = new HashMap<>();
    if (slots.isEmpty()) {
      return new Made(changes, held);
    }
    Map<UUID, State.Enrolment> enrolments = new HashMap<>();
    situation.outlook().state().enrolments().forEach(row -> enrolments.put(row.id(), row));
    List<Slot.StepMail> steps = slots.stream().map(slot -> slot.step().orElseThrow()).toList();
    Weights weights = scores.weights(tx, scope.workspace());
    StepLetters letters =
        letters(tx, scope, situation, steps.stream().map(Slot.StepMail::prospectId).toList());
    for (Slot slot : slots) {
      Slot.StepMail step = slot.step().orElseThrow();
      State.Enrolment enrolment = requireNonNull(enrolments.get(step.enrolmentId()));
      Optional<Letter> letter =
          letters.of(
              step.campaignId(),
              step.enrolmentId(),
              step.prospectId(),
              step.position(),
              wayOut(slot.emailId()));
      if (letter.isPresent() && letter.get() instanceof Letter.Ready ready) {
        Doc row =
            situation
                .outlook()
                .variant(step.campaignId(), step.enrolmentId(), step.position())
                .orElseThrow();
        Doc prospect = letters.person(step.prospectId()).orElseThrow();
        Conversation thread = thread(tx, scope, row, enrolment);
        Letter.Ready said = thread.goingOn(ready);
        Value.Fields score =
            Provenance.of(
                scores.of(
                    weights,
                    said.subject(),
                    said.body(),
                    letters.reader(step.campaignId(), prospect, wayOut(slot.emailId())),
                    OptionalInt.of(step.position())));
        changes.add(due(slot, enrolment, row, prospect, said, thread, score));
      } else {
        held.put(step.enrolmentId(), HeldCode.EMPTY_FIELD);
      }
    }
    return new Made(changes, held);
  }

  /// Who of these campaigns cannot get their next mail as their data is.
  Map<UUID, HeldCode> unfit(Tx tx, Scope scope, Situation situation, Set<UUID> campaigns) {
    return fitness
        .look(
            tx,
            scope,
            situation.outlook(),
            situation.senders(),
            situation.fields(),
            campaigns,
            Fitness.Sight.NEXT)
        .next();
  }

  private StepLetters letters(Tx tx, Scope scope, Situation situation, List<UUID> prospects) {
    return StepLetters.to(
        tx, scope, tables, situation.outlook(), situation.senders(), situation.fields(), prospects);
  }

  private String wayOut(UUID email) {
    return publicUrl.get() + "/u/" + tokens.of(Tokens.Kind.UNSUBSCRIBE, email);
  }

  private Change due(
      Slot slot,
      State.Enrolment enrolment,
      Doc row,
      Doc prospect,
      Letter.Ready said,
      Conversation thread,
      Value.Fields score) {
    Slot.StepMail step = slot.step().orElseThrow();
    return new EmailCommand.Due(
        slot.emailId(),
        step.campaignId(),
        step.prospectId(),
        step.position(),
        enrolment.rotation(),
        row.text("variant").orElseThrow(),
        row.uuid("templateId"),
        (int) row.whole("templateRevision"),
        Optional.empty(),
        prospect.text("email").orElseThrow(),
        said.subject(),
        said.body(),
        thread.all(),
        slot.at(),
        Optional.of(score));
  }

  /// The conversation that a mail goes on with.
  ///
  /// @param references the Message-IDs of the mails before it, the oldest first
  /// @param subject with which it began
  private record Conversation(List<String> references, String subject) {
    private Optional<String> all() {
      return references.isEmpty() ? Optional.empty() : Optional.of(String.join(" ", references));
    }

    /// The letter with the subject that it has in this conversation.
    private Letter.Ready goingOn(Letter.Ready letter) {
      boolean own = references.isEmpty() && !letter.subject().isBlank();
      return own ? letter : new Letter.Ready(reply(), letter.body());
    }

    private String reply() {
      return subject.toLowerCase(Locale.ROOT).startsWith("re:") ? subject : REPLY + subject;
    }
  }

  private Conversation thread(Tx tx, Scope scope, Doc step, State.Enrolment enrolment) {
    List<String> references = new ArrayList<>();
    String[] subject = {""};
    boolean answers = step.text("threadMode").equals(Optional.of(ThreadMode.REPLY.name()));
    if (answers) {
      tx.scan(
          statements.get("before"),
          Args.of("ws", scope.workspace())
              .and("campaign", enrolment.campaignId())
              .and("prospect", enrolment.prospectId())
              .and("rotation", enrolment.rotation()),
          row -> {
            if (row.textMaybe("thread_references").isEmpty()) {
              references.clear(); // here a conversation began
              subject[0] = row.text("subject");
            }
            row.textMaybe("message_id").ifPresent(references::add);
          });
    }
    int from = Math.max(0, references.size() - LONGEST_THREAD);
    return new Conversation(references.subList(from, references.size()), subject[0]);
  }
}
