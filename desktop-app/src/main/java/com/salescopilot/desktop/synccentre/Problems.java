package com.salescopilot.desktop.synccentre;

import com.salescopilot.desktop.desk.Desk;
import com.salescopilot.desktop.store.SqliteStore;
import com.salescopilot.desktop.synccentre.Card.Decision;
import com.salescopilot.desktop.synccentre.Card.Fact;
import com.salescopilot.desktop.synccentre.Card.Offer;
import com.salescopilot.desktop.ui.Texts;
import com.salescopilot.model.entity.Doc;
import com.salescopilot.model.mail.Hold;
import java.time.Duration;
import java.time.Instant;
import java.util.ArrayList;
import java.util.List;
import java.util.Optional;

/// Mails that wait for a decision: those in doubt, and those that the server holds back.
final class Problems {
  /// How long the receiver may still answer; only then is sending again offered.
  static final Duration LISTENING = Duration.ofMinutes(10);

  private final Desk desk;
  private final SqliteStore store;
  private final Texts texts;
  private final Moments moments;

  Problems(Desk desk, Texts texts, Moments moments) {
    this.desk = desk;
    this.store = desk.store();
    this.texts = texts;
    this.moments = moments;
  }

  /// Some of them, and how many there are.
  record Found(List<Card> cards, int all) {}

  Found first(int most) {
    List<Doc> doubts = store.mailsInDoubt();
    List<Doc> held = store.mailsHeld();
    List<Card> cards = new ArrayList<>();
    doubts.stream().limit(most).map(this::doubt).forEach(cards::add);
    held.stream().limit(most - cards.size()).map(this::held).forEach(cards::add);
    return new Found(cards, doubts.size() + held.size());
  }

  private Card doubt(Doc mail) {
    Instant since = mail.instant("updatedAt").orElseGet(desk.clock()::instant);
    boolean listening = desk.clock().instant().isBefore(since.plus(LISTENING));
    List<Fact> facts = new ArrayList<>();
    facts.add(fact("fact.to", mail.text("toEmail")));
    facts.add(fact("fact.left", Optional.of(moments.at(since))));
    facts.add(fact("fact.reply", mail.text("lastReply")));
    facts.add(fact("fact.messageId", mail.text("messageId")));
    facts.removeIf(fact -> fact.value().isEmpty());
    return new Card(
        mail,
        "fth-help-circle",
        text("doubt.title", subject(mail)),
        text("doubt.sentence"),
        facts,
        List.of(
            Offer.of(Decision.ARRIVED),
            Offer.of(Decision.NOT_ARRIVED),
            new Offer(
                Decision.SEND_AGAIN,
                listening ? text("doubt.listening", moments.time(since.plus(LISTENING))) : "")),
        Places.of(mail.key(), store));
  }

  private Card held(Doc mail) {
    boolean restored = mail.text("hold").equals(Optional.of(Hold.RESTORED.name()));
    List<Fact> facts = new ArrayList<>();
    facts.add(fact("fact.to", mail.text("toEmail")));
    facts.add(fact("fact.written", mail.instant("createdAt").map(moments::at)));
    facts.removeIf(fact -> fact.value().isEmpty());
    return new Card(
        mail,
        "fth-pause-circle",
        text("held.title", subject(mail)),
        text(restored ? "held.RESTORED" : "held.STALE"),
        facts,
        List.of(Offer.of(Decision.RELEASE), Offer.of(Decision.CANCEL)),
        Places.of(mail.key(), store));
  }

  private String subject(Doc mail) {
    return mail.text("subject").orElseGet(() -> text("row.unnamed"));
  }

  private Fact fact(String key, Optional<String> value) {
    return new Fact(text(key), value.orElse(""));
  }

  private String text(String key, Object... values) {
    return texts.get(getClass(), key, values);
  }
}
