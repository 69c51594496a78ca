package com.salescopilot.model.sim;

import com.salescopilot.model.campaign.CampaignMove;
import com.salescopilot.model.csv.ImportMode;
import com.salescopilot.model.entity.Doc;
import com.salescopilot.model.entity.Entity;
import com.salescopilot.model.entity.RowKey;
import com.salescopilot.model.id.DerivedId;
import com.salescopilot.model.id.UserId;
import com.salescopilot.model.id.WorkspaceId;
import com.salescopilot.model.sync.Before;
import com.salescopilot.model.sync.CampaignCommand;
import com.salescopilot.model.sync.Change;
import com.salescopilot.model.sync.EmailCommand;
import com.salescopilot.model.sync.FieldPatch;
import com.salescopilot.model.sync.ImportCommand;
import com.salescopilot.model.value.Value;
import java.util.ArrayList;
import java.util.Collection;
import java.util.Iterator;
import java.util.List;
import java.util.Optional;
import java.util.OptionalLong;
import java.util.Set;
import java.util.SortedMap;
import java.util.TreeMap;
import java.util.TreeSet;
import java.util.UUID;

/// What people do, drawn from the dice: on few rows, few addresses and few words, so that they
/// meet.
final class Edits {
  private static final int ADDRESSES = 12;
  private static final int WORDS = 6;

  private final World world;

  Edits(World world) {
    this.world = world;
  }

  /// A change that somebody at this machine could make of what they see.
  Optional<Change> by(Machine machine) {
    Dice dice = world.dice();
    return switch (dice.below(38)) {
      case 0, 1, 2 -> Optional.of(prospect(machine, machine.nextId()));
      case 3, 4, 5, 6 ->
          patch(machine, Entity.PROSPECT, dice.of("firstName", "company", "jobTitle"));
      case 7, 8 -> perKey(machine);
      case 9 -> address(machine);
      case 10, 11 -> removal(machine, Entity.PROSPECT);
      case 12 -> Optional.of(template(machine));
      case 13, 14, 15 -> patch(machine, Entity.TEMPLATE, dice.of("title", "content", "category"));
      case 16 -> removal(machine, Entity.TEMPLATE);
      case 17 -> favourite(machine);
      case 18 -> Optional.of(campaign(machine));
      case 19 -> patch(machine, Entity.CAMPAIGN, dice.of("name", "description"));
      case 20 -> enrol(machine);
      case 21, 22 -> move(machine);
      case 23 -> Optional.of(draft(machine));
      case 24, 25 -> letter(machine);
      case 26 -> removal(machine, Entity.EMAIL_DRAFT);
      case 27, 28 -> send(machine);
      case 29 -> onMail(machine);
      case 30 -> removal(machine, Entity.CONFLICT);
      case 31, 32 -> step(machine);
      case 33 -> patch(machine, Entity.CAMPAIGN_STEP, "subject");
      case 34 ->
          dice.oneIn(2)
              ? removal(machine, Entity.CAMPAIGN_STEP)
              : removal(machine, Entity.SUPPRESSION);
      case 37 -> dice.oneIn(3) ? Optional.of(suppression(machine)) : undo(machine);
      case 35, 36 -> Optional.of(imported(machine));
      default -> undo(machine);
    };
  }

  /// A row whose id is one of the other workspace: chance, or malice.
  Optional<Change> withForeignId(Machine machine) {
    for (Space other : world.spaces()) {
      List<RowKey> theirs = other.keys(Entity.PROSPECT);
      if (other != machine.person().space() && !theirs.isEmpty()) {
        RowKey foreign = world.dice().of(theirs);
        if (machine.disk().images().containsKey(foreign)) {
          return Optional.empty();
        }
        return Optional.of(
            world.dice().oneIn(2)
                ? prospect(machine, foreign.id())
                : new Change.Delete(foreign, OptionalLong.empty()));
      }
    }
    return Optional.empty();
  }

  private Change prospect(Machine machine, UUID id) {
    SortedMap<String, Value> fields =
        fields("email", address(machine.person()), "company", word(machine));
    if (world.dice().oneIn(40)) {
      fields.put("company", Value.text(CommitHooks.POISON));
    }
    return new Change.Create(new RowKey(Entity.PROSPECT, id), fields);
  }

  private String address(Person person) {
    return "p" + world.dice().below(ADDRESSES) + "@" + person.space().canary + ".example";
  }

  private Optional<Change> patch(Machine machine, Entity entity, String field) {
    return machine.isOld() && !OldSchema.knows(entity, field)
        ? Optional.empty()
        : any(machine, entity).map(row -> set(row, field, maybe(word(machine), field)));
  }

