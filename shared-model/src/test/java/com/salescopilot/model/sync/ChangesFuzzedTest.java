package com.salescopilot.model.sync;

import static org.assertj.core.api.Assertions.assertThat;

import com.salescopilot.fuzz.Fuzzed;
import com.salescopilot.fuzz.Pieces;
import com.salescopilot.model.campaign.CampaignMove;
import com.salescopilot.model.entity.Doc;
import com.salescopilot.model.entity.Entity;
import com.salescopilot.model.entity.EntitySpec;
import com.salescopilot.model.entity.FieldCheck;
import com.salescopilot.model.entity.FieldSpec;
import com.salescopilot.model.entity.RowKey;
import com.salescopilot.model.value.Value;
import java.util.ArrayList;
import java.util.List;
import java.util.Optional;
import java.util.OptionalLong;
import java.util.SortedMap;
import java.util.UUID;

/// Whatever members of a workspace ask for, one after the other, is done or refused in words: rows
/// hold what a row may hold, what is refused changes nothing, and what comes again changes nothing
/// again.
final class ChangesFuzzedTest implements Fuzzed {
  private static final int MOST = 20;

  /// The same office each time, with the same ids.
  private final Office first = new Office();

  private final Known known = Known.in(first);

  /// What there is to be changed.
  private record Known(UUID ana, UUID bo, UUID enrolment, UUID step, UUID draft, UUID template) {

    static Known in(Office office) {
      UUID ana = office.prospect("ana@x.example");
      UUID bo = office.prospect("bo@x.example");
      UUID enrolment = office.enrolled("cy@x.example");
      UUID step = office.step(1, "A");
      UUID draft = office.ids.next();
      office.done(
          office.ana,
          new Change.Create(
              new RowKey(Entity.EMAIL_DRAFT, draft),
              Office.fields("prospectId", ana.toString(), "subject", "Hello")));
      UUID template = office.ids.next();
      office.done(
          office.ana,
          new Change.Create(
              new RowKey(Entity.TEMPLATE, template),
              Office.fields("title", "T", "subject", "Hi {{firstName}}")));
      return new Known(ana, bo, enrolment, step, draft, template);
    }
  }

  @Override
  public void attack(byte[] input) {
    Office office = new Office();
    Known.in(office);
    List<Actor> people = List.of(office.ana, office.ben, office.chris);
    int turn = 0;
    for (String text : new Pieces(input).rest().stream().limit(MOST).toList()) {
      Optional<Change> change = change(text);
      if (change.isPresent()) {
        take(office, people.get(turn++ % people.size()), change.get());
      }
    }
  }

  private static Optional<Change> change(String text) {
    try {
      return Optional.of(Codec.decode(text));
    } catch (CodecException e) {
      return Optional.empty();
    }
  }

  private static void take(Office office, Actor actor, Change change) {
    Mutation mutation = new Mutation(office.ids.next(), change);
    Stamp stamp = new Stamp(actor, Office.NOW, Office.NOW);
    Result result = office.rows.take(mutation, stamp);
    if (result.outcome() instanceof Outcome.Rejected refused) {
      assertThat(refused.detail()).isNotBlank();
      assertThat(result.rows()).isEmpty();
    }
    for (RowChange row : result.rows()) {
      // what nobody knows may be removed too, so that it does not come later
      assertThat(row.before().isPresent() && row.before().equals(row.after())).isFalse();
      row.after().ifPresent(ChangesFuzzedTest::fit);
    }
    // a prospect that was joined with another comes again as an edit of that one
    if (!(result.outcome() instanceof Outcome.Merged)) {
      assertThat(office.rows.take(mutation, stamp).rows()).as("%s again", change).isEmpty();
    }
  }

  private static void fit(Doc row) {
    for (var field : row.fields().entrySet()) {
      FieldSpec spec = EntitySpec.of(row.entity()).field(field.getKey()).orElseThrow();
      assertThat(FieldCheck.problem(spec, field.getValue())).as("%s", field).isEmpty();
    }
  }

