package com.salescopilot.server.dispatch;

import com.salescopilot.model.campaign.ThreadMode;
import com.salescopilot.model.campaign.Variants;
import com.salescopilot.model.entity.Doc;
import com.salescopilot.model.letter.Letter;
import com.salescopilot.model.letter.LetterSource;
import com.salescopilot.model.letter.Sender;
import com.salescopilot.model.mail.HeldCode;
import com.salescopilot.model.schedule.Slot;
import com.salescopilot.model.schedule.State;
import com.salescopilot.model.sync.Change;
import com.salescopilot.model.sync.EmailCommand;
import com.salescopilot.model.template.FieldCatalogue;
import com.salescopilot.model.template.FieldValues;
import com.salescopilot.model.template.PickSeed;
import com.salescopilot.model.value.Value;
import com.salescopilot.server.db.Args;
import com.salescopilot.server.db.Scope;
import com.salescopilot.server.db.Statements;
import com.salescopilot.server.db.Tx;
import com.salescopilot.server.keys.Tokens;
import java.net.URI;
import java.util.ArrayList;
import java.util.HashMap;
import java.util.List;
import java.util.Locale;
import java.util.Map;
import java.util.Optional;
import java.util.Set;
import java.util.SortedMap;
import java.util.TreeMap;
import java.util.UUID;
import java.util.function.Supplier;

/// Makes the mails of steps, each out of its own prospect's values and nobody else's.
final class StepMails {
  private static final String REPLY = "Re: ";
  private static final int LONGEST_THREAD = 20;

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
    Map<UUID, State.Enrolment> enrolments = new HashMap<>();
    situation.state().enrolments().forEach(row -> enrolments.put(row.id(), row));
    for (Slot slot : slots) {
      Slot.StepMail step = slot.step().orElseThrow();
      State.Enrolment enrolment = enrolments.get(step.enrolmentId());
      Optional<Doc> row =
          variant(situation, step.campaignId(), step.enrolmentId(), step.position());
      if (enrolment == null || row.isEmpty()) {
        held.put(step.enrolmentId(), HeldCode.EMPTY_FIELD);
        continue;
      }
      Doc prospect = situation.people().get(step.enrolmentId());
      Sender sender = situation.senders().get(step.campaignId());
      if (prospect == null || sender == null) {
        continue;
      }
      Optional<Doc> company = situation.company(prospect);
      switch (letter(row.get(), prospect, company, sender, slot.emailId(), situation.fields())) {
        case Letter.Unfinished _ -> held.put(step.enrolmentId(), HeldCode.EMPTY_FIELD);
        case Letter.Ready ready -> {
          Conversation thread = thread(tx, scope, row.get(), enrolment);
          changes.add(due(slot, step, enrolment, row.get(), prospect, ready, thread));
        }
      }
    }
    return new Made(changes, held);
  }

  /// Who of these campaigns cannot get their next mail as their data is.
  Map<UUID, HeldCode> unfit(Situation situation, Set<UUID> campaigns) {
    Map<UUID, HeldCode> held = new HashMap<>();
    for (State.Enrolment enrolment : situation.state().enrolments()) {
      Doc prospect = situation.people().get(enrolment.id());
      Sender sender = situation.senders().get(enrolment.campaignId());
      boolean waits = campaigns.contains(enrolment.campaignId()) && enrolment.mail().isEmpty();
      if (waits && prospect != null && sender != null) {
        next(situation, enrolment)
            .map(
                row ->
                    letter(
                        row,
                        prospect,
                        situation.company(prospect),
                        sender,
                        enrolment.id(),
                        situation.fields()))
            .filter(Letter.Unfinished.class::isInstance)
            .ifPresent(_ -> held.put(enrolment.id(), HeldCode.EMPTY_FIELD));
      }
    }
    return held;
  }

  private static Optional<Doc> next(Situation situation, State.Enrolment enrolment) {
    return situation.steps().getOrDefault(enrolment.campaignId(), List.of()).stream()
        .map(row -> (int) row.whole("position"))
        .filter(position -> position > enrolment.currentStep())
        .min(Integer::compare)
        .flatMap(position -> variant(situation, enrolment.campaignId(), enrolment.id(), position));
  }

  private static Optional<Doc> variant(
      Situation situation, UUID campaign, UUID enrolment, int position) {
    SortedMap<String, Integer> weights = new TreeMap<>();
    Map<String, Doc> rows = new HashMap<>();
    for (Doc row : situation.steps().getOrDefault(campaign, List.of())) {
      if (row.whole("position") == position) {
        String letter = row.text("variant").orElseThrow();
        weights.put(letter, (int) row.whole("weight"));
        rows.put(letter, row);
      }
    }
    return Variants.of(enrolment, position, weights).map(rows::get);
  }

  private Letter letter(
      Doc step,
      Doc prospect,
      Optional<Doc> company,
      Sender sender,
      UUID email,
      FieldCatalogue fields) {
    Map<String, String> values = new HashMap<>(Letter.values(prospect, sender, company).byName());
    values.put("unsubscribeUrl", wayOut(email));
    return LetterSource.of(step, fields)
        .to(new FieldValues(values), new PickSeed(prospect.id(), step.id()));
  }

  private String wayOut(UUID email) {
    return publicUrl.get() + "/u/" + tokens.of(Tokens.Kind.UNSUBSCRIBE, email);
  }

  private Change due(
      Slot slot,
      Slot.StepMail step,
      State.Enrolment enrolment,
      Doc row,
      Doc prospect,
      Letter.Ready ready,
      Conversation thread) {
    boolean answers = !thread.references().isEmpty();
    String subject = answers ? reply(thread.subject()) : ready.subject();
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
        subject.isBlank() ? reply(thread.subject()) : subject,
        new Value.Fields(ready.body().members()),
        answers ? Optional.of(String.join(" ", thread.references())) : Optional.empty(),
        slot.at());
  }

  private static String reply(String subject) {
    return subject.toLowerCase(Locale.ROOT).startsWith("re:") ? subject : REPLY + subject;
  }

  /// The conversation that a mail goes on with.
  ///
  /// @param references the Message-IDs of the mails before it, the oldest first
  /// @param subject with which it began
  private record Conversation(List<String> references, String subject) {}

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
