package com.salescopilot.model.mail;

import static com.salescopilot.model.mail.EmailStatus.BOUNCED;
import static com.salescopilot.model.mail.EmailStatus.CANCELLED;
import static com.salescopilot.model.mail.EmailStatus.FAILED;
import static com.salescopilot.model.mail.EmailStatus.PENDING_SEND;
import static com.salescopilot.model.mail.EmailStatus.SENDING;
import static com.salescopilot.model.mail.EmailStatus.SENT;
import static com.salescopilot.model.mail.EmailStatus.UNCONFIRMED;

import java.util.Arrays;
import java.util.List;

/// The one table of moves between mail states. What it does not list is refused, whoever asks.
public final class EmailTransitions {
  private EmailTransitions() {}

  /// Why a mail moves. Row 1, the birth of a mail, is [#mayBeBorn(EmailStatus)].
  public enum Cause {
    /// A worker took it while all gates were open.
    CLAIMED(2),
    /// A temporary refusal, or the dot provably never left.
    RETURNED(3),
    /// 250 after the dot.
    ACCEPTED(4),
    /// A permanent refusal, or the retries are spent.
    REFUSED(5),
    /// The dot left and no answer came.
    DOUBTED(6),
    /// Taken back before the dot was marked.
    WITHDRAWN(7),
    /// A withdrawn mail that never met SMTP is wanted again.
    REVIVED(7),
    /// The guard or the renderer refuses it.
    UNFIT(8),
    /// Something proves that it arrived, or a person says so.
    PROVED(9),
    /// The receiver reported a failure afterwards.
    REPORTED(10),
    /// A person says that it did not arrive, or its claim proves that no dot left.
    SETTLED(11),
    /// A person sends it again.
    RESENT(12),
    /// The first sending is proved before the second one was marked, which then need not leave.
    PROVED_BEFORE_RESEND(12),
    /// Evidence outranks the person who had said that it did not arrive.
    PROVED_AGAINST_SETTLEMENT(13);

    private final int row;

    Cause(int row) {
      this.row = row;
    }

    /// The number of its row in the design's table, named in logs and the audit.
    public int row() {
      return row;
    }

    /// Whether this cause moves a mail between the two states.
    public boolean moves(EmailStatus before, EmailStatus after) {
      return switch (this) {
        case CLAIMED -> before == PENDING_SEND && after == SENDING;
        case RETURNED -> before == SENDING && after == PENDING_SEND;
        case ACCEPTED -> before == SENDING && after == SENT;
        case REFUSED -> before == SENDING && (after == BOUNCED || after == FAILED);
        case DOUBTED -> before == SENDING && after == UNCONFIRMED;
        case WITHDRAWN -> (before == PENDING_SEND || before == SENDING) && after == CANCELLED;
        case REVIVED -> before == CANCELLED && after == PENDING_SEND;
        case UNFIT -> before == PENDING_SEND && after == FAILED;
        case PROVED -> before == UNCONFIRMED && after == SENT;
        case REPORTED ->
            (before == SENT || before == UNCONFIRMED) && (after == BOUNCED || after == FAILED);
        case SETTLED -> before == UNCONFIRMED && after == FAILED;
        case RESENT -> (before == FAILED || before == UNCONFIRMED) && after == PENDING_SEND;
        case PROVED_BEFORE_RESEND -> before == PENDING_SEND && after == SENT;
        case PROVED_AGAINST_SETTLEMENT -> before == FAILED && after == SENT;
      };
    }
  }

  /// Whether any cause moves a mail between the two states. Staying is no move, so never allowed.
  public static boolean allowed(EmailStatus from, EmailStatus to) {
    return !causes(from, to).isEmpty();
  }

  /// The causes that move a mail between the two states, in the order of the table.
  public static List<Cause> causes(EmailStatus from, EmailStatus to) {
    return Arrays.stream(Cause.values()).filter(cause -> cause.moves(from, to)).toList();
  }

  /// Whether a mail may begin in a state: queued, or withdrawn at once as its address opted out.
  public static boolean mayBeBorn(EmailStatus status) {
    return switch (status) {
      case PENDING_SEND, CANCELLED -> true;
      case SENDING, SENT, FAILED, BOUNCED, UNCONFIRMED -> false;
    };
  }
}
