package com.salescopilot.desktop.campaigns;

import com.salescopilot.desktop.editor.LetterPreview;
import com.salescopilot.desktop.ui.Texts;
import com.salescopilot.model.entity.Doc;
import com.salescopilot.model.template.PickSeed;
import java.util.List;
import java.util.Map;
import java.util.Optional;
import java.util.UUID;

/// What the audience would read of the wording that is written on.
final class StepPreview {
  private static final UUID NO_STEP = new UUID(0, 0);

  private final LetterPreview letter;

  StepPreview(Texts texts) {
    letter = new LetterPreview(texts);
  }

  LetterPreview letter() {
    return letter;
  }

  /// Shows it as it stands now.
  ///
  /// @param text what is written
  /// @param row that it belongs to
  /// @param all the wordings of the campaign
  void show(StepText text, Optional<StepRow> row, List<StepRow> all, StepsReading.Found around) {
    UUID step = row.map(StepRow::id).orElse(NO_STEP);
    Map<UUID, Doc> companies = around.companies();
    letter.show(text.with(StepText.SUBJECT, subject(text, row, all)).letter());
    letter.show(
        around.people(),
        (source, person) ->
            around
                .reader()
                .made(
                    source,
                    person,
                    person.map(who -> new PickSeed(who.id(), step)).orElse(PickSeed.NONE),
                    person
                        .map(
                            who ->
                                Fitness.values(
                                    who,
                                    around.reader().sender(),
                                    Optional.ofNullable(companies.get(who.id()))))
                        .orElse(Map.of())));
  }

  /// What is read above the letter: the subject of the conversation that it goes on with.
  private static String subject(StepText text, Optional<StepRow> row, List<StepRow> all) {
    return row.filter(step -> !step.now().begins(step.position()))
        .flatMap(
            step ->
                all.stream()
                    .filter(each -> each.leads() && each.position() < step.position())
                    .filter(each -> each.now().begins(each.position()))
                    .reduce((_, last) -> last))
        .map(begun -> StepText.reply(begun.now().get(StepText.SUBJECT)))
        .orElse(text.get(StepText.SUBJECT));
  }
}
