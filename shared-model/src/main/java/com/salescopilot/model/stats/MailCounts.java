package com.salescopilot.model.stats;

import com.fasterxml.jackson.databind.node.ObjectNode;

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

  /// Counts mails. The server's statements say the same in SQL.
  public static MailCounts of(Iterable<MailFacts> mails) {
    long sent = 0;
    long bounced = 0;
    long failed = 0;
    long unconfirmed = 0;
    long pending = 0;
    long tracked = 0;
    long opened = 0;
    long replied = 0;
    for (MailFacts mail : mails) {
      switch (mail.status()) {
        case SENT -> {
          sent++;
          tracked += mail.isTracked() ? 1 : 0;
          opened += mail.isTracked() && mail.openedAt().isPresent() ? 1 : 0;
          replied += mail.repliedAt().isPresent() ? 1 : 0;
        }
        case BOUNCED -> bounced++;
        case FAILED -> failed++;
        case UNCONFIRMED -> unconfirmed++;
        case PENDING_SEND, SENDING -> pending++;
        case CANCELLED -> {
          // was taken back before it left
        }
      }
    }
    return new MailCounts(sent, bounced, failed, unconfirmed, pending, tracked, opened, replied);
  }

  /// How many of those that can tell were opened by a person.
  public Rate openRate() {
    return new Rate(opened, tracked);
  }

  /// How many of the sent ones brought a reply.
  public Rate replyRate() {
    return new Rate(replied, sent);
  }

  /// How many of those that left came back as undeliverable.
  public Rate bounceRate() {
    return new Rate(bounced, sent + bounced);
  }

  /// Puts the counts and the rates that they make into an answer.
  public void into(ObjectNode json) {
    json.put("sent", sent)
        .put("bounced", bounced)
        .put("failed", failed)
        .put("unconfirmed", unconfirmed)
        .put("pending", pending);
    json.set("openRate", openRate().json());
    json.set("replyRate", replyRate().json());
    json.set("bounceRate", bounceRate().json());
  }
}
