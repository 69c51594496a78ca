package com.salescopilot.model.protocol;

import static org.assertj.core.api.Assertions.assertThat;

import com.salescopilot.fuzz.Fuzzed;
import com.salescopilot.fuzz.Pieces;
import com.salescopilot.model.entity.Doc;
import com.salescopilot.model.entity.Entity;
import com.salescopilot.model.entity.EntitySpec;
import com.salescopilot.model.entity.FieldSpec;
import com.salescopilot.model.entity.RowKey;
import com.salescopilot.model.entity.StreamKind;
import com.salescopilot.model.sync.Change;
import com.salescopilot.model.sync.Codec;
import com.salescopilot.model.sync.CodecException;
import com.salescopilot.model.value.CanonicalJson;
import com.salescopilot.model.value.Value;
import com.salescopilot.model.value.ValueJson;
import java.util.ArrayList;
import java.util.List;
import java.util.Map;
import java.util.Optional;
import java.util.Set;
import java.util.SortedMap;
import java.util.TreeMap;
import java.util.UUID;
import java.util.function.Function;

/// Whatever comes over the wire, in either direction, is a message of the protocol or refused as
/// none, by the error that is declared; and what was understood is written as it was read.
final class DeltaFuzzedTest implements Fuzzed {
  private static final UUID ID = UUID.fromString("01980000-0000-7000-8000-000000000001");
  private static final String KEY = "\"entity\":\"prospect\",\"key\":\"" + ID + "\"";

  @Override
  public void attack(byte[] input) {
    List<String> texts = new Pieces(input).rest();
    for (String text : texts) {
      understood(PullRequest::parse, text)
          .ifPresent(asked -> assertThat(PullRequest.parse(asked.json())).isEqualTo(asked));
      understood(PushRequest::parse, text).ifPresent(DeltaFuzzedTest::pushed);
      understood(PushReply::parseThrough, text)
          .ifPresent(
              reply ->
                  assertThat(PushReply.parseThrough(PushReply.json(reply.last())))
                      .isEqualTo(reply));
      understood(PushReply::parseBroken, text);
      change(text);
      value(text);
      pulled(text);
    }
  }

  /// A message, or empty if it is refused as it may be.
  private static <T> Optional<T> understood(Function<String, T> reading, String text) {
    try {
      return Optional.of(reading.apply(text));
    } catch (ProtocolException | VersionException e) {
      assertThat(e.getMessage()).isNotBlank();
      return Optional.empty();
    }
  }

  private static void pushed(PushRequest push) {
    assertThat(PushRequest.parse(push.json())).isEqualTo(push);
    for (PushRequest.Item item : push.mutations()) {
      change(CanonicalJson.of(item.change()));
    }
  }

  private static void change(String text) {
    try {
      Change change = Codec.decode(text);
      String encoded = Codec.encode(change);
      assertThat(Codec.decode(encoded)).isEqualTo(change);
      assertThat(Codec.encode(Codec.decode(encoded))).isEqualTo(encoded);
      assertThat(change.touches()).isNotEmpty();
    } catch (CodecException e) {
      assertThat(e.getMessage()).isNotBlank();
    }
  }

  private static void value(String text) {
    Optional<Value> value;
    try {
      value = ValueJson.read(ValueJson.tree(text));
    } catch (IllegalArgumentException e) {
      return;
    }
    if (value.isPresent()) {
      String canonical = CanonicalJson.of(value.get());
      assertThat(ValueJson.read(ValueJson.tree(canonical))).isEqualTo(value);
      assertThat(ValueJson.read(ValueJson.write(value.get()))).isEqualTo(value);
    }
  }

  /// The lines of an answer, until one of them is none.
  private static void pulled(String text) {
    PullReader reader = new PullReader();
    try {
      for (String line : text.split("\n", -1)) {
        reader.line(line).ifPresent(DeltaFuzzedTest::again);
      }
    } catch (ProtocolException e) {
      assertThat(e.getMessage()).isNotBlank();
    }
  }

