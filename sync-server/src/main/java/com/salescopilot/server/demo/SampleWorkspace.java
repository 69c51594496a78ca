package com.salescopilot.server.demo;

import com.salescopilot.model.campaign.CampaignMove;
import com.salescopilot.model.entity.Entity;
import com.salescopilot.model.entity.RowKey;
import com.salescopilot.model.id.UuidV7;
import com.salescopilot.model.sync.Actor;
import com.salescopilot.model.sync.CampaignCommand;
import com.salescopilot.model.sync.Change;
import com.salescopilot.model.sync.Mutation;
import com.salescopilot.model.sync.Role;
import com.salescopilot.model.value.Value;
import com.salescopilot.server.db.Args;
import com.salescopilot.server.db.Scope;
import com.salescopilot.server.db.Sql;
import com.salescopilot.server.db.Statements;
import com.salescopilot.server.db.Tx;
import com.salescopilot.server.stream.Streams;
import java.time.Instant;
import java.util.ArrayList;
import java.util.List;
import java.util.Locale;
import java.util.Optional;
import java.util.Random;
import java.util.SortedMap;
import java.util.TreeMap;
import java.util.UUID;

/// A workspace as it looks after some weeks of use, the same everywhere: prospects, templates,
/// campaigns with their audience, and drafts.
///
/// Ids come from one seed, so the log of mutations knows whether the sample is there already; then
/// nothing changes, whatever became of it since.
public final class SampleWorkspace {
  private static final long SEED = 20_260_901;
  private static final Instant MADE = Instant.parse("2026-09-01T08:00:00Z");
  private static final int PROSPECTS = 60;

  private final Sql known = Statements.load(SampleWorkspace.class).get("known");
  private final Streams streams;

  /// A sample that changes rows this way.
  public SampleWorkspace(Streams streams) {
    this.streams = streams;
  }

  /// Loads the sample, all or nothing.
  ///
  /// @param scope an admin's
  public void load(Scope scope) {
    List<Mutation> mutations = new Composition(SampleTexts.load()).mutations();
    Actor author = new Actor.Member(scope.user(), Role.ADMIN, new UUID(0, SEED));
    streams.writeKnown(
        scope, author, tx -> isLoaded(tx, scope, mutations.getFirst()) ? List.of() : mutations);
  }

  private boolean isLoaded(Tx tx, Scope scope, Mutation first) {
    Args key = Args.of("ws", scope.workspace()).and("id", first.id());
    return tx.maybe(known, key, row -> row.text("outcome")).isPresent();
  }

  /// Makes the mutations, in the one order in which the seed gives the same ids.
  private static final class Composition {
    private final SampleTexts texts;
    private final Random random = new Random(SEED);
    private final UuidV7 ids = new UuidV7(() -> MADE, random);
    private final List<Mutation> mutations = new ArrayList<>();
    private final List<UUID> prospects = new ArrayList<>();

    Composition(SampleTexts texts) {
      this.texts = texts;
    }

    List<Mutation> mutations() {
      for (int i = 0; i < PROSPECTS; i++) {
        prospects.add(create(Entity.PROSPECT, prospect(i)));
      }
      texts.items("templates").forEach(fields -> create(Entity.TEMPLATE, fields));
      texts.items("campaigns").forEach(this::campaign);
      texts.items("drafts").forEach(this::draft);
      return mutations;
    }

    private SortedMap<String, Value> prospect(int i) {
      String first = texts.pick("firstNames", i);
      String last = texts.pick("lastNames", i / texts.count("firstNames") + i);
      String company = texts.pick("companies", i / 3);
      SortedMap<String, Value> fields = new TreeMap<>();
      fields.put("firstName", Value.text(first));
      fields.put("lastName", Value.text(last));
      fields.put("company", Value.text(company));
      fields.put("jobTitle", Value.text(texts.pick("jobTitles", random.nextInt(1_000))));
      fields.put(
          "email",
          Value.text((first + "." + last + "@" + company + ".example").toLowerCase(Locale.ROOT)));
      return fields;
    }

    private void campaign(SortedMap<String, Value> described) {
      SortedMap<String, Value> fields = new TreeMap<>(described);
      List<UUID> audience = prospects.subList(whole(fields, "from"), whole(fields, "to"));
      boolean started = fields.remove("started") != null;
      UUID id = create(Entity.CAMPAIGN, fields);
      add(new CampaignCommand.Enrol(id, audience));
      if (started) {
        add(new CampaignCommand.Move(id, CampaignMove.START, Optional.empty()));
      }
    }

    private void draft(SortedMap<String, Value> described) {
      SortedMap<String, Value> fields = new TreeMap<>(described);
      UUID to = prospects.get(whole(fields, "prospect"));
      fields.put("prospectId", Value.text(to.toString()));
      create(Entity.EMAIL_DRAFT, fields);
    }

    private UUID create(Entity entity, SortedMap<String, Value> fields) {
      UUID id = ids.next();
      add(new Change.Create(new RowKey(entity, id), fields));
      return id;
    }

    private void add(Change change) {
      mutations.add(new Mutation(ids.next(), change));
    }

    private static int whole(SortedMap<String, Value> fields, String name) {
      if (fields.remove(name) instanceof Value.Whole(long number)) {
        return Math.toIntExact(number);
      }
      throw new IllegalStateException(name + " is missing in the sample");
    }
  }
}