  private Optional<Value> maybe(String word, String field) {
    boolean needed = field.equals("title") || field.equals("name");
    return !needed && world.dice().oneIn(8) ? Optional.empty() : Optional.of(Value.text(word));
  }

  private static Change set(Doc row, String field, Optional<Value> now) {
    SortedMap<String, FieldPatch> set = new TreeMap<>();
    set.put(field, new FieldPatch.Whole(Before.of(row.get(field)), now));
    return new Change.Patch(row.key(), set);
  }

  private Optional<Change> perKey(Machine machine) {
    return any(machine, Entity.PROSPECT)
        .map(
            row -> {
              String key = "k" + world.dice().below(2);
              Optional<Value> was =
                  row.get("customFields").orElse(Value.Fields.none()) instanceof Value.Fields map
                      ? Optional.ofNullable(map.members().get(key))
                      : Optional.empty();
              SortedMap<String, FieldPatch.Whole> keys = new TreeMap<>();
              keys.put(key, new FieldPatch.Whole(Before.of(was), maybe(word(machine), key)));
              SortedMap<String, FieldPatch> set = new TreeMap<>();
              set.put("customFields", new FieldPatch.PerKey(keys));
              return new Change.Patch(row.key(), set);
            });
  }

  private Optional<Change> address(Machine machine) {
    return any(machine, Entity.PROSPECT)
        .map(row -> set(row, "email", Optional.of(Value.text(address(machine.person())))));
  }

  private Optional<Change> removal(Machine machine, Entity entity) {
    return any(machine, entity)
        .map(
            row ->
                new Change.Delete(
                    row.key(),
                    world.dice().oneIn(2) ? OptionalLong.of(row.rev()) : OptionalLong.empty()));
  }

  private Change template(Machine machine) {
    return new Change.Create(
        new RowKey(Entity.TEMPLATE, machine.nextId()),
        fields("title", word(machine), "content", word(machine)));
  }

  private Change campaign(Machine machine) {
    return new Change.Create(
        new RowKey(Entity.CAMPAIGN, machine.nextId()), fields("name", word(machine)));
  }

  private Optional<Change> step(Machine machine) {
    return any(machine, Entity.CAMPAIGN)
        .map(
            campaign -> {
              SortedMap<String, Value> fields =
                  fields(
                      "campaignId", campaign.id().toString(),
                      "subject", word(machine),
                      "variant", world.dice().of("A", "A", "B"));
              fields.put("position", Value.whole(1 + world.dice().below(3)));
              return new Change.Create(new RowKey(Entity.CAMPAIGN_STEP, machine.nextId()), fields);
            });
  }

  private Change suppression(Machine machine) {
    String address = address(machine.person());
    UUID id = DerivedId.suppression(new WorkspaceId(machine.person().space().id), address);
    return new Change.Create(new RowKey(Entity.SUPPRESSION, id), fields("address", address));
  }

  private Optional<Change> favourite(Machine machine) {
    return any(machine, Entity.TEMPLATE)
        .map(
            template -> {
              UUID id = DerivedId.favourite(machine.person().user(), template.id());
              RowKey key = new RowKey(Entity.TEMPLATE_FAVORITE, id);
              return machine.disk().visible(key).isPresent()
                  ? new Change.Delete(key, OptionalLong.empty())
                  : new Change.Create(key, fields("templateId", template.id().toString()));
            });
  }

  private Optional<Change> enrol(Machine machine) {
    Optional<Doc> campaign = any(machine, Entity.CAMPAIGN);
    List<UUID> people = new ArrayList<>();
    for (int i = 0; i < 3; i++) {
      any(machine, Entity.PROSPECT).ifPresent(row -> people.add(row.id()));
    }
    return campaign.map(row -> new CampaignCommand.Enrol(row.id(), people));
  }

  /// Two or three people from a file, of whom some are known here.
  private Change imported(Machine machine) {
    UUID importId = machine.nextId();
    UserId user = machine.person().user();
    List<ImportCommand.Person> people = new ArrayList<>();
    Set<String> addresses = new TreeSet<>();
    for (int i = 0; i < 3; i++) {
      addresses.add(address(machine.person()));
    }
    for (String address : addresses) {
      UUID id =
          machine.disk().rows(Entity.PROSPECT).stream()
              .filter(row -> row.text("email").equals(Optional.of(address)))
              .map(Doc::id)
              .findFirst()
              .orElseGet(() -> DerivedId.imported(user, importId, address));
      people.add(new ImportCommand.Person(id, fields("email", address, "company", word(machine))));
    }
    return ImportCommand.Run.of(
        user, importId, 0, world.dice().of(ImportMode.values()), Optional.empty(), people);
  }

