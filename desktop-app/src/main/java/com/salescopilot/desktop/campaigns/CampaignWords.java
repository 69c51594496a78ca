package com.salescopilot.desktop.campaigns;

import com.salescopilot.desktop.ui.RateWords;
import com.salescopilot.desktop.ui.Texts;
import com.salescopilot.model.campaign.CampaignStatus;
import com.salescopilot.model.campaign.EnrolmentStatus;
import com.salescopilot.model.stats.Guard;
import com.salescopilot.model.stats.Rate;
import java.text.NumberFormat;

/// A campaign's status and numbers in words.
final class CampaignWords {
  private final Texts texts;
  private final NumberFormat whole;

  CampaignWords(Texts texts) {
    this.texts = texts;
    this.whole = NumberFormat.getIntegerInstance(texts.locale());
  }

  String status(CampaignStatus status) {
    return text("status." + status.name());
  }

  String status(EnrolmentStatus status) {
    return text("enrolment." + status.name());
  }

  /// Why the guard stopped it; empty if it did not.
  String stopped(CampaignRow row) {
    return row.doc()
        .text("pausedReason")
        .filter(_ -> row.status() == CampaignStatus.PAUSED)
        .map(
            reason ->
                texts.bundle(CampaignWords.class).containsKey("stopped." + reason)
                    ? text("stopped." + reason)
                    : reason)
        .orElse("");
  }

  String number(long number) {
    return whole.format(number);
  }

  String enrolled(CampaignRow row) {
    return number(row.enrolled());
  }

  String sent(CampaignRow row) {
    return number(row.mails().sent());
  }

  String opened(CampaignRow row) {
    return share(row.mails().openRate());
  }

  String replied(CampaignRow row) {
    return share(row.mails().replyRate());
  }

  /// A share with its n, and the interval of the true one.
  String openedInFull(CampaignRow row) {
    return RateWords.of(
        row.mails().openRate(),
        texts,
        text(row.mails().sent() > 0 ? "numbers.untracked" : "numbers.nothingSent"));
  }

  String repliedInFull(CampaignRow row) {
    return RateWords.of(row.mails().replyRate(), texts, text("numbers.nothingSent"));
  }

  /// What the guard over a campaign goes by; empty while nothing has left.
  String guard(GuardNumbers numbers) {
    long left = numbers.counts().left();
    if (left == 0) {
      return "";
    }
    String seen =
        texts.get(
            getClass(),
            "guard.seen",
            RateWords.of(numbers.bounces(), texts, ""),
            number(numbers.counts().complained()),
            number(left));
    return left < Guard.JUDGED_FROM
        ? texts.get(getClass(), "guard.early", seen, Guard.JUDGED_FROM)
        : seen;
  }

  private String share(Rate rate) {
    if (rate.den() == 0) {
      return "–";
    }
    return rate.den() < RateWords.LEAST
        ? texts.get(getClass(), "numbers.few", rate.num(), rate.den())
        : texts.get(
            getClass(), "numbers.share", Math.round(rate.rate().orElse(0) * 100), rate.den());
  }

  private String text(String key) {
    return texts.get(CampaignWords.class, key);
  }
}
