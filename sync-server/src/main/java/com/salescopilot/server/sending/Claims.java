package com.salescopilot.server.sending;

import static com.salescopilot.model.letter.Letter.WAY_OUT;
import static java.util.Objects.requireNonNull;

import com.salescopilot.model.mail.Address;
import com.salescopilot.model.mail.EmailStatus;
import com.salescopilot.model.mail.Gate;
import com.salescopilot.model.mail.Tracking;
import com.salescopilot.model.sync.Change;
import com.salescopilot.model.sync.EmailCommand;
import com.salescopilot.server.db.Args;
import com.salescopilot.server.db.Row;
import com.salescopilot.server.db.Statements;
import com.salescopilot.server.db.Tx;
import com.salescopilot.server.gate.DueMails;
import com.salescopilot.server.gate.Gates;
import com.salescopilot.server.keys.Tokens;
import java.time.Instant;
import java.time.InstantSource;
import java.util.ArrayList;
import java.util.HashMap;
import java.util.List;
import java.util.Map;
import java.util.Optional;
import java.util.UUID;
import java.util.concurrent.atomic.AtomicReference;
import java.util.stream.Collectors;

/// Takes mails up for sending, in one transaction on the workspace's stream: all gates are judged
/// by facts that cannot change meanwhile.
final class Claims {
  private final Writes writes;
  private final Relay relay;
  private final Tokens tokens;
  private final Links links;
  private final InstantSource clock;
  private final Gates gates = new Gates();
  private final DueMails turns = new DueMails();
  private final Statements statements = Statements.load(Claims.class);

  Claims(Writes writes, Relay relay, Tokens tokens, Links links, InstantSource clock) {
    this.writes = writes;
    this.relay = relay;
    this.tokens = tokens;
    this.links = links;
    this.clock = clock;
  }

  /// What a look into the queue brought.
  ///
  /// @param letters ready to leave
  /// @param next when the next mail is due; empty if none is queued
  /// @param refused mails that a closed gate kept, and which
  /// @param held whether the lease is still ours
  record Claimed(
      List<Letter> letters, Optional<Instant> next, Map<UUID, Gate.Held> refused, boolean held) {
    /// The lease is another's.
    static final Claimed NOTHING = new Claimed(List.of(), Optional.empty(), Map.of(), false);
  }

  /// Where a path of the tracking listener is for the world outside.
  interface Links {
    String at(String path);
  }

  /// Claims mails that are due, the most urgent first.
  Claimed claim(Lease lease, int most) {
    AtomicReference<Claimed> claimed = new AtomicReference<>(Claimed.NOTHING);
    writes.write(lease, tx -> claim(tx, lease, most, claimed));
    return claimed.get();
  }

  private List<Change> claim(Tx tx, Lease lease, int most, AtomicReference<Claimed> claimed) {
    Args mailbox = mailbox(lease);
    if (tx.maybe(statements.get("held"), mailbox, row -> row.uuid("id")).isEmpty()) {
      claimed.set(Claimed.NOTHING);
      return List.of();
    }
    Instant now = clock.instant();
    List<Change> changes = new ArrayList<>();
    List<Candidate> leaving = new ArrayList<>();
    List<Candidate> due = new ArrayList<>();
    tx.scan(
        statements.get("due"),
        Args.of("ws", lease.workspace()).and("mailbox", lease.mailbox()).and("most", most),
        row -> due.add(Candidate.of(row)));
    Map<UUID, Gate.Facts> facts = facts(tx, lease, due, now);
    Map<UUID, Gate.Held> refused = new HashMap<>();
    for (Candidate candidate : due) {
      Gate.Facts known = requireNonNull(facts.get(candidate.email()));
      Optional<Gate.Held> held = Gate.check(known, now);
      if (held.isEmpty()) {
        leaving.add(candidate);
      } else {
        refused.put(candidate.email(), held.get());
        hold(tx, lease, candidate, held.get(), now, changes);
      }
    }
    List<Letter> letters = letters(tx, lease, leaving);
    letters.forEach(letter -> changes.add(claimed(lease, letter)));
    if (!letters.isEmpty()) {
      tx.exec(
          statements.get("claim"),
          Args.of("ws", lease.workspace())
              .and("ids", letters.stream().map(Letter::email).toList())
              .and("lease", lease.token()));
    }
    Optional<Instant> next =
        tx.one(statements.get("next"), mailbox, row -> row.instantMaybe("next_due_at"));
    claimed.set(new Claimed(letters, next, refused, true));
    return changes;
  }

