package com.salescopilot.model.letter;

import com.salescopilot.model.campaign.Variants;
import com.salescopilot.model.entity.Doc;
import com.salescopilot.model.mail.HeldCode;
import com.salescopilot.model.template.FieldCatalogue;
import com.salescopilot.model.template.PickSeed;
import java.util.Collections;
import java.util.HashMap;
import java.util.List;
import java.util.Map;
import java.util.Optional;
import java.util.OptionalInt;
import java.util.SortedMap;
import java.util.TreeMap;
import java.util.UUID;

/// Whether the next mails of a campaign can be made out of what is known of their readers: the same
/// for the server's plan and for a desktop's estimate.
public final class NextLetters {
  private final SortedMap<Long, SortedMap<String, Doc>> steps = new TreeMap<>();
  private final Map<UUID, LetterSource> sources = new HashMap<>();
  private final Sender sender;

  /// @param steps of the campaign, all wordings
  /// @param fields that the workspace knows
  public NextLetters(List<Doc> steps, FieldCatalogue fields, Sender sender) {
    this.sender = sender;
    for (Doc step : steps) {
      this.steps
          .computeIfAbsent(step.whole("position"), _ -> new TreeMap<>())
          .put(step.text("variant").orElse("A"), step);
      sources.put(step.id(), LetterSource.of(step, fields));
    }
  }

  /// The gate that is closed for somebody's next mail; empty if it can be made, or if there is
  /// none.
  ///
  /// @param reached the position of the last step that was sent to them
  /// @param company what is known of where they work
  public Optional<HeldCode> gate(UUID enrolment, long reached, Doc person, Optional<Doc> company) {
    return next(enrolment, reached)
        .filter(step -> !isFit(step, person, company))
        .map(_ -> HeldCode.EMPTY_FIELD);
  }

  /// The position of the first mail after the next one that cannot be made; empty if all can.
  ///
  /// @param reached the position of the last step that was sent to them
  /// @param company what is known of where they work
  public OptionalInt lacking(UUID enrolment, long reached, Doc person, Optional<Doc> company) {
    return steps.tailMap(reached + 1).keySet().stream()
        .skip(1)
        .filter(
            position ->
                wording(enrolment, position)
                    .filter(step -> !isFit(step, person, company))
                    .isPresent())
        .mapToInt(Math::toIntExact)
        .findFirst();
  }

  private Optional<Doc> next(UUID enrolment, long reached) {
    return steps.tailMap(reached + 1).keySet().stream()
        .findFirst()
        .flatMap(position -> wording(enrolment, position));
  }

  /// A step as an enrolment gets it.
  private Optional<Doc> wording(UUID enrolment, long position) {
    SortedMap<String, Integer> weights = new TreeMap<>();
    Map<String, Doc> wordings = steps.getOrDefault(position, Collections.emptySortedMap());
    wordings.forEach((letter, step) -> weights.put(letter, (int) step.whole("weight")));
    return Variants.of(enrolment, (int) position, weights)
        .flatMap(letter -> Optional.ofNullable(wordings.get(letter)));
  }

  private boolean isFit(Doc step, Doc person, Optional<Doc> company) {
    LetterSource source = sources.get(step.id());
    return source == null
        || source.to(Letter.values(person, sender, company), new PickSeed(person.id(), step.id()))
            instanceof Letter.Ready;
  }
}