  @Override
  public List<byte[]> seeds() {
    RowKey ana = new RowKey(Entity.PROSPECT, known.ana());
    SortedMap<String, Value> person = Office.fields("email", "dee@x.example", "company", "Acme");
    person.put("customFields", new Value.Fields(Office.fields("plan", "pro")));
    List<Change> changes = new ArrayList<>();
    changes.add(new Change.Create(new RowKey(Entity.PROSPECT, new UUID(1, 7)), person));
    changes.add(Office.patch(ana, "company", Optional.empty(), Value.text("Initech")));
    changes.add(new ProspectCommand.Merge(known.bo(), known.ana()));
    changes.add(new Change.Delete(ana, OptionalLong.empty()));
    changes.add(new Change.Restore(ana, person));
    changes.add(new CampaignCommand.Enrol(first.campaign, List.of(known.bo())));
    changes.add(new CampaignCommand.Activate(first.campaign));
    changes.add(
        new CampaignCommand.Move(
            first.campaign,
            CampaignMove.of("campaign.start").orElseThrow(),
            Optional.empty(),
            CampaignCommand.Move.Waiting.REFUSED));
    changes.add(first.newStep(new UUID(1, 8), 2, "B"));
    changes.add(
        Office.patch(
            new RowKey(Entity.CAMPAIGN_STEP, known.step()),
            "subject",
            Optional.of(Value.text("S")),
            Value.text("T")));
    changes.add(new EnrolmentCommand.Move(known.enrolment(), first.campaign, known.bo()));
    List<byte[]> seeds = new ArrayList<>();
    List<String> texts = changes.stream().map(Codec::encode).toList();
    texts.forEach(text -> seeds.add(Pieces.join(text)));
    seeds.add(Pieces.join(texts.toArray(String[]::new)));
    seeds.add(
        Pieces.join(
            "{\"op\":\"email.send\",\"entity\":\"email\",\"key\":\""
                + new UUID(1, 9)
                + "\",\"to\":\"ana@x.example\",\"subject\":\"Hi\",\"body\":{\"html\":\"<p>x</p>\",\"text\":\"x\"},\"draftId\":\""
                + known.draft()
                + "\",\"prospectId\":\""
                + known.ana()
                + "\"}",
            "{\"op\":\"email.cancel\",\"entity\":\"email\",\"key\":\"" + new UUID(1, 9) + "\"}",
            "{\"op\":\"patch\",\"entity\":\"template\",\"key\":\""
                + known.template()
                + "\",\"set\":{\"category\":{\"now\":\"c\"}}}"));
    return seeds;
  }

  @Override
  public List<String> words() {
    List<String> words = new ArrayList<>();
    for (Entity entity : Entity.values()) {
      words.add("\"" + entity.table() + "\"");
      EntitySpec.of(entity).fields().forEach(field -> words.add("\"" + field.name() + "\""));
    }
    for (Object id :
        List.of(first.campaign, known.ana(), known.bo(), known.enrolment(), known.step())) {
      words.add("\"" + id + "\"");
    }
    words.addAll(
        List.of(
            "\"create\"",
            "\"patch\"",
            "\"delete\"",
            "\"restore\"",
            "\"was\":",
            "\"now\":",
            "\"set\":{",
            "\"fields\":{",
            "{}",
            "[]",
            "null",
            "1e17",
            "-1",
            "\"\"",
            "\"email.send\"",
            "\"email.resend\"",
            "\"suppression.note\"",
            "\"company.put\"",
            "\"campaign.start\"",
            "\"enrolment.pause\"",
            "\"2026-09-01T08:00:00Z\"",
            "\n%%\n"));
    return words.stream().distinct().toList();
  }

  @Override
  public void judge(List<byte[]> inputs) {
    assertThat(
            inputs.stream().flatMap(in -> new Pieces(in).rest().stream()).map(text -> change(text)))
        .filteredOn(Optional::isPresent)
        .hasSizeGreaterThanOrEqualTo(12);
  }
}
