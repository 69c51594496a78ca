package com.salescopilot.model.sync;

import com.salescopilot.model.entity.Doc;
import com.salescopilot.model.mail.CancelReason;
import com.salescopilot.model.mail.EmailStatus;
import com.salescopilot.model.mail.ErasedAddress;
import java.util.List;
import java.util.Optional;

/// A mail to somebody whose data was erased. It counts as before, says nothing, and never leaves
/// again; one that is leaving at this moment still hears how that ended, not in whose words.
final class ErasedMail {
  private static final List<String> SAID =
      List.of(
          "body",
          "provenance",
          "threadReferences",
          "providerMessageId",
          "lastReply",
          "contentHash");

  private ErasedMail() {}

  /// What is left of a mail. When it last changed is kept too, as some numbers go by it.
  static Doc of(Doc mail) {
    Doc left = mail;
    for (String field : SAID) {
      left = left.without(field);
    }
    if (left.get("cancelReason").isPresent()) {
      left = left.with("cancelReason", CancelReason.USER.name()); // no pause ends for it
    }
    return left.with("toEmail", ErasedAddress.NOBODY)
        .with("subject", "")
        .with("idempotencyKey", mail.id().toString());
  }

  static Result apply(Context context, Doc mail, EmailCommand command) {
    return switch (command) {
      case EmailCommand.Ended ended ->
          EmailRules.onKnown(
              context,
              new EmailCommand.Ended(
                  ended.email(),
                  ended.as() == EmailStatus.PENDING_SEND ? EmailStatus.CANCELLED : ended.as(),
                  ended.at(),
                  Optional.empty(),
                  Optional.empty()));
      case EmailCommand.Erase _, EmailCommand.Evidence _, EmailCommand.Freeze _ -> Result.noOp();
      case EmailCommand.Send _,
          EmailCommand.Due _,
          EmailCommand.Resend _,
          EmailCommand.Requeue _,
          EmailCommand.Claim _ ->
          Result.rejected(
              RejectCode.STATE, "", "Whoever the mail went to was erased; it cannot be sent.");
      case EmailCommand.Cancel _,
          EmailCommand.Settle _,
          EmailCommand.Release _,
          EmailCommand.Withdraw _,
          EmailCommand.Engaged _ ->
          EmailRules.onKnown(context, command);
    };
  }
}
