package com.salescopilot.server.sending;

import com.salescopilot.model.mail.EmailStatus;
import com.salescopilot.model.mail.EmailTransitions;
import com.salescopilot.model.mail.RetrySchedule;
import com.salescopilot.model.sync.Change;
import com.salescopilot.model.sync.EmailCommand;
import com.salescopilot.server.db.Args;
import com.salescopilot.server.db.Statements;
import com.salescopilot.server.db.Tx;
import java.time.Duration;
import java.time.Instant;
import java.util.ArrayList;
import java.util.HashMap;
import java.util.List;
import java.util.Map;
import java.util.Optional;
import java.util.UUID;

/// Writes down how attempts ended, in one transaction on the workspace's stream: the mail's new
/// status, its event, and its place in the queue.
final class Outcomes {
  private final Writes writes;
  private final Statements statements = Statements.load(Outcomes.class);

  Outcomes(Writes writes) {
    this.writes = writes;
  }

  /// How one attempt ended.
  ///
  /// @param pause for an attempt that found no server: how long the mailbox rests
  record Ended(UUID email, Attempt attempt, Instant at, Duration pause) {}

  /// Writes down what happened under a lease. What is said under a lease that is lost counts only
  /// if it proves that a mail arrived.
  void record(Lease lease, List<Ended> ended) {
    writes.write(lease, tx -> changes(tx, lease, ended));
  }

  /// Settles what earlier holders of the mailbox left: a mail whose dot was not marked did not
  /// leave and is queued again, one whose dot was marked may have.
  void settle(Lease lease) {
    writes.write(lease, tx -> left(tx, lease));
  }

  /// Gives the mailbox back. Its next mail is said with the workspace's stream held, so none that
  /// is being queued is forgotten.
  void release(Lease lease) {
    writes.write(
        lease,
        tx -> {
          tx.exec(statements.get("release"), lease(lease));
          return List.of();
        });
  }

  private List<Change> changes(Tx tx, Lease lease, List<Ended> all) {
    List<UUID> ids = all.stream().map(Ended::email).toList();
    Map<UUID, Job> ours = new HashMap<>();
    tx.list(
            statements.get("ours"),
            Args.of("ws", lease.workspace()).and("ids", ids).and("lease", lease.token()),
            row ->
                new Job(
                    row.uuid("email_id"),
                    row.small("attempt"),
                    row.instant("first_claimed_at"),
                    EmailStatus.valueOf(row.text("status"))))
        .forEach(job -> ours.put(job.email(), job));
    List<Change> changes = new ArrayList<>();
    List<Ended> strangers = new ArrayList<>();
    for (Ended ended : all) {
      Job job = ours.get(ended.email());
      if (job != null && job.status() == EmailStatus.SENDING) {
        changes.add(change(tx, lease, job, ended));
      } else {
        strangers.add(ended);
      }
    }
    changes.addAll(lateProofs(tx, lease, strangers));
    return changes;
  }

  private Change change(Tx tx, Lease lease, Job job, Ended ended) {
    return switch (ended.attempt()) {
      case Attempt.Accepted _ -> as(EmailStatus.SENT, ended);
      case Attempt.Refused _ -> as(EmailStatus.FAILED, ended);
      case Attempt.Doubtful _ -> as(EmailStatus.UNCONFIRMED, ended);
      case Attempt.Deferred _, Attempt.Cut _ -> {
        Optional<Instant> next =
            RetrySchedule.next(job.email(), job.attempt(), job.first(), ended.at());
        next.ifPresent(at -> requeue(tx, lease, ended, at, 0));
        yield as(next.isPresent() ? EmailStatus.PENDING_SEND : EmailStatus.FAILED, ended);
      }
      case Attempt.Unreachable _, Attempt.Withheld _ -> {
        requeue(tx, lease, ended, ended.at().plus(ended.pause()), 1);
        yield as(EmailStatus.PENDING_SEND, ended);
      }
    };
  }

  /// A later worker may have the mail by now, or have given it up as doubtful; that it arrived is
  /// true all the same.
  private List<Change> lateProofs(Tx tx, Lease lease, List<Ended> ended) {
    List<Ended> proofs =
        ended.stream().filter(one -> one.attempt() instanceof Attempt.Accepted).toList();
    if (proofs.isEmpty()) {
      return List.of();
    }
    Map<UUID, EmailStatus> now = new HashMap<>();
    tx.list(
            statements.get("statuses"),
            Args.of("ws", lease.workspace()).and("ids", proofs.stream().map(Ended::email).toList()),
            row -> Map.entry(row.uuid("id"), EmailStatus.valueOf(row.text("status"))))
        .forEach(entry -> now.put(entry.getKey(), entry.getValue()));
    return proofs.stream()
        .filter(
            proof -> {
              EmailStatus status = now.get(proof.email());
              return status != null && EmailTransitions.allowed(status, EmailStatus.SENT);
            })
        .<Change>map(proof -> as(EmailStatus.SENT, proof))
        .toList();
  }

  private void requeue(Tx tx, Lease lease, Ended ended, Instant due, int unspent) {
    tx.exec(
        statements.get("requeue"),
        Args.of("ws", lease.workspace())
            .and("email", ended.email())
            .and("due", due)
            .and("unspent", unspent)
            .and("reply", ended.attempt().words()));
    tx.exec(
        statements.get("due"),
        Args.of("ws", lease.workspace()).and("mailbox", lease.mailbox()).and("due", due));
  }

  private List<Change> left(Tx tx, Lease lease) {
    List<Change> changes = new ArrayList<>();
    Args args = lease(lease);
    for (Left job :
        tx.list(
            statements.get("left"),
            args,
            row ->
                new Left(
                    row.uuid("email_id"), Phase.valueOf(row.text("phase")), row.instant("at")))) {
      switch (job.phase()) {
        case CLAIMED ->
            changes.add(
                new EmailCommand.Ended(
                    job.email(),
                    EmailStatus.PENDING_SEND,
                    job.at(),
                    Optional.of("The server stopped before the mail had left."),
                    Optional.empty()));
        case DOT ->
            changes.add(
                new EmailCommand.Ended(
                    job.email(),
                    EmailStatus.UNCONFIRMED,
                    job.at(),
                    Optional.of("The server stopped while the mail was leaving."),
                    Optional.empty()));
        case QUEUED -> {}
      }
    }
    tx.exec(statements.get("requeueLeft"), args);
    return changes;
  }

  private static EmailCommand.Ended as(EmailStatus status, Ended ended) {
    return new EmailCommand.Ended(
        ended.email(), status, ended.at(), Optional.of(ended.attempt().words()), Optional.empty());
  }

  private static Args lease(Lease lease) {
    return Args.of("ws", lease.workspace())
        .and("mailbox", lease.mailbox())
        .and("lease", lease.token());
  }

  private record Job(UUID email, int attempt, Instant first, EmailStatus status) {}

  private record Left(UUID email, Phase phase, Instant at) {}
}
