package com.salescopilot.model.mail;

import com.salescopilot.model.campaign.CampaignStatus;
import com.salescopilot.model.campaign.EnrolmentStatus;
import java.time.Duration;
import java.time.Instant;
import java.util.Optional;

/// Whether a queued mail may leave now, and if not, why. The same on the server, where it decides,
/// and on a desktop, where it explains.
public final class Gate {
  /// A mail that waits for a person is looked at again after this: only its expiry is near.
  private static final Duration HELD = Duration.ofMinutes(15);

  private Gate() {}

  /// What a mail's leaving depends on.
  ///
  /// @param reach whether its address may get anything
  /// @param author whether whoever it is from is still there
  /// @param campaign the status of the campaign it belongs to, if it belongs to one
  /// @param step for the mail of a step, which goes on only while its prospect does
  /// @param mailbox whether it sends
  /// @param turn for the mail of a step that is due, if its hour, day or turn is not now
  public record Facts(
      String to,
      Reach reach,
      Author author,
      Optional<Hold> hold,
      Optional<Instant> notBefore,
      Optional<Instant> expiresAt,
      Optional<CampaignStatus> campaign,
      Optional<Step> step,
      Mailbox mailbox,
      Optional<Later> turn) {

    /// Of a mail that is planned and not made yet: its campaign, its prospect and its mailbox are
    /// the plan's to look at.
    public static Facts planned(String to, Reach reach, Author author) {
      return new Facts(
          to,
          reach,
          author,
          Optional.empty(),
          Optional.empty(),
          Optional.empty(),
          Optional.empty(),
          Optional.empty(),
          Mailbox.SENDS,
          Optional.empty());
    }

    /// The same, where the plan has been asked whether it is its turn.
    public Facts at(Optional<Later> turn) {
      return new Facts(
          to, reach, author, hold, notBefore, expiresAt, campaign, step, mailbox, turn);
    }

    /// The same at whatever instant it may leave: that it waits for it is no closed gate.
    public Facts atItsTime() {
      return new Facts(
          to, reach, author, hold, Optional.empty(), expiresAt, campaign, step, mailbox, turn);
    }
  }

  /// Whether an address may get anything.
  public enum Reach {
    OPEN,
    /// It opted out, or is known to be dead.
    SUPPRESSED
  }

  /// Whether somebody is of the workspace.
  public enum Author {
    MEMBER,
    GONE
  }

  /// Whether a mailbox sends.
  public enum Mailbox {
    SENDS,
    PAUSED
  }

  /// Marks the mail of a step.
  ///
  /// @param enrolment empty if its prospect is no longer enrolled, or began anew
  public record Step(Optional<EnrolmentStatus> enrolment) {}

  /// Why a mail does not leave.
  public sealed interface Held permits Waits, Later, Withdrawn, Unfit {
    HeldCode code();

    /// The word for it, the same in the plan and in the answer to "why".
    default String word() {
      return code().name();
    }
  }

  /// It stays queued.
  ///
  /// @param until when to look again
  public record Waits(HeldCode code, Instant until) implements Held {}

  /// It stays queued until its turn, which the plan has named.
  ///
  /// @param word what holds it until then
  /// @param until when it leaves, if nothing comes before it
  /// @param again when to look again: others that wait may be held longer, and then it is its turn
  public record Later(String word, Instant until, Instant again) implements Held {
    @Override
    public HeldCode code() {
      return HeldCode.OUTSIDE_SLOT;
    }
  }

  /// It is taken back.
  public record Withdrawn(HeldCode code, CancelReason reason) implements Held {}

  /// It can never leave.
  ///
  /// @param words for its sender
  public record Unfit(String words) implements Held {
    @Override
    public HeldCode code() {
      return HeldCode.BAD_ADDRESS;
    }
  }

  /// The first gate that is closed; empty if the mail may leave.
  public static Optional<Held> check(Facts facts, Instant now) {
    boolean expired =
        facts.step().isEmpty() // a step waits for its turn, and for no person
            && facts.expiresAt().filter(at -> !at.isAfter(now)).isPresent();
    if (facts.hold().isPresent()) {
      return Optional.of(
          switch (facts.hold().get()) {
            case STALE -> expired ? expired() : waits(HeldCode.STALE, facts, now);
            case RESTORED -> waits(HeldCode.RESTORED, facts, now);
          });
    }
    Optional<Instant> later = facts.notBefore().filter(at -> at.isAfter(now));
    if (later.isPresent()) {
      return Optional.of(new Waits(HeldCode.UNDO, later.get()));
    }
    if (expired) {
      return Optional.of(expired());
    }
    if (facts.reach() == Reach.SUPPRESSED) {
      return Optional.of(new Withdrawn(HeldCode.SUPPRESSED, CancelReason.SUPPRESSED));
    }
    if (facts.author() == Author.GONE) {
      return Optional.of(new Withdrawn(HeldCode.SENDER_GONE, CancelReason.SENDER_GONE));
    }
    return stopped(facts)
        .or(() -> unfit(facts.to()))
        .or(
            () ->
                facts.mailbox() == Mailbox.PAUSED
                    ? Optional.of(waits(HeldCode.MAILBOX_PAUSED, facts, now))
                    : Optional.empty())
        .or(facts::turn);
  }