  private Optional<Change> move(Machine machine) {
    return any(machine, Entity.CAMPAIGN)
        .map(
            row ->
                new CampaignCommand.Move(
                    row.id(), world.dice().of(CampaignMove.values()), row.uuid("statusChange")));
  }

  private Change draft(Machine machine) {
    return new Change.Create(
        new RowKey(Entity.EMAIL_DRAFT, machine.nextId()), fields("subject", privateWord(machine)));
  }

  private Optional<Change> letter(Machine machine) {
    return any(machine, Entity.EMAIL_DRAFT)
        .map(
            row -> {
              String word = privateWord(machine);
              return world.dice().oneIn(3)
                  ? set(row, "subject", Optional.of(Value.text(word)))
                  : set(
                      row,
                      "body",
                      Optional.of(
                          new Value.Fields(fields("html", "<p>" + word + "</p>", "text", word))));
            });
  }

  private Optional<Change> send(Machine machine) {
    Optional<Doc> draft = any(machine, Entity.EMAIL_DRAFT);
    if (draft.isEmpty()) {
      return Optional.empty();
    }
    Optional<Doc> prospect =
        world.dice().oneIn(2) ? any(machine, Entity.PROSPECT) : Optional.empty();
    Optional<Doc> campaign =
        world.dice().oneIn(2) ? any(machine, Entity.CAMPAIGN) : Optional.empty();
    int generation = generation(machine, draft.get().id());
    boolean byMachine = world.bug() == Bug.MAIL_OF_EACH_MACHINE;
    String key = draft.get().id() + "-" + machine.number();
    UUID id =
        byMachine
            ? DerivedId.emailForKey(machine.person().user(), key)
            : DerivedId.email(machine.person().user(), draft.get().id(), generation);
    world.watch().clicked(machine, draft.get().id(), generation, id);
    return Optional.of(
        new EmailCommand.Send(
            id,
            byMachine ? Optional.empty() : draft.map(Doc::id),
            generation,
            prospect.map(Doc::id),
            campaign.map(Doc::id),
            Optional.empty(),
            0,
            Optional.empty(),
            prospect.flatMap(row -> row.text("email")).orElse(address(machine.person())),
            word(machine),
            new Value.Fields(fields("text", word(machine))),
            byMachine ? Optional.of(key) : Optional.empty(),
            Optional.empty(),
            world.dice().below(3)));
  }

  /// A draft's next mail is one up only after its last one was taken back.
  private static int generation(Machine machine, UUID draft) {
    int last = 0;
    boolean cancelled = false;
    for (Doc mail : machine.disk().rows(Entity.EMAIL)) {
      boolean own = mail.uuid("userId").equals(Optional.of(machine.person().user().value()));
      if (own
          && mail.uuid("draftId").equals(Optional.of(draft))
          && mail.whole("generation") > last) {
        last = (int) mail.whole("generation");
        cancelled = mail.text("status").equals(Optional.of("CANCELLED"));
      }
    }
    return cancelled || last == 0 ? last + 1 : last;
  }

  private Optional<Change> onMail(Machine machine) {
    return any(machine, Entity.EMAIL)
        .map(
            mail ->
                switch (mail.text("status").orElse("")) {
                  case "UNCONFIRMED" ->
                      new EmailCommand.Settle(
                          mail.id(), world.dice().of(EmailCommand.Settle.Verdict.values()));
                  case "FAILED" -> new EmailCommand.Resend(mail.id());
                  default -> new EmailCommand.Cancel(mail.id());
                });
  }

  private Optional<Change> undo(Machine machine) {
    return machine.undos().isEmpty() ? Optional.empty() : Optional.of(machine.undos().removeLast());
  }

  private Optional<Doc> any(Machine machine, Entity entity) {
    Collection<Doc> rows = machine.disk().rows(entity);
    if (rows.isEmpty()) {
      return Optional.empty();
    }
    Iterator<Doc> each = rows.iterator();
    for (int skip = world.dice().below(rows.size()); skip > 0; skip--) {
      each.next();
    }
    return Optional.of(each.next());
  }

  private String word(Machine machine) {
    return machine.person().space().canary + world.dice().below(WORDS);
  }

  private String privateWord(Machine machine) {
    return machine.person().canary() + world.dice().below(WORDS);
  }

  private static SortedMap<String, Value> fields(String... pairs) {
    SortedMap<String, Value> fields = new TreeMap<>();
    for (int i = 0; i < pairs.length; i += 2) {
      fields.put(pairs[i], Value.text(pairs[i + 1]));
    }
    return fields;
  }
}
