package com.salescopilot.desktop.campaigns;

import com.salescopilot.desktop.shell.Route;
import com.salescopilot.desktop.ui.Texts;
import com.salescopilot.model.entity.Doc;
import com.salescopilot.model.preflight.Finding;
import java.util.Optional;

/// What was found before a campaign starts, in words, and where it is mended.
final class FindingWords {
  private final Texts texts;

  FindingWords(Texts texts) {
    this.texts = texts;
  }

  String severity(Finding finding) {
    return texts.get(getClass(), "severity." + finding.code().severity().name());
  }

  static String manner(Finding finding) {
    return switch (finding.code().severity()) {
      case BLOCKER -> "bad";
      case WAITING -> "warn";
      case WARNING -> "";
    };
  }

  /// One sentence.
  String sentence(Finding finding, Review review) {
    String who =
        finding
            .prospect()
            .flatMap(id -> Optional.ofNullable(review.outlook().people().get(id)))
            .map(AudienceColumns::name)
            .orElse("");
    String step =
        finding
            .step()
            .flatMap(
                id ->
                    review.outlook().steps().stream()
                        .filter(row -> row.id().equals(id))
                        .findFirst())
            .map(this::name)
            .orElse("");
    return texts.get(getClass(), "finding." + finding.code().name(), step, who, finding.detail());
  }

  private String name(Doc step) {
    return texts.get(
        getClass(),
        "steps.variantName",
        step.whole("position"),
        step.text("variant").orElse(StepRow.FIRST));
  }

  /// The page on which it is mended.
  static Route place(Finding finding, Review review) {
    var campaign = review.outlook().campaign().id();
    return finding
        .step()
        .<Route>map(step -> new Route.CampaignSteps(campaign, Optional.of(step)))
        .or(() -> finding.prospect().map(Route.ProspectDetail::new))
        .orElseGet(
            () ->
                switch (finding.code()) {
                  case NO_PROSPECTS -> new Route.CampaignAudience(campaign);
                  case POSITION_GAP,
                      TEMPLATE_ERROR,
                      EMPTY_SUBJECT,
                      EMPTY_BODY,
                      LEFTOVER_MARKUP,
                      NO_UNSUBSCRIBE,
                      BAD_LINK,
                      SCORE_LOW ->
                      Route.CampaignSteps.of(campaign);
                  case NO_MAILBOX,
                      MAILBOX_PAUSED,
                      NO_WINDOW,
                      DATES,
                      BAD_ZONE,
                      CAPACITY,
                      EMPTY_FIELD,
                      UNSAFE_URL,
                      VALUE_TOO_LONG,
                      SUPPRESSED,
                      WRONG_NAME,
                      ENROLLED_ELSEWHERE ->
                      new Route.CampaignTimes(campaign);
                });
  }

  /// What the button that leads there says.
  String jump(Finding finding) {
    String key =
        finding.step().isPresent()
            ? "jump.step"
            : finding.prospect().isPresent() ? "jump.prospect" : "jump.mend";
    return texts.get(getClass(), key);
  }
}
