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
  /// @param campaign the status of the campaign it belongs to, if it belongs to one
  /// @param step for the mail of a step, which goes on only while its prospect does
  public record Facts(
      String to,
      Reach reach,
      Optional<Hold> hold,
      Optional<Instant> notBefore,
      Optional<Instant> expiresAt,
      Optional<CampaignStatus> campaign,
      Optional<Step> step) {}

  /// Whether an address may get anything.
  public enum Reach {
    OPEN,
    /// It opted out, or is known to be dead.
    SUPPRESSED
  }

  /// Marks the mail of a step.
  ///
  /// @param enrolment empty if its prospect is no longer enrolled, or began anew
  public record Step(Optional<EnrolmentStatus> enrolment) {}

  /// Why a mail does not leave.
  public sealed interface Held permits Waits, Withdrawn, Unfit {}

  /// It stays queued.
  ///
  /// @param until when to look again
  public record Waits(Why why, Instant until) implements Held {}

  /// It is taken back.
  public record Withdrawn(CancelReason reason) implements Held {}

  /// It can never leave.
  ///
  /// @param words for its sender
  public record Unfit(String words) implements Held {}

  /// What a mail waits for.
  public enum Why {
    /// A person's word.
    HOLD,
    /// The time in which its sender may take it back, or the time its sender chose.
    UNDO
  }

  /// The first gate that is closed; empty if the mail may leave.
  public static Optional<Held> check(Facts facts, Instant now) {
    boolean expired = facts.expiresAt().filter(at -> !at.isAfter(now)).isPresent();
    if (facts.hold().isPresent()) {
      return Optional.of(
          switch (facts.hold().get()) {
            case STALE -> expired ? new Withdrawn(CancelReason.EXPIRED) : held(facts, now);
            case RESTORED -> held(facts, now);
          });
    }
    Optional<Instant> later = facts.notBefore().filter(at -> at.isAfter(now));
    if (later.isPresent()) {
      return Optional.of(new Waits(Why.UNDO, later.get()));
    }
    if (expired) {
      return Optional.of(new Withdrawn(CancelReason.EXPIRED));
    }
    if (facts.reach() == Reach.SUPPRESSED) {
      return Optional.of(new Withdrawn(CancelReason.SUPPRESSED));
    }
    Optional<CancelReason> stopped =
        facts.step().isPresent()
            ? stopped(facts.campaign(), facts.step().get())
            : facts.campaign().filter(Gate::stopsLetters).map(_ -> CancelReason.PAUSED);
    if (stopped.isPresent()) {
      return Optional.of(new Withdrawn(stopped.get()));
    }
    return switch (Address.parse(facts.to())) {
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

  private static Held held(Facts facts, Instant now) {
    Instant again = now.plus(HELD);
    return new Waits(
        Why.HOLD,
        facts.expiresAt().filter(at -> at.isAfter(now) && at.isBefore(again)).orElse(again));
  }

  /// A step leaves only while its campaign and its prospect are active.
  private static Optional<CancelReason> stopped(Optional<CampaignStatus> campaign, Step step) {
    if (!campaign.equals(Optional.of(CampaignStatus.ACTIVE))) {
      return Optional.of(CancelReason.PAUSED);
    }
    if (step.enrolment().isEmpty()) {
      return Optional.of(CancelReason.PAUSED);
    }
    return stops(step.enrolment().get());
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
