package com.salescopilot.server.dispatch;

import com.salescopilot.model.entity.Doc;
import com.salescopilot.model.entity.Entity;
import com.salescopilot.model.letter.NextLetters;
import com.salescopilot.model.letter.Sender;
import com.salescopilot.model.mail.HeldCode;
import com.salescopilot.model.schedule.State;
import com.salescopilot.model.template.FieldCatalogue;
import com.salescopilot.server.db.Args;
import com.salescopilot.server.db.Scope;
import com.salescopilot.server.db.Statements;
import com.salescopilot.server.db.Tx;
import com.salescopilot.server.rest.Companies;
import com.salescopilot.server.stream.RowTables;
import java.util.Collection;
import java.util.HashMap;
import java.util.List;
import java.util.Map;
import java.util.Optional;
import java.util.Set;
import java.util.UUID;

/// Who cannot get their next mail, as a field that it needs is empty.
final class Fitness {
  private final RowTables tables = new RowTables();
  private final Statements statements = Statements.load(Fitness.class);

  /// The same outlook, in which they are held.
  Outlook judged(Tx tx, Scope scope, Outlook outlook) {
    Set<UUID> campaigns = outlook.steps().keySet();
    Args args = Args.of("ws", scope.workspace()).and("campaigns", List.copyOf(campaigns));
    Map<UUID, Sender> senders = new HashMap<>();
    tx.scan(
        statements.get("senders"),
        args,
        row -> senders.put(row.uuid("id"), Situations.sender(row)));
    FieldCatalogue fields =
        new FieldCatalogue(tx.list(statements.get("keys"), args, row -> row.text("key")));
    return outlook.holding(unfit(tx, scope, outlook, senders, fields, campaigns));
  }

  /// Those of some campaigns, by their enrolments.
  ///
  /// @param senders of each campaign
  /// @param fields that the workspace knows
  Map<UUID, HeldCode> unfit(
      Tx tx,
      Scope scope,
      Outlook outlook,
      Map<UUID, Sender> senders,
      FieldCatalogue fields,
      Set<UUID> campaigns) {
    List<State.Enrolment> waiting =
        outlook.state().enrolments().stream()
            .filter(one -> campaigns.contains(one.campaignId()) && one.mail().isEmpty())
            .toList();
    Map<UUID, Doc> people = people(tx, scope, waiting);
    List<Doc> texts =
        campaigns.stream()
            .flatMap(id -> outlook.steps().getOrDefault(id, List.of()).stream())
            .toList();
    Map<UUID, Doc> companies = Companies.named(tx, scope, tables, texts, people.values());
    Map<UUID, NextLetters> letters = new HashMap<>();
    senders.forEach(
        (id, sender) ->
            letters.put(
                id, new NextLetters(outlook.steps().getOrDefault(id, List.of()), fields, sender)));
    Map<UUID, HeldCode> held = new HashMap<>();
    for (State.Enrolment enrolment : waiting) {
      Doc person = people.get(enrolment.prospectId());
      NextLetters next = letters.get(enrolment.campaignId());
      if (person != null && next != null) {
        next.gate(
                enrolment.id(),
                enrolment.currentStep(),
                person,
                Optional.ofNullable(companies.get(person.id())))
            .ifPresent(code -> held.put(enrolment.id(), code));
      }
    }
    return held;
  }

  private Map<UUID, Doc> people(Tx tx, Scope scope, Collection<State.Enrolment> waiting) {
    Map<UUID, Doc> people = new HashMap<>();
    if (!waiting.isEmpty()) {
      tables
          .find(
              tx,
              scope,
              Entity.PROSPECT,
              waiting.stream().map(State.Enrolment::prospectId).distinct().toList())
          .forEach(row -> people.put(row.id(), row));
    }
    return people;
  }
}
