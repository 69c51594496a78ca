package com.salescopilot.server.rest;

import com.fasterxml.jackson.databind.node.ObjectNode;
import com.salescopilot.model.stats.Rate;
import com.salescopilot.server.db.Row;

/// How many mails of a set are where, and what came back.
///
/// @param pending waiting or leaving just now
/// @param tracked sent with tracking that can tell a person's open
/// @param opened of these, opened by a person
/// @param replied of the sent ones
public record MailCounts(
    long sent,
    long bounced,
    long failed,
    long unconfirmed,
    long pending,
    long tracked,
    long opened,
    long replied) {

  /// From a row with a column for each.
  public static MailCounts of(Row row) {
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

  /// Puts the counts and the rates that they make into an answer.
  public void into(ObjectNode json) {
    json.put("sent", sent)
        .put("bounced", bounced)
        .put("failed", failed)
        .put("unconfirmed", unconfirmed)
        .put("pending", pending);
    json.set("openRate", new Rate(opened, tracked).json());
    json.set("replyRate", new Rate(replied, sent).json());
    json.set("bounceRate", new Rate(bounced, sent + bounced).json());
  }
}
