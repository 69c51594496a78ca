package com.salescopilot.model.sync;

import static org.assertj.core.api.Assertions.assertThat;

import com.salescopilot.model.entity.Doc;
import com.salescopilot.model.entity.Entity;
import com.salescopilot.model.entity.RowKey;
import com.salescopilot.model.id.DerivedId;
import com.salescopilot.model.id.UserId;
import com.salescopilot.model.id.UuidV7;
import com.salescopilot.model.value.Value;
import java.time.Instant;
import java.util.List;
import java.util.Optional;
import java.util.Random;
import java.util.SortedMap;
import java.util.TreeMap;
import java.util.UUID;

/// Some people at work on one workspace: Ana with a campaign, Ben beside her, Chris who
/// administers, and the server.
final class Office {
  static final Instant NOW = Instant.parse("2026-09-01T08:00:00Z");

  final Rows rows = new Rows();
  final UuidV7 ids = new UuidV7(() -> NOW, new Random(11));
  final Actor.Member ana = member(Role.USER);
  final Actor.Member ben = member(Role.USER);
  final Actor.Member chris = member(Role.ADMIN);
  final Actor server = new Actor.Internal("server");
  final UUID campaign = ids.next();

  private Instant time = NOW;

  Office() {
    done(ana, new Change.Create(new RowKey(Entity.CAMPAIGN, campaign), fields("name", "Autumn")));
  }

  Result take(Actor actor, Change change) {
    return rows.take(new Mutation(ids.next(), change), new Stamp(actor, time, time));
  }

  /// Takes a change that has to succeed.
  Result done(Actor actor, Change change) {
    Result result = take(actor, change);
    assertThat(result.outcome()).isNotInstanceOf(Outcome.Rejected.class);
    return result;
  }

  RejectCode refused(Actor actor, Change change) {
    Result result = take(actor, change);
    assertThat(result.outcome()).isInstanceOf(Outcome.Rejected.class);
    return ((Outcome.Rejected) result.outcome()).code();
  }

  void later(Instant then) {
    time = then;
  }

  /// Adds a step to Ana's campaign.
  UUID step(int position, String variant) {
    UUID id = ids.next();
    done(ana, newStep(id, position, variant));
    return id;
  }

  Change.Create newStep(UUID id, int position, String variant) {
    SortedMap<String, Value> fields =
        fields("campaignId", campaign.toString(), "variant", variant, "subject", "S");
    fields.put("position", Value.whole(position));
    return new Change.Create(new RowKey(Entity.CAMPAIGN_STEP, id), fields);
  }

  /// The place of a step, such as `2B`.
  String place(UUID step) {
    Doc row = rows.get(Entity.CAMPAIGN_STEP, step);
    return row.whole("position") + row.text("variant").orElseThrow();
  }

  UUID prospect(String address) {
    UUID id = ids.next();
    done(ana, new Change.Create(new RowKey(Entity.PROSPECT, id), fields("email", address)));
    return id;
  }

  /// Enrols somebody new in Ana's campaign.
  UUID enrolled(String address) {
    UUID prospect = prospect(address);
    done(ana, new CampaignCommand.Enrol(campaign, List.of(prospect)));
    return DerivedId.enrolment(campaign, prospect);
  }

  Doc enrolment(UUID id) {
    return rows.get(Entity.CAMPAIGN_PROSPECT, id);
  }

  static SortedMap<String, Value> fields(String... pairs) {
    SortedMap<String, Value> fields = new TreeMap<>();
    for (int i = 0; i < pairs.length; i += 2) {
      fields.put(pairs[i], Value.text(pairs[i + 1]));
    }
    return fields;
  }

  static Change.Patch patch(RowKey key, String field, Optional<Value> was, Value now) {
    SortedMap<String, FieldPatch> set = new TreeMap<>();
    set.put(field, new FieldPatch.Whole(Before.of(was), Optional.of(now)));
    return new Change.Patch(key, set);
  }

  private Actor.Member member(Role role) {
    return new Actor.Member(new UserId(ids.next()), role, ids.next());
  }
}
