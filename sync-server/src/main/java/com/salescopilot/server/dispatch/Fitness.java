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
import java.util.OptionalInt;
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
    return outlook.holding(look(tx, scope, outlook, senders, fields, campaigns, Sight.ALL));
  }

  /// How far is looked.
  enum Sight {
    /// At the next mail of each.
    NEXT,
    /// At all that are left.
    ALL
  }

  /// Who lacks something.
  ///
  /// @param next whose next mail cannot be made, by their enrolments
  /// @param later the position of the first later mail that cannot, by enrolments
  record Unfit(Map<UUID, HeldCode> next, Map<UUID, Integer> later) {
    OptionalInt laterOf(UUID enrolment) {
      Integer position = later.get(enrolment);
      return position == null ? OptionalInt.empty() : OptionalInt.of(position);
    }
  }

  /// Those of some campaigns.
  ///
  /// @param senders of each campaign
  /// @param fields that the workspace knows
  Unfit look(
      Tx tx,
      Scope scope,
      Outlook outlook,
      Map<UUID, Sender> senders,
      FieldCatalogue fields,
      Set<UUID> campaigns,
      Sight sight) {
    List<State.Enrolment> waiting =
        outlook.state().enrolments().stream()
            .filter(one -> campaigns.contains(one.campaignId()))
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
    Map<UUID, Integer> later = new HashMap<>();
    for (State.Enrolment enrolment : waiting) {
      Doc person = people.get(enrolment.prospectId());
      NextLetters next = letters.get(enrolment.campaignId());
      if (person != null && next != null) {
        UUID id = enrolment.id();
        int reached = enrolment.currentStep();
        Optional<Doc> company = Optional.ofNullable(companies.get(person.id()));
        if (enrolment.mail().isEmpty()) {
          next.gate(id, reached, person, company).ifPresent(code -> held.put(id, code));
        }
        if (sight == Sight.ALL && !held.containsKey(id)) {
          next.lacking(id, reached, person, company).ifPresent(position -> later.put(id, position));
        }
      }
    }
    return new Unfit(held, later);
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
