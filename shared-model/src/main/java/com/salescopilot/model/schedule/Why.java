package com.salescopilot.model.schedule;

import com.fasterxml.jackson.databind.node.ArrayNode;
import com.fasterxml.jackson.databind.node.JsonNodeFactory;
import com.fasterxml.jackson.databind.node.ObjectNode;
import com.salescopilot.model.campaign.EnrolmentStatus;
import com.salescopilot.model.entity.Doc;
import com.salescopilot.model.mail.EmailStatus;
import com.salescopilot.model.mail.HeldCode;
import java.time.Instant;
import java.util.List;
import java.util.Optional;
import java.util.OptionalInt;
import java.util.UUID;

/// Why a mail has not left, or how it ended.
///
/// @param emailId empty for a prospect who gets no further mail
/// @param nextAt when it leaves
/// @param chain in order; the last one binds
public record Why(
    Standing state, Optional<UUID> emailId, Optional<Instant> nextAt, List<Link> chain) {
  public Why {
    chain = List.copyOf(chain);
    if (chain.isEmpty()) {
      throw new IllegalArgumentException("whatever happens to a mail has a reason");
    }
  }

  /// Where a mail stands.
  public enum Standing {
    /// It has an instant.
    WAITING,
    /// It has none, as something holds it.
    HELD,
    SENDING,
    /// It left; or nothing more is to come.
    DONE,
    /// It does not leave any more, or came back.
    STOPPED
  }

  /// One of the reasons.
  ///
  /// @param code a [ReasonCode], a [HeldCode], or the status that somebody or something reached
  /// @param until as long as it holds the mail, or since when it is so
  public record Link(String code, Optional<Instant> until, OptionalInt count) {}

  /// What holds it most.
  public String binding() {
    return chain.getLast().code();
  }

  /// Of a mail that is a row.
  ///
  /// @param plan of its mailbox
  public static Why ofMail(Doc mail, Plan plan) {
    EmailStatus status = EmailStatus.valueOf(mail.text("status").orElseThrow());
    return switch (status) {
      case PENDING_SEND -> planned(mail.id(), plan);
      case SENDING -> ended(Standing.SENDING, mail, status.name(), Optional.empty());
      case SENT -> ended(Standing.DONE, mail, status.name(), mail.instant("sentAt"));
      case UNCONFIRMED ->
          ended(Standing.HELD, mail, HeldCode.WAITING_OUTCOME.name(), Optional.empty());
      case FAILED, BOUNCED -> ended(Standing.STOPPED, mail, status.name(), Optional.empty());
      case CANCELLED ->
          ended(
              Standing.STOPPED,
              mail,
              mail.text("cancelReason").orElse(status.name()),
              Optional.empty());
    };
  }

  /// Of a mail that waits, by a gate that is closed for it.
  public static Why held(UUID emailId, HeldCode code) {
    return new Why(
        Standing.HELD,
        Optional.of(emailId),
        Optional.empty(),
        List.of(link(code.name(), Optional.empty())));
  }

  /// Of the next mail of an enrolment.
  ///
  /// @param plan of its campaign's mailbox
  public static Why ofEnrolment(UUID enrolment, EnrolmentStatus status, Plan plan) {
    return switch (status) {
      case COMPLETED -> over(Standing.DONE, status);
      case EXCLUDED, FAILED, BOUNCED, REPLIED, UNSUBSCRIBED -> over(Standing.STOPPED, status);
      case ACTIVE, PAUSED ->
          plan.slots().stream()
              .filter(
                  slot ->
                      slot.step().map(Slot.StepMail::enrolmentId).equals(Optional.of(enrolment)))
              .findFirst()
              .map(Why::waiting)
              .or(
                  () ->
                      plan.held().stream()
                          .filter(held -> held.enrolmentId().equals(Optional.of(enrolment)))
                          .findFirst()
                          .map(Why::held))
              .orElseGet(() -> over(Standing.DONE, EnrolmentStatus.COMPLETED));
    };
  }

  /// Of a mail that waits.
  private static Why planned(UUID emailId, Plan plan) {
    return plan.slots().stream()
        .filter(slot -> slot.emailId().equals(emailId))
        .findFirst()
        .map(Why::waiting)
        .or(
            () ->
                plan.held().stream()
                    .filter(held -> held.emailId().equals(emailId))
                    .findFirst()
                    .map(Why::held))
        .orElseGet(
            () ->
                new Why(
                    Standing.HELD,
                    Optional.of(emailId),
                    Optional.empty(),
                    List.of(link(HeldCode.NO_MAILBOX.name(), Optional.empty()))));
  }

  private static Why waiting(Slot slot) {
    return new Why(
        Standing.WAITING,
        Optional.of(slot.emailId()),
        Optional.of(slot.at()),
        slot.reasons().stream()
            .map(
                reason ->
                    new Link(reason.code().name(), Optional.of(reason.until()), reason.count()))
            .toList());
  }

  private static Why held(Held held) {
    return held(held.emailId(), held.code());
  }

  private static Why over(Standing state, EnrolmentStatus status) {
    return new Why(
        state, Optional.empty(), Optional.empty(), List.of(link(status.name(), Optional.empty())));
  }

  private static Why ended(Standing state, Doc mail, String code, Optional<Instant> at) {
    return new Why(state, Optional.of(mail.id()), Optional.empty(), List.of(link(code, at)));
  }

  private static Link link(String code, Optional<Instant> until) {
    return new Link(code, until, OptionalInt.empty());
  }

  /// `{state, emailId, nextAt, binding, chain:[{code, until, data}], estimate}`.
  public ObjectNode json(Certainty certainty) {
    ObjectNode json = JsonNodeFactory.instance.objectNode();
    json.put("state", state.name())
        .put("emailId", emailId.map(UUID::toString).orElse(null))
        .put("nextAt", nextAt.map(Instant::toString).orElse(null))
        .put("binding", binding());
    ArrayNode links = json.putArray("chain");
    for (Link link : chain) {
      ObjectNode one = links.addObject();
      one.put("code", link.code());
      one.put("until", link.until().map(Instant::toString).orElse(null));
      if (link.count().isPresent()) {
        one.put("data", link.count().getAsInt());
      } else {
        one.putNull("data");
      }
    }
    return json.put("estimate", certainty == Certainty.ESTIMATE);
  }
}
