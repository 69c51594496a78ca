package com.salescopilot.desktop.remote;

import com.fasterxml.jackson.databind.JsonNode;
import com.fasterxml.jackson.databind.node.JsonNodeFactory;
import com.fasterxml.jackson.databind.node.ObjectNode;
import com.salescopilot.model.campaign.EnrolmentStatus;
import com.salescopilot.model.mail.HeldCode;
import com.salescopilot.model.schedule.ReasonCode;
import com.salescopilot.model.schedule.Rehearsal;
import com.salescopilot.model.schedule.Why;
import java.time.Instant;
import java.util.EnumMap;
import java.util.List;
import java.util.Map;
import java.util.Optional;
import java.util.OptionalInt;
import java.util.UUID;

/// What the server will send of campaigns, and why it has not sent a mail. Every call may throw a
/// [RemoteException], and soon: whoever asks has an estimate meanwhile.
public final class Forecasts {
  private final Rest rest;

  Forecasts(Rest rest) {
    this.rest = rest;
  }

  /// What leaves of a campaign.
  ///
  /// @param slots in the order of leaving
  /// @param held how many mails have no instant, and why
  /// @param ends how enrolments end, where it was played to the end
  public record Said(
      Instant asOf,
      List<Slot> slots,
      Map<HeldCode, Integer> held,
      Map<EnrolmentStatus, Integer> ends) {
    static Said of(ObjectNode json) {
      Map<HeldCode, Integer> held = new EnumMap<>(HeldCode.class);
      json.path("held")
          .forEach(one -> held.put(HeldCode.valueOf(one.path("code").asText()), count(one)));
      Map<EnrolmentStatus, Integer> ends = new EnumMap<>(EnrolmentStatus.class);
      json.path("ends")
          .forEach(
              one -> ends.put(EnrolmentStatus.valueOf(one.path("status").asText()), count(one)));
      return new Said(
          Instant.parse(json.path("asOf").asText()),
          json.path("slots").valueStream().map(Slot::of).toList(),
          held,
          ends);
    }

    private static int count(JsonNode one) {
      return one.path("count").asInt();
    }
  }

  /// A mail and its instant.
  ///
  /// @param position of its step
  /// @param variant of the step
  /// @param binding what holds it most
  public record Slot(
      UUID email, UUID prospect, int position, String variant, Instant at, ReasonCode binding) {
    private static Slot of(JsonNode json) {
      return new Slot(
          UUID.fromString(json.path("emailId").asText()),
          UUID.fromString(json.path("prospectId").asText()),
          json.path("position").asInt(),
          json.path("variant").asText(),
          Instant.parse(json.path("at").asText()),
          ReasonCode.valueOf(json.path("binding").asText()));
    }
  }

  /// What leaves as things stand.
  public Said ofCampaign(UUID campaign) {
    ObjectNode answer = rest.get("api/campaigns/" + campaign + "/forecast");
    return Rest.understood(() -> Said.of(answer));
  }

  /// What would leave if the campaign went on now.
  ///
  /// @param rates how people would answer
  public Said rehearsed(UUID campaign, long seed, Rehearsal.Rates rates) {
    ObjectNode body = JsonNodeFactory.instance.objectNode().put("seed", seed);
    body.putObject("rates")
        .put("reply", rates.reply())
        .put("ooo", rates.ooo())
        .put("bounce", rates.bounce())
        .put("unsubscribe", rates.unsubscribe());
    ObjectNode answer = rest.send("POST", "api/campaigns/" + campaign + "/rehearse", body);
    return Rest.understood(() -> Said.of(answer));
  }

  /// Why somebody's next mail of a campaign has not left.
  public Why ofNext(UUID campaign, UUID prospect) {
    return why("api/campaigns/" + campaign + "/prospects/" + prospect + "/why");
  }

  /// Why a mail has not left.
  public Why ofMail(UUID mail) {
    return why("api/emails/" + mail + "/why");
  }

  private Why why(String path) {
    ObjectNode answer = rest.get(path);
    return Rest.understood(
        () ->
            new Why(
                Why.Standing.valueOf(answer.path("state").asText()),
                Optional.ofNullable(answer.path("emailId").textValue()).map(UUID::fromString),
                Optional.ofNullable(answer.path("nextAt").textValue()).map(Instant::parse),
                answer.path("chain").valueStream().map(Forecasts::link).toList()));
  }

  private static Why.Link link(JsonNode json) {
    return new Why.Link(
        json.path("code").asText(),
        Optional.ofNullable(json.path("until").textValue()).map(Instant::parse),
        json.path("data").isInt()
            ? OptionalInt.of(json.path("data").asInt())
            : OptionalInt.empty());
  }
}
