package com.salescopilot.desktop.templates;

import com.salescopilot.model.entity.Doc;
import com.salescopilot.model.stats.MailCounts;
import com.salescopilot.model.stats.Rate;
import java.util.Comparator;
import java.util.UUID;

/// A template as the list shows it.
///
/// @param mails what became of the mails that were made from it, as far as this machine knows
/// @param favourite whether this user marked it
/// @param waits whether changes of it have not reached the server
record TemplateRow(Doc doc, MailCounts mails, boolean favourite, boolean waits) {

  /// Favourites first, then by what its share of replies is at least: one reply to two mails is no
  /// reason to stand before ten to fifty.
  static final Comparator<TemplateRow> RANKED =
      Comparator.comparing(TemplateRow::favourite)
          .thenComparingDouble(row -> least(row.mails().replyRate()))
          .reversed()
          .thenComparing(TemplateRow::title, String.CASE_INSENSITIVE_ORDER)
          .thenComparing(row -> row.id().toString());

  UUID id() {
    return doc.id();
  }

  String text(String field) {
    return doc.text(field).orElse("");
  }

  String title() {
    return text("title");
  }

  long used() {
    return mails.sent();
  }

  /// What a share is at least; below every share where there is nothing to have one in.
  static double least(Rate rate) {
    return rate.low().orElse(-1);
  }
}
