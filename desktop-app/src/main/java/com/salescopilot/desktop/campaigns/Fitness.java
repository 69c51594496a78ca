package com.salescopilot.desktop.campaigns;

import com.salescopilot.model.campaign.Variants;
import com.salescopilot.model.entity.Doc;
import com.salescopilot.model.letter.Letter;
import com.salescopilot.model.letter.LetterSource;
import com.salescopilot.model.letter.Sender;
import com.salescopilot.model.mail.HeldCode;
import com.salescopilot.model.template.FieldCatalogue;
import com.salescopilot.model.template.FieldValues;
import com.salescopilot.model.template.PickSeed;
import java.util.HashMap;
import java.util.List;
import java.util.Map;
import java.util.Optional;
import java.util.SortedMap;
import java.util.TreeMap;
import java.util.UUID;

/// Whether the next mail of somebody can be made out of what is known of them.
final class Fitness {
  /// Stands for the way out that each mail gets on the server.
  private static final Map<String, String> WAY_OUT =
      Map.of("unsubscribeUrl", "https://unsubscribe.example/1");

  private final SortedMap<Long, SortedMap<String, Doc>> steps = new TreeMap<>();
  private final Map<UUID, LetterSource> sources = new HashMap<>();
  private final Sender sender;

  Fitness(List<Doc> steps, FieldCatalogue fields, Sender sender) {
    this.sender = sender;
    for (Doc step : steps) {
      this.steps
          .computeIfAbsent(step.whole("position"), _ -> new TreeMap<>())
          .put(step.text("variant").orElse("A"), step);
      sources.put(step.id(), LetterSource.of(step, fields));
    }
  }

  /// What fields stand for in a mail of a campaign to somebody.
  ///
  /// @param company what is known of where they work
  static Map<String, String> values(Doc person, Sender sender, Optional<Doc> company) {
    Map<String, String> values = new HashMap<>(Letter.values(person, sender, company).byName());
    values.putAll(WAY_OUT);
    return values;
  }

  /// The gate that is closed; empty if the mail can be made.
  ///
  /// @param company what is known of where the person works
  Optional<HeldCode> gate(Doc enrolment, Optional<Doc> person, Optional<Doc> company) {
    long reached = enrolment.whole("currentStep");
    return person
        .filter(
            who ->
                next(enrolment.id(), reached)
                    .filter(step -> !isFit(step, who, company))
                    .isPresent())
        .map(_ -> HeldCode.EMPTY_FIELD);
  }

  private Optional<Doc> next(UUID enrolment, long reached) {
    SortedMap<Long, SortedMap<String, Doc>> left = steps.tailMap(reached + 1);
    if (left.isEmpty()) {
      return Optional.empty();
    }
    SortedMap<String, Integer> weights = new TreeMap<>();
    Map<String, Doc> wordings = left.firstEntry().getValue();
    wordings.forEach((letter, step) -> weights.put(letter, (int) step.whole("weight")));
    int position = left.firstKey().intValue();
    return Variants.of(enrolment, position, weights)
        .flatMap(letter -> Optional.ofNullable(wordings.get(letter)));
  }

  private boolean isFit(Doc step, Doc person, Optional<Doc> company) {
    LetterSource source = sources.get(step.id());
    return source == null
        || source.to(
                new FieldValues(values(person, sender, company)),
                new PickSeed(person.id(), step.id()))
            instanceof Letter.Ready;
  }
}
