package com.salescopilot.desktop.campaigns;

import com.salescopilot.desktop.ui.RateWords;
import com.salescopilot.desktop.ui.Texts;
import com.salescopilot.model.entity.Doc;
import com.salescopilot.model.mail.Tracking;
import com.salescopilot.model.stats.Comparison;
import com.salescopilot.model.stats.MailCounts;
import com.salescopilot.model.stats.MailFacts;
import com.salescopilot.model.stats.Rate;
import java.util.ArrayList;
import java.util.List;
import java.util.Map;
import java.util.Optional;
import java.util.stream.Collectors;

/// What one wording of one step brought.
///
/// @param rivals the shares of replies of all wordings of its step, its own too
record VariantRow(
    int position, String variant, String subject, MailCounts counts, List<Rate> rivals) {
  VariantRow {
    rivals = List.copyOf(rivals);
  }

  private record Place(long position, String variant) {
    static Place of(Doc row, String position) {
      return new Place(row.whole(position), row.text("variant").orElse(StepRow.FIRST));
    }
  }

  /// One for each wording.
  ///
  /// @param steps by position and variant
  /// @param mails of the campaign
  static List<VariantRow> all(List<Doc> steps, List<Doc> mails) {
    Map<Place, List<MailFacts>> facts =
        mails.stream()
            .filter(mail -> mail.get("stepPosition").isPresent())
            .collect(
                Collectors.groupingBy(
                    mail -> Place.of(mail, "stepPosition"),
                    Collectors.mapping(VariantRow::facts, Collectors.toList())));
    List<VariantRow> rows = new ArrayList<>();
    for (Doc step : steps) {
      List<Rate> rivals =
          steps.stream()
              .filter(other -> other.whole("position") == step.whole("position"))
              .map(other -> counts(facts, other).replyRate())
              .toList();
      rows.add(
          new VariantRow(
              (int) step.whole("position"),
              step.text("variant").orElse(StepRow.FIRST),
              step.text("subject").orElse(""),
              counts(facts, step),
              rivals));
    }
    return rows;
  }

  private static MailCounts counts(Map<Place, List<MailFacts>> facts, Doc step) {
    return MailCounts.of(facts.getOrDefault(Place.of(step, "position"), List.of()));
  }

  private static MailFacts facts(Doc mail) {
    return new MailFacts(
        mail.id(),
        MailWords.status(mail),
        mail.text("tracking").map(Tracking::valueOf).orElse(Tracking.OFF),
        mail.instant("sentAt"),
        mail.instant("openedAt"),
        mail.instant("repliedAt"));
  }

  /// What one can say of it beside the others of its step; empty where there are none.
  String verdict(Texts texts) {
    if (rivals.size() < 2) {
      return "";
    }
    Optional<Comparison> sure = Comparison.of(rivals);
    if (sure.isEmpty()) {
      return texts.get(getClass(), "variant.few", RateWords.LEAST);
    }
    return switch (sure.get()) {
      case LOW -> texts.get(getClass(), "variant.low");
      case HIGH ->
          texts.get(
              getClass(),
              Comparison.leads(counts.replyRate(), rivals) ? "variant.leads" : "variant.behind");
    };
  }
}
