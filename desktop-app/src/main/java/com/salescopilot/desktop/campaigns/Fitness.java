package com.salescopilot.desktop.campaigns;

import com.salescopilot.model.entity.Doc;
import com.salescopilot.model.letter.Letter;
import com.salescopilot.model.letter.NextLetters;
import com.salescopilot.model.letter.Sender;
import com.salescopilot.model.mail.HeldCode;
import com.salescopilot.model.template.FieldCatalogue;
import java.util.HashMap;
import java.util.List;
import java.util.Map;
import java.util.Optional;
import java.util.OptionalInt;

/// Whether the next mail of somebody can be made out of what is known of them.
final class Fitness {
  /// Stands for the way out that each mail gets on the server.
  private static final Map<String, String> WAY_OUT =
      Map.of("unsubscribeUrl", "https://unsubscribe.example/1");

  private final NextLetters next;

  Fitness(List<Doc> steps, FieldCatalogue fields, Sender sender) {
    next = new NextLetters(steps, fields, sender);
  }

  /// What fields stand for in a mail of a campaign to somebody.
  ///
  /// @param company what is known of where they work
  static Map<String, String> values(Doc person, Sender sender, Optional<Doc> company) {
    Map<String, String> values = new HashMap<>(Letter.values(person, sender, company).byName());
    values.putAll(WAY_OUT);
    return values;
  }

  /// The position of the first mail after the next one that cannot be made.
  ///
  /// @param company what is known of where the person works
  OptionalInt lacking(Doc enrolment, Optional<Doc> person, Optional<Doc> company) {
    return person
        .map(who -> next.lacking(enrolment.id(), enrolment.whole("currentStep"), who, company))
        .orElse(OptionalInt.empty());
  }

  /// The gate that is closed; empty if the mail can be made.
  ///
  /// @param company what is known of where the person works
  Optional<HeldCode> gate(Doc enrolment, Optional<Doc> person, Optional<Doc> company) {
    return person.flatMap(
        who -> next.gate(enrolment.id(), enrolment.whole("currentStep"), who, company));
  }
}