  /// What the gates judge by. The turn of steps is asked for when nothing else keeps them.
  private Map<UUID, Gate.Facts> facts(Tx tx, Lease lease, List<Candidate> due, Instant now) {
    Map<UUID, Gate.Facts> facts =
        gates.of(tx, lease.workspace(), due.stream().map(Candidate::email).toList());
    Map<Boolean, List<UUID>> fit =
        due.stream()
            .filter(mail -> Gate.check(requireNonNull(facts.get(mail.email())), now).isEmpty())
            .collect(
                Collectors.partitioningBy(
                    mail -> mail.step().isPresent(),
                    Collectors.mapping(Candidate::email, Collectors.toList())));
    turns
        .awaited(
            tx,
            lease.workspace(),
            lease.mailbox(),
            requireNonNull(fit.get(true)),
            requireNonNull(fit.get(false)),
            now)
        .forEach(
            (email, turn) -> facts.computeIfPresent(email, (_, of) -> of.at(Optional.of(turn))));
    return facts;
  }

  private void hold(
      Tx tx, Lease lease, Candidate mail, Gate.Held held, Instant now, List<Change> changes) {
    switch (held) {
      case Gate.Waits waits ->
          tx.exec(
              statements.get("postpone"),
              Args.of("ws", lease.workspace())
                  .and("email", mail.email())
                  .and("due", waits.until()));
      case Gate.Later later ->
          tx.exec(
              statements.get("await"),
              Args.of("ws", lease.workspace())
                  .and("email", mail.email())
                  .and("due", later.again()));
      case Gate.Withdrawn withdrawn ->
          changes.add(new EmailCommand.Withdraw(mail.email(), withdrawn.reason()));
      case Gate.Unfit unfit ->
          changes.add(
              new EmailCommand.Ended(
                  mail.email(),
                  EmailStatus.FAILED,
                  now,
                  Optional.of(unfit.words()),
                  Optional.empty()));
    }
  }

  private Change claimed(Lease lease, Letter letter) {
    return new EmailCommand.Claim(
        letter.email(), lease.mailbox(), letter.from(), letter.fromName(), letter.messageId());
  }

  private List<Letter> letters(Tx tx, Lease lease, List<Candidate> mails) {
    Map<UUID, String> names = new HashMap<>();
    if (!mails.isEmpty()) {
      tx.scan(
          statements.get("names"),
          Args.of("ws", lease.workspace())
              .and("users", mails.stream().map(Candidate::user).distinct().toList()),
          row -> names.put(row.uuid("id"), row.text("name")));
    }
    return mails.stream()
        .map(mail -> letter(mail, Optional.ofNullable(names.get(mail.user()))))
        .toList();
  }

  private Letter letter(Candidate mail, Optional<String> name) {
    String messageId =
        mail.messageId()
            .orElseGet(
                () -> tokens.of(Tokens.Kind.MESSAGE_ID, mail.email()) + "@" + relay.domain());
    Optional<String> pixel =
        switch (mail.tracking()) {
          case IDENTIFIED ->
              Optional.of(links.at("/o/" + tokens.of(Tokens.Kind.OPEN, mail.email()) + ".gif"));
          case OFF, ANONYMOUS -> Optional.empty(); // a group of one is not anonymous
        };
    Address to =
        switch (Address.parse(mail.to())) {
          case Address.Accepted(Address address) -> address;
          case Address.Refused(String reason) -> throw new IllegalStateException(reason);
        };
    String out = links.at("/u/" + tokens.of(Tokens.Kind.UNSUBSCRIBE, mail.email()));
    return new Letter(
        mail.email(),
        to,
        relay.from(),
        name.filter(text -> !text.isBlank()),
        mail.subject(),
        mail.html().replace(WAY_OUT, out),
        mail.text().replace(WAY_OUT, out),
        messageId,
        mail.threadReferences().map(ids -> List.of(ids.split(" ", -1))).orElse(List.of()),
        mail.step().map(_ -> wayOut(mail, out)),
        pixel);
  }

  private Letter.WayOut wayOut(Candidate mail, String out) {
    return new Letter.WayOut(out, mail.list().orElse("campaign") + "." + relay.domain());
  }

  private static Args mailbox(Lease lease) {
    return Args.of("ws", lease.workspace())
        .and("mailbox", lease.mailbox())
        .and("lease", lease.token());
  }

  /// A mail that is due.
  private record Candidate(
      UUID email,
      UUID user,
      String to,
      String subject,
      String html,
      String text,
      Optional<String> messageId,
      Tracking tracking,
      Optional<String> threadReferences,
      Optional<String> list,
      Optional<Integer> step) {

    static Candidate of(Row row) {
      return new Candidate(
          row.uuid("id"),
          row.uuid("user_id"),
          row.text("to_email"),
          row.text("subject"),
          row.textMaybe("body_html").orElse(""),
          row.textMaybe("body_text").orElse(""),
          row.textMaybe("message_id"),
          Tracking.valueOf(row.text("tracking")),
          row.textMaybe("thread_references"),
          row.textMaybe("campaign_id"),
          row.wholeMaybe("step_position").map(Long::intValue));
    }
  }
}
