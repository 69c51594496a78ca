package com.salescopilot.server.bench;

import com.salescopilot.model.campaign.CampaignMove;
import com.salescopilot.model.entity.Entity;
import com.salescopilot.model.entity.RowKey;
import com.salescopilot.model.id.DerivedId;
import com.salescopilot.model.id.UserId;
import com.salescopilot.model.sync.Before;
import com.salescopilot.model.sync.CampaignCommand;
import com.salescopilot.model.sync.Change;
import com.salescopilot.model.sync.EmailCommand;
import com.salescopilot.model.sync.FieldPatch;
import com.salescopilot.model.value.Value;
import java.time.Instant;
import java.util.ArrayList;
import java.util.List;
import java.util.Map;
import java.util.Optional;
import java.util.TreeMap;
import java.util.UUID;

/// What the people of a workspace change.
final class Work {

  private Work() {}

  /// So many new prospects with six fields each.
  static List<Change> prospects(List<UUID> ids) {
    List<Change> changes = new ArrayList<>();
    for (UUID id : ids) {
      TreeMap<String, Value> fields = new TreeMap<>();
      fields.put("email", Value.text("p" + id + "@prospect.example"));
      fields.put("firstName", Value.text(name(0)));
      fields.put("lastName", Value.text("Lindqvist"));
      fields.put("company", Value.text("Northern Lights Trading"));
      fields.put("jobTitle", Value.text("Head of Purchasing"));
      fields.put(
          "customFields", new Value.Fields(new TreeMap<>(Map.of("budget", Value.text("50k")))));
      changes.add(new Change.Create(new RowKey(Entity.PROSPECT, id), fields));
    }
    return changes;
  }

  static List<UUID> ids(int many) {
    List<UUID> ids = new ArrayList<>();
    for (int i = 0; i < many; i++) {
      ids.add(UUID.randomUUID());
    }
    return ids;
  }

  /// The so-manieth edit of a prospect.
  static Change edit(UUID id, int time) {
    return new Change.Patch(
        new RowKey(Entity.PROSPECT, id),
        new TreeMap<>(
            Map.of(
                "firstName",
                new FieldPatch.Whole(
                    new Before.Known(Optional.of(Value.text(name(time)))),
                    Optional.of(Value.text(name(time + 1)))))));
  }

  private static String name(int time) {
    return "Name " + time;
  }

  /// A campaign that runs.
  static List<Change> campaign(UUID id) {
    return List.of(
        new Change.Create(
            new RowKey(Entity.CAMPAIGN, id), new TreeMap<>(Map.of("name", Value.text("Autumn")))),
        new CampaignCommand.Move(id, CampaignMove.START, Optional.empty()));
  }

  static UUID mailId(UserId user, int n) {
    return DerivedId.emailForKey(user, "mail-" + n);
  }

  /// A mail of the campaign.
  static Change mail(UserId user, int n, UUID campaign, UUID prospect, Instant notBefore) {
    TreeMap<String, Value> body = new TreeMap<>();
    body.put("html", Value.text("<p>Hello Ana, how is the <b>purchasing</b> going?</p>".repeat(8)));
    return new EmailCommand.Send(
        mailId(user, n),
        Optional.empty(),
        1,
        Optional.of(prospect),
        Optional.of(campaign),
        Optional.empty(),
        0,
        Optional.empty(),
        "p" + prospect + "@prospect.example",
        "News of autumn",
        new Value.Fields(body),
        Optional.of("mail-" + n),
        Optional.of(notBefore),
        0);
  }
}