  private static void again(PullLine line) {
    PullLine known = line instanceof PullLine.Row(Doc row) ? new PullLine.Row(spoken(row)) : line;
    PullReader reader = new PullReader();
    List<PullLine> read = new ArrayList<>();
    new PullWriter()
        .line(known)
        .lines()
        .forEach(written -> reader.line(written).ifPresent(read::add));
    assertThat(read).containsExactly(known);
  }

  /// The row without fields that only a newer server knows.
  private static Doc spoken(Doc row) {
    SortedMap<String, Value> fields = new TreeMap<>(row.fields());
    fields
        .keySet()
        .retainAll(EntitySpec.of(row.entity()).synced().stream().map(FieldSpec::name).toList());
    return new Doc(row.entity(), row.id(), row.rev(), fields);
  }

  @Override
  public List<byte[]> seeds() {
    ChainPosition place = new ChainPosition(41, ID);
    Map<StreamKind, Cursor> cursors = Map.of(StreamKind.WS, new Cursor(8125, "tag"));
    Value.Fields patch =
        new Value.Fields(
            ValueJson.members(
                ValueJson.object(
                    "{\"op\":\"patch\"," + KEY + ",\"set\":{\"company\":{\"was\":\"a\"}}}")));
    PullWriter writer = new PullWriter();
    StringBuilder answer = new StringBuilder();
    for (PullLine line :
        List.of(
            new PullLine.Head(Optional.of(ID), Set.of(StreamKind.ME)),
            new PullLine.Row(
                new Doc(
                    Entity.PROSPECT,
                    ID,
                    7,
                    new TreeMap<>(
                        Map.of("email", Value.text("a@b.io"), "company", Value.text("Zoë"))))),
            new PullLine.Gone(new RowKey(Entity.TEMPLATE, ID), 8),
            new PullLine.End(cursors, 2, Optional.of(place), false))) {
      answer.append(writer.line(line));
    }
    return List.of(
        Pieces.join(new PullRequest(Optional.of(ID), ID, cursors, 3, 30).json()),
        Pieces.join(
            new PushRequest(
                    Optional.of(ID),
                    ID,
                    place,
                    cursors,
                    List.of(new PushRequest.Item(42, ID, 5, patch, true)))
                .json()),
        Pieces.join(PushReply.json(place), "{\"lastSeq\":4,\"lastId\":\"" + ID + "\"}"),
        Pieces.join(answer.toString()),
        Pieces.join("{\"op\":\"create\"," + KEY + ",\"fields\":{\"email\":\"a@b.io\"}}"),
        Pieces.join("{\"op\":\"delete\"," + KEY + ",\"rev\":7}"),
        Pieces.join("{\"op\":\"prospect.merge\"," + KEY + ",\"args\":{\"into\":\"" + ID + "\"}}"),
        Pieces.join("[1.5e300,-0.0,1e-7,9007199254740992,\"\\\\ud83d\",{\"a\":null}]"));
  }

  @Override
  public List<String> words() {
    return List.of(
        "\"op\":\"patch\"",
        "\"op\":\"restore\"",
        "\"set\"",
        "\"was\"",
        "\"now\"",
        "\"hash\"",
        "\"fields\"",
        "\"args\"",
        "\"entity\"",
        "\"customFields\"",
        "{\"t\":\"cols\",\"e\":",
        "\"t\":\"end\"",
        "\"crc\":",
        "[\"-\",",
        "null",
        "true",
        "1e400",
        "9007199254740993",
        "-0",
        "email.send",
        "campaign.start",
        "prospect.merge",
        "email_draft",
        "\n%%\n",
        ID.toString());
  }

  @Override
  public void judge(List<byte[]> inputs) {
    assertThat(inputs.stream().map(DeltaFuzzedTest::says))
        .filteredOn(says -> says)
        .hasSizeGreaterThanOrEqualTo(4);
  }

  private static boolean says(byte[] input) {
    String text = new Pieces(input).next();
    return understood(PullRequest::parse, text).isPresent()
        || understood(PushRequest::parse, text).isPresent()
        || understood(PushReply::parseThrough, text).isPresent()
        || understood(new PullReader()::line, text.lines().findFirst().orElse("")).isPresent();
  }
}
