package com.salescopilot.server.campaign;

import com.fasterxml.jackson.databind.JsonNode;
import com.fasterxml.jackson.databind.node.JsonNodeFactory;
import com.fasterxml.jackson.databind.node.ObjectNode;
import com.salescopilot.model.campaign.CampaignMove;
import com.salescopilot.model.campaign.CampaignStatus;
import com.salescopilot.model.entity.Entity;
import com.salescopilot.model.entity.RowKey;
import com.salescopilot.model.id.UuidText;
import com.salescopilot.model.sync.CampaignCommand;
import com.salescopilot.model.sync.CampaignCommand.Move.Waiting;
import com.salescopilot.model.sync.Change;
import com.salescopilot.model.value.Value;
import com.salescopilot.server.http.Caller;
import com.salescopilot.server.http.Request;
import com.salescopilot.server.rest.RequestBody;
import java.time.DateTimeException;
import java.time.LocalDate;
import java.time.ZoneOffset;
import java.util.ArrayList;
import java.util.Arrays;
import java.util.LinkedHashSet;
import java.util.List;
import java.util.Optional;
import java.util.Set;
import java.util.SortedMap;
import java.util.UUID;

/// A campaign that somebody wants to make, with its first prospects.
///
/// @param start whether it starts at once
record CampaignRequest(
    SortedMap<String, Value> fields, List<UUID> prospects, boolean start, Waiting waiting) {
  private static final int MOST_PROSPECTS = 10_000;

  /// Reads a request.
  ///
  /// @throws com.salescopilot.server.http.AppError.Invalid with everything that is wrong
  static CampaignRequest of(Caller caller, Request request) {
    RequestBody body = RequestBody.of(caller, request);
    List<UUID> prospects = prospects(body);
    Optional<String> status = body.takeText("status");
    if (status.isPresent() && !Set.of("DRAFT", "ACTIVE").contains(status.get())) {
      body.wrong("/status", "must be DRAFT or ACTIVE.");
    }
    Waiting waiting = waiting(body);
    daysToInstants(body);
    ObjectNode fresh = JsonNodeFactory.instance.objectNode();
    fresh.put("userId", caller.user().toString());
    return new CampaignRequest(
        body.forNew(Entity.CAMPAIGN, fresh),
        prospects,
        status.filter("ACTIVE"::equals).isPresent(),
        waiting);
  }

  /// Whether the caller accepts that some prospects wait.
  static Waiting waiting(RequestBody body) {
    return body.takeFlag("acceptWaiting").orElse(false) ? Waiting.ACCEPTED : Waiting.REFUSED;
  }

  /// The status of this name.
  static Optional<CampaignStatus> status(String name) {
    return Arrays.stream(CampaignStatus.values())
        .filter(status -> status.name().equals(name))
        .findFirst();
  }

  /// What makes it, in order.
  List<Change> changes(UUID id) {
    List<Change> changes = new ArrayList<>();
    changes.add(new Change.Create(new RowKey(Entity.CAMPAIGN, id), fields));
    for (int from = 0; from < prospects.size(); from += CampaignCommand.Enrol.MOST) {
      int to = Math.min(from + CampaignCommand.Enrol.MOST, prospects.size());
      changes.add(new CampaignCommand.Enrol(id, prospects.subList(from, to)));
    }
    if (start) {
      changes.add(new CampaignCommand.Move(id, CampaignMove.START, Optional.empty(), waiting));
    }
    return changes;
  }

  static List<UUID> prospects(RequestBody body) {
    Optional<JsonNode> list = body.take("prospectIds");
    if (list.isEmpty()) {
      return List.of();
    }
    if (!list.get().isArray()) {
      body.wrong("/prospectIds", "must be a list.");
      return List.of();
    }
    if (list.get().size() > MOST_PROSPECTS) {
      body.wrong("/prospectIds", "has more than " + MOST_PROSPECTS + " prospects.");
      return List.of();
    }
    Set<UUID> ids = new LinkedHashSet<>();
    for (int i = 0; i < list.get().size(); i++) {
      try {
        ids.add(UuidText.parse("id", list.get().get(i).asText()));
      } catch (IllegalArgumentException _) {
        body.wrong("/prospectIds/" + i, "must be a UUID.");
      }
    }
    return List.copyOf(ids);
  }

  /// A campaign may begin and end with a day instead of an instant.
  static void daysToInstants(RequestBody body) {
    dayToInstant(body, "startDate", 0);
    dayToInstant(body, "endDate", 1);
  }

  /// A date stands for the midnight at which that day begins, or ends.
  private static void dayToInstant(RequestBody body, String name, int daysLater) {
    body.peek(name)
        .filter(JsonNode::isTextual)
        .ifPresent(
            text -> {
              try {
                LocalDate day = LocalDate.parse(text.textValue()).plusDays(daysLater);
                body.put(name, day.atStartOfDay().toInstant(ZoneOffset.UTC).toString());
              } catch (DateTimeException _) {
                // an instant, or refused like any text that is none
              }
            });
  }
}
