package com.salescopilot.model.schedule;

import com.salescopilot.model.campaign.CampaignStatus;
import com.salescopilot.model.campaign.EnrolmentStatus;
import com.salescopilot.model.mail.HeldCode;
import com.salescopilot.model.stats.SentDay;
import java.time.Instant;
import java.time.LocalDate;
import java.time.ZoneId;
import java.util.Comparator;
import java.util.List;
import java.util.Map;
import java.util.Optional;
import java.util.OptionalInt;
import java.util.Set;
import java.util.UUID;
import java.util.stream.Collectors;

/// All that a plan depends on, besides the instant and the workspace's policy.
///
/// @param letters by hand that wait in the queue
public record State(
    List<Mailbox> mailboxes,
    List<Campaign> campaigns,
    List<Enrolment> enrolments,
    List<Letter> letters) {
  public State {
    mailboxes = List.copyOf(mailboxes);
    campaigns = List.copyOf(campaigns);
    enrolments = List.copyOf(enrolments);
    letters = List.copyOf(letters);
  }

  /// The part on which the plan of a campaign hangs: all that the same mailbox sends.
  State around(UUID campaign) {
    Optional<UUID> mailbox =
        campaigns.stream()
            .filter(one -> one.id().equals(campaign))
            .findFirst()
            .flatMap(Campaign::mailbox);
    List<Campaign> sharing =
        campaigns.stream()
            .filter(one -> one.id().equals(campaign) || shares(one.mailbox(), mailbox))
            .toList();
    Set<UUID> ids = sharing.stream().map(Campaign::id).collect(Collectors.toSet());
    return new State(
        mailboxes.stream().filter(one -> shares(Optional.of(one.id()), mailbox)).toList(),
        sharing,
        enrolments.stream().filter(one -> ids.contains(one.campaignId())).toList(),
        letters.stream().filter(one -> shares(one.mailbox(), mailbox)).toList());
  }

  private static boolean shares(Optional<UUID> one, Optional<UUID> other) {
    return one.isPresent() && one.equals(other);
  }

  /// A mailbox that sends.
  ///
  /// @param policy its level
  /// @param window its own hours, by the zone of its level or else the workspace's
  /// @param freeAt when the gap after its last mail is over: the latest of what [Gap] says of the
  ///   mails that left and of those that are leaving
  /// @param sent per day of the mailbox, today included
  /// @param running whether it sends at all
  public record Mailbox(
      UUID id,
      Policy policy,
      Optional<Window> window,
      Instant freeAt,
      Map<LocalDate, SentDay> sent,
      Running running) {
    public Mailbox {
      sent = Map.copyOf(sent);
    }
  }

  /// Whether a mailbox sends.
  public enum Running {
    SENDS,
    PAUSED
  }

  /// A campaign.
  ///
  /// @param policy its level
  /// @param mailbox that sends it; empty if there is none
  /// @param pauses in which it stood still, without the one in which it may be now
  /// @param steps by position; none for a campaign whose letters are written by hand
  public record Campaign(
      UUID id,
      CampaignStatus status,
      Policy policy,
      Optional<UUID> mailbox,
      Optional<Instant> activatedAt,
      Optional<Instant> startDate,
      Optional<Instant> endDate,
      List<Pause> pauses,
      List<Step> steps) {
    public Campaign {
      pauses = pauses.stream().sorted(Comparator.comparing(Pause::from)).toList();
      steps = steps.stream().sorted(Comparator.comparingInt(Step::position)).toList();
    }

    /// The step after a position; empty after the last one.
    Optional<Step> after(int position) {
      return steps.stream().filter(step -> step.position() > position).findFirst();
    }
  }

  /// A stretch in which a campaign stood still.
  public record Pause(Instant from, Instant to) {}

  /// A mail of a campaign.
  ///
  /// @param position from 1
  public record Step(int position, Delay delay) {}

  /// A prospect in a campaign.
  ///
  /// @param currentStep position of the last step that was sent, 0 if none was
  /// @param enrolledAt when the prospect was added
  /// @param anchorAt when the last step was sent; empty if none was
  /// @param zone of the prospect, if one is known
  /// @param mail the row of the next step's mail, if it was made and may still leave
  /// @param gate that is closed for the next step's mail
  /// @param lacking the position of the first step after the next one whose mail cannot be made, as
  ///   a field that it needs is empty
  public record Enrolment(
      UUID id,
      UUID campaignId,
      UUID prospectId,
      EnrolmentStatus status,
      int currentStep,
      int rotation,
      Instant enrolledAt,
      Optional<Instant> anchorAt,
      Optional<Instant> resumeAt,
      Optional<ZoneId> zone,
      Optional<Made> mail,
      Optional<HeldCode> gate,
      OptionalInt lacking) {

    /// The same, held by its gate of these unless another one holds it already.
    ///
    /// @param gates that are closed, by enrolment
    public Enrolment gated(Map<UUID, HeldCode> gates) {
      return new Enrolment(
          id,
          campaignId,
          prospectId,
          status,
          currentStep,
          rotation,
          enrolledAt,
          anchorAt,
          resumeAt,
          zone,
          mail,
          gate.or(() -> Optional.ofNullable(gates.get(id))),
          lacking);
    }

    /// The same, where it is known which later mail cannot be made.
    public Enrolment lacking(OptionalInt position) {
      return new Enrolment(
          id,
          campaignId,
          prospectId,
          status,
          currentStep,
          rotation,
          enrolledAt,
          anchorAt,
          resumeAt,
          zone,
          mail,
          gate,
          position);
    }

    /// The same with what is known of the prospect's zone and of the next mail.
    public Enrolment with(Optional<ZoneId> zone, Optional<Made> mail) {
      return new Enrolment(
          id,
          campaignId,
          prospectId,
          status,
          currentStep,
          rotation,
          enrolledAt,
          anchorAt,
          resumeAt,
          zone,
          mail,
          gate,
          lacking);
    }
  }

  /// A step's mail that is a row already.
  ///
  /// @param at the instant it was made for
  public record Made(Instant at, Phase phase) {}

  /// How far a step's mail has come.
  public enum Phase {
    /// Waits for its instant.
    QUEUED,
    /// It leaves, or how it ended is not known.
    UNDERWAY
  }

  /// A letter by hand in the queue.
  ///
  /// @param notBefore when it may leave
  /// @param gate that is closed for it
  public record Letter(
      UUID emailId, Optional<UUID> mailbox, Instant notBefore, Optional<HeldCode> gate) {}
}
