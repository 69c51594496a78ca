package com.salescopilot.desktop.campaigns;

import com.fasterxml.jackson.databind.JsonNode;
import com.fasterxml.jackson.databind.node.ArrayNode;
import com.fasterxml.jackson.databind.node.JsonNodeFactory;
import com.fasterxml.jackson.databind.node.ObjectNode;
import com.salescopilot.desktop.desk.Desk;
import com.salescopilot.desktop.desk.Edits;
import com.salescopilot.desktop.store.ListQuery;
import com.salescopilot.desktop.store.SqliteStore;
import com.salescopilot.model.entity.Doc;
import com.salescopilot.model.entity.Entity;
import com.salescopilot.model.entity.RowKey;
import com.salescopilot.model.schedule.PolicyJson;
import com.salescopilot.model.sync.Change;
import com.salescopilot.model.sync.RowPatch;
import com.salescopilot.model.value.Value;
import com.salescopilot.model.value.ValueJson;
import java.time.Instant;
import java.time.LocalDate;
import java.time.ZoneId;
import java.util.Arrays;
import java.util.LinkedHashMap;
import java.util.Map;
import java.util.Optional;
import java.util.UUID;
import java.util.function.Function;
import java.util.stream.Stream;

/// Reads and writes when a campaign sends, setting by setting, each as the text of its control.
final class TimesEdits {
  static final String START = "startDate";
  static final String END = "endDate";
  static final String MAILBOX = "mailboxId";

  private final Desk desk;
  private final Edits edits;

  TimesEdits(Desk desk, Edits edits) {
    this.desk = desk;
    this.edits = edits;
  }

  SqliteStore store() {
    return desk.store();
  }

  Optional<Doc> find(UUID campaign) {
    return store().row(new RowKey(Entity.CAMPAIGN, campaign));
  }

  /// The mailboxes that are known here, by what they sent: their ids and addresses.
  Map<UUID, String> mailboxes() {
    Map<UUID, String> found = new LinkedHashMap<>();
    long[] keys = store().keys(Entity.EMAIL, ListQuery.of("").newest());
    long[] some = Arrays.copyOf(keys, Math.min(keys.length, 2_000));
    for (Doc mail : store().rows(Entity.EMAIL, some).values()) {
      mail.uuid(MAILBOX)
          .ifPresent(id -> mail.text("fromEmail").ifPresent(from -> found.putIfAbsent(id, from)));
    }
    return found;
  }

  /// The zone that days and hours of a campaign are read in.
  static ZoneId zone(Doc campaign) {
    return text(campaign, "zone").flatMap(PolicyJson::zone).orElseGet(ZoneId::systemDefault);
  }

  /// A setting as its control shows it; empty if the campaign says nothing of it.
  static Optional<String> text(Doc campaign, String name) {
    return switch (name) {
      case START -> campaign.instant(START).map(at -> day(at, campaign));
      case END -> campaign.instant(END).map(at -> day(at.minusMillis(1), campaign));
      case MAILBOX -> campaign.text(MAILBOX);
      default -> member(campaign, name).map(TimesEdits::shown);
    };
  }

  private static String day(Instant at, Doc campaign) {
    return LocalDate.ofInstant(at, zone(campaign)).toString();
  }

  private static Optional<Value> member(Doc campaign, String name) {
    return campaign.get("policy").isPresent()
            && campaign.get("policy").get() instanceof Value.Fields(var members)
        ? Optional.ofNullable(members.get(name))
        : Optional.empty();
  }

  private static String shown(Value value) {
    return switch (value) {
      case Value.Text(String text) -> text;
      case Value.Items(var items) ->
          String.join(", ", items.stream().map(TimesEdits::shown).toList());
      case Value.Whole _, Value.Decimal _, Value.Flag _, Value.Fields _ ->
          ValueJson.write(value).asText();
    };
  }

  /// What cannot be so if a setting becomes this: a pointer; empty if it can.
  static Optional<String> problem(Doc campaign, String name, String text) {
    ObjectNode fields = json(campaign, name, text);
    if (!(fields.path("policy") instanceof ObjectNode changed)) {
      return Optional.empty();
    }
    ObjectNode all = JsonNodeFactory.instance.objectNode();
    if (campaign.get("policy").isPresent()
        && ValueJson.write(campaign.get("policy").get()) instanceof ObjectNode known) {
      all.setAll(known);
    }
    all.setAll(changed);
    if (all.path(name).isNull()) {
      all.remove(name);
    }
    PolicyJson.Reading reading = PolicyJson.read(new Value.Fields(ValueJson.members(all)));
    return reading.problems().stream()
        .map(PolicyJson.Problem::pointer)
        .filter(pointer -> pointer.startsWith("/" + name) || isTime(name))
        .findFirst();
  }

  private static boolean isTime(String name) {
    return name.equals("from") || name.equals("to");
  }

  /// Writes a setting; a blank one leaves it to the other levels.
  Edits.Done write(Doc campaign, String name, String text) {
    return edits.submit(RowPatch.of(campaign, json(campaign, name, text)));
  }

  Edits.Done takeBack(Change undo) {
    return edits.takeBack(undo);
  }

  private static ObjectNode json(Doc campaign, String name, String written) {
    String text = written.strip();
    ObjectNode json = JsonNodeFactory.instance.objectNode();
    switch (name) {
      case START -> put(json, START, text, day -> start(day, campaign));
      case END -> put(json, END, text, day -> start(day.plusDays(1), campaign));
      case MAILBOX -> {
        if (text.isEmpty()) {
          json.putNull(MAILBOX);
        } else {
          json.put(MAILBOX, text);
        }
      }
      default -> json.putObject("policy").set(name, policy(name, text));
    }
    return json;
  }

  private static Instant start(LocalDate day, Doc campaign) {
    return day.atStartOfDay(zone(campaign)).toInstant();
  }

  private static void put(
      ObjectNode json, String name, String text, Function<LocalDate, Instant> at) {
    if (text.isEmpty()) {
      json.putNull(name);
    } else {
      json.put(name, at.apply(LocalDate.parse(text)).toString());
    }
  }

  private static JsonNode policy(String name, String text) {
    JsonNodeFactory make = JsonNodeFactory.instance;
    if (text.isEmpty()) {
      return make.nullNode();
    }
    return switch (name) {
      case "days", "holidays" -> {
        ArrayNode items = make.arrayNode();
        Stream.of(text.split("[,;\\s]+")).filter(item -> !item.isEmpty()).forEach(items::add);
        yield items;
      }
      case "gapSeconds", "dailyCap" ->
          text.matches("[0-9]{1,9}")
              ? make.numberNode(Integer.parseInt(text))
              : make.textNode(text);
      case "ramp" -> make.booleanNode(text.equals("true"));
      default -> make.textNode(text);
    };
  }
}
