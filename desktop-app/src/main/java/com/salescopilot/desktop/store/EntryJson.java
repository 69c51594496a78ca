package com.salescopilot.desktop.store;

import com.salescopilot.model.client.OutboxEntry;
import com.salescopilot.model.id.UserId;
import com.salescopilot.model.sync.Actor;
import com.salescopilot.model.sync.Codec;
import com.salescopilot.model.sync.Mutation;
import com.salescopilot.model.sync.Role;
import com.salescopilot.model.sync.Stamp;
import com.salescopilot.model.value.CanonicalJson;
import com.salescopilot.model.value.Value;
import com.salescopilot.model.value.ValueJson;
import java.time.Instant;
import java.util.OptionalLong;
import java.util.SortedMap;
import java.util.TreeMap;
import java.util.UUID;

/// A pending mutation as JSON: the same text in the outbox and in the journal, so that the two are
/// compared as texts. Its number in the chain is not part of it.
final class EntryJson {
  private EntryJson() {}

  static String write(OutboxEntry entry) {
    SortedMap<String, Value> members = new TreeMap<>();
    members.put("id", Value.text(entry.mutation().id().toString()));
    members.put("change", Codec.write(entry.mutation().change()));
    switch (entry.stamp().actor()) {
      case Actor.Member member -> {
        members.put("user", Value.text(member.user().value().toString()));
        members.put("role", Value.text(member.role().name()));
        members.put("device", Value.text(member.device().toString()));
      }
      case Actor.Internal internal ->
          throw new IllegalStateException("a person makes what is pending, not " + internal.name());
    }
    if (entry.replay()) {
      members.put("replay", new Value.Flag(true));
    }
    members.put("editedAt", Value.whole(entry.stamp().editedAt().toEpochMilli()));
    members.put("appliedAt", Value.whole(entry.stamp().now().toEpochMilli()));
    return CanonicalJson.of(new Value.Fields(members));
  }

  /// @throws IllegalArgumentException if the text is no entry
  static OutboxEntry read(String json, OptionalLong seq) {
    SortedMap<String, Value> members = ValueJson.members(ValueJson.object(json));
    Actor.Member author =
        new Actor.Member(
            new UserId(id(members, "user")),
            Role.valueOf(text(members, "role")),
            id(members, "device"));
    if (!(members.get("change") instanceof Value.Fields change)) {
      throw new IllegalArgumentException("a pending mutation without a change");
    }
    return new OutboxEntry(
        new Mutation(id(members, "id"), Codec.read(change)),
        new Stamp(author, instant(members, "editedAt"), instant(members, "appliedAt")),
        seq,
        members.containsKey("replay"));
  }

  private static UUID id(SortedMap<String, Value> members, String name) {
    return UUID.fromString(text(members, name));
  }

  private static String text(SortedMap<String, Value> members, String name) {
    if (members.get(name) instanceof Value.Text(String text)) {
      return text;
    }
    throw new IllegalArgumentException("a pending mutation without " + name);
  }

  private static Instant instant(SortedMap<String, Value> members, String name) {
    if (members.get(name) instanceof Value.Whole(long millis)) {
      return Instant.ofEpochMilli(millis);
    }
    throw new IllegalArgumentException("a pending mutation without " + name);
  }
}