  /// Whether this gate comes before those of campaign and enrolment.
  public static boolean comesFirst(HeldCode code) {
    return code != HeldCode.BAD_ADDRESS && code != HeldCode.EMPTY_FIELD;
  }

  private static Held expired() {
    return new Withdrawn(HeldCode.EXPIRED, CancelReason.EXPIRED);
  }

  private static Optional<Held> unfit(String to) {
    return switch (Address.parse(to)) {
      case Address.Refused(String reason) -> Optional.of(new Unfit(reason));
      case Address.Accepted(Address address) when address.needsSmtpUtf8() ->
          Optional.of(
              new Unfit("The part before the @ has letters that mail servers do not carry."));
      case Address.Accepted _ -> Optional.empty();
    };
  }

  /// Why nothing leaves of a campaign's steps by the campaign's status; empty if it does.
  public static Optional<HeldCode> stopped(CampaignStatus status) {
    return switch (status) {
      case DRAFT -> Optional.of(HeldCode.CAMPAIGN_DRAFT);
      case ACTIVE -> Optional.empty();
      case PAUSED -> Optional.of(HeldCode.CAMPAIGN_PAUSED);
      case COMPLETED, ARCHIVED -> Optional.of(HeldCode.CAMPAIGN_ENDED);
    };
  }

  /// Why nothing leaves of a campaign's steps to a prospect; empty if it does.
  public static Optional<HeldCode> stopped(EnrolmentStatus status) {
    return switch (status) {
      case ACTIVE -> Optional.empty();
      case PAUSED -> Optional.of(HeldCode.ENROLMENT_PAUSED);
      case EXCLUDED, COMPLETED, FAILED, BOUNCED, REPLIED, UNSUBSCRIBED ->
          Optional.of(HeldCode.ENROLMENT_ENDED);
    };
  }

  private static Held waits(HeldCode code, Facts facts, Instant now) {
    Instant again = now.plus(HELD);
    return new Waits(
        code, facts.expiresAt().filter(at -> at.isAfter(now) && at.isBefore(again)).orElse(again));
  }

  private static Optional<Held> stopped(Facts facts) {
    if (facts.step().isEmpty()) {
      return facts
          .campaign()
          .filter(Gate::stopsLetters)
          .flatMap(Gate::stopped)
          .map(code -> new Withdrawn(code, CancelReason.PAUSED));
    }
    Optional<HeldCode> campaign =
        facts
            .campaign()
            .map(Gate::stopped)
            .orElse(Optional.of(HeldCode.CAMPAIGN_ENDED)); // deleted: over for good
    if (campaign.isPresent()) {
      return campaign.map(code -> new Withdrawn(code, CancelReason.PAUSED));
    }
    Optional<EnrolmentStatus> enrolment = facts.step().get().enrolment();
    if (enrolment.isEmpty()) {
      return Optional.of(new Withdrawn(HeldCode.ENROLMENT_ENDED, CancelReason.PAUSED));
    }
    return stopped(enrolment.get())
        .map(code -> new Withdrawn(code, stops(enrolment.get()).orElseThrow()));
  }

  /// Why a step that waits for somebody in this status is taken back; empty if it may leave.
  public static Optional<CancelReason> stops(EnrolmentStatus status) {
    return switch (status) {
      case ACTIVE -> Optional.empty();
      case PAUSED, EXCLUDED, COMPLETED, FAILED -> Optional.of(CancelReason.PAUSED);
      case BOUNCED, UNSUBSCRIBED -> Optional.of(CancelReason.SUPPRESSED);
      case REPLIED -> Optional.of(CancelReason.REPLIED);
    };
  }

  /// A letter by hand survives a campaign that is a draft or over; nothing leaves from one that
  /// somebody stopped.
  private static boolean stopsLetters(CampaignStatus status) {
    return switch (status) {
      case PAUSED, ARCHIVED -> true;
      case DRAFT, ACTIVE, COMPLETED -> false;
    };
  }
}
