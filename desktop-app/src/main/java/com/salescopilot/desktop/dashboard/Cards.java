package com.salescopilot.desktop.dashboard;

import com.salescopilot.desktop.ui.NumberCard;
import com.salescopilot.desktop.ui.RateWords;
import com.salescopilot.desktop.ui.Texts;
import com.salescopilot.model.stats.DayCounts;
import com.salescopilot.model.stats.MailCounts;
import java.text.NumberFormat;
import java.util.ArrayList;
import java.util.List;
import java.util.function.ToLongFunction;

/// The words on the cards.
///
/// @param summary the timeline in a sentence, for those who cannot see it
record Cards(Card sent, Card opened, Card replied, Card bounced, Card campaigns, String summary) {

  /// One card.
  ///
  /// @param number the large one
  /// @param rate what it is a share of, or how it is made up
  /// @param span what the days brought that are shown, and those before
  record Card(String number, String rate, String span) {
    void on(NumberCard node) {
      node.show(number, rate, span);
    }
  }

  static Cards of(Overview overview, Texts texts) {
    return new Words(overview, texts).cards();
  }

  private record Words(Overview overview, Texts texts) {
    Cards cards() {
      MailCounts mails = overview.mails();
      String untracked = text(mails.sent() == 0 ? "dashboard.nothingSent" : "dashboard.untracked");
      return new Cards(
          new Card(number(mails.sent()), onTheWay(mails), span(DayCounts::sent)),
          new Card(
              number(mails.opened()),
              RateWords.of(mails.openRate(), texts, untracked),
              span(DayCounts::opened)),
          new Card(
              number(mails.replied()),
              RateWords.of(mails.replyRate(), texts, text("dashboard.nothingSent")),
              span(DayCounts::replied) + "\n" + text("dashboard.notRead")),
          new Card(
              number(mails.bounced()),
              RateWords.of(mails.bounceRate(), texts, text("dashboard.nothingSent")),
              text("dashboard.cameBack")),
          new Card(
              number(overview.activeCampaigns()),
              text("dashboard.ofCampaigns", overview.campaigns()),
              ""),
          text(
              "dashboard.summary",
              overview.days().size(),
              Overview.sum(overview.days(), DayCounts::sent),
              Overview.sum(overview.days(), DayCounts::opened),
              Overview.sum(overview.days(), DayCounts::replied)));
    }

    private String onTheWay(MailCounts mails) {
      List<String> parts = new ArrayList<>();
      add(parts, "dashboard.pending", mails.pending());
      add(parts, "dashboard.unconfirmed", mails.unconfirmed());
      add(parts, "dashboard.failed", mails.failed());
      return parts.isEmpty() ? text("dashboard.allLeft") : String.join(" · ", parts);
    }

    private void add(List<String> parts, String key, long count) {
      if (count > 0) {
        parts.add(text(key, count));
      }
    }

    private String span(ToLongFunction<DayCounts> of) {
      return text(
          "dashboard.span",
          overview.days().size(),
          Overview.sum(overview.days(), of),
          Overview.sum(overview.before(), of));
    }

    private String number(long count) {
      return NumberFormat.getIntegerInstance(texts.locale()).format(count);
    }

    private String text(String key, Object... values) {
      return texts.get(Cards.class, key, values);
    }
  }
}
