package com.salescopilot.server.rest;

import com.salescopilot.model.stats.MailCounts;
import com.salescopilot.model.stats.Rate;
import com.salescopilot.server.db.Row;

/// Reads what statements count of mails.
public final class MailRows {
  private MailRows() {}

  /// The counts in a row with a column for each.
  public static MailCounts counts(Row row) {
    return new MailCounts(
        row.whole("sent"),
        row.whole("bounced"),
        row.whole("failed"),
        row.whole("unconfirmed"),
        row.whole("pending"),
        row.whole("tracked"),
        row.whole("opened"),
        row.whole("replied"));
  }

  /// How many of the people whom a campaign reached answered it.
  public static Rate repliedProspects(Row row) {
    return new Rate(row.whole("heard"), row.whole("reached"));
  }
}
