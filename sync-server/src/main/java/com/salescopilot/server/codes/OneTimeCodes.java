package com.salescopilot.server.codes;

import com.fasterxml.jackson.databind.JsonNode;
import com.salescopilot.model.id.UserId;
import com.salescopilot.model.id.WorkspaceId;
import com.salescopilot.server.codes.Taken.Code;
import com.salescopilot.server.db.Args;
import com.salescopilot.server.db.Row;
import com.salescopilot.server.db.Sql;
import com.salescopilot.server.db.Statements;
import com.salescopilot.server.db.Tx;
import java.nio.charset.StandardCharsets;
import java.security.MessageDigest;
import java.security.NoSuchAlgorithmException;
import java.time.Duration;
import java.time.Instant;
import java.util.List;
import java.util.Optional;
import java.util.UUID;
import java.util.function.Supplier;
import java.util.random.RandomGenerator;

/// Codes that are good once and for a while. Only their hashes are stored, so a copy of the
/// database opens nothing.
///
/// All methods work in any transaction of an account or a member.
public final class OneTimeCodes {
  /// Wrong guesses after which a code of [#guess] is worth nothing.
  public static final int MOST_TRIES = 10;

  private final Supplier<UUID> ids;
  private final RandomGenerator random;
  private final Sql insert;
  private final Sql take;
  private final Sql holder;
  private final Sql used;
  private final Sql candidate;
  private final Sql missed;
  private final Sql note;
  private final Sql open;
  private final Sql madeSince;
  private final Sql withdraw;
  private final Sql withdrawAll;

  /// @param random cryptographically strong
  public OneTimeCodes(Supplier<UUID> ids, RandomGenerator random) {
    this.ids = ids;
    this.random = random;
    Statements statements = Statements.load(OneTimeCodes.class);
    this.insert = statements.get("insert");
    this.take = statements.get("take");
    this.holder = statements.get("holder");
    this.used = statements.get("used");
    this.candidate = statements.get("candidate");
    this.missed = statements.get("missed");
    this.note = statements.get("note");
    this.open = statements.get("open");
    this.madeSince = statements.get("madeSince");
    this.withdraw = statements.get("withdraw");
    this.withdrawAll = statements.get("withdrawAll");
  }

  /// A new code with the name under which it is stored.
  public record Issued(UUID id, String code, Instant expiresAt) {}

  /// Makes a code.
  public Issued issue(Tx tx, Grant grant, Duration life, Instant now) {
    String code = Form.of(grant.kind()).fresh(random);
    Issued issued = new Issued(ids.get(), code, now.plus(life));
    tx.exec(
        insert,
        Args.of("hash", hash(grant.kind(), code))
            .and("id", issued.id())
            .and("kind", grant.kind())
            .and("user", grant.user())
            .and("workspace", grant.workspace())
            .and("data", grant.data())
            .and("now", now)
            .and("expires", issued.expiresAt()));
    return issued;
  }

  /// Uses a code up; of several who bring it at the same time, one gets it fresh. An end that has
  /// to outlast a refusal must be committed before the refusal is thrown.
  public Taken take(Tx tx, Grant.Kind kind, String code, Instant now) {
    Args args = Args.of("hash", hash(kind, code)).and("kind", kind);
    Optional<Code> fresh = tx.maybe(take, args.and("now", now), OneTimeCodes::code);
    if (fresh.isPresent()) {
      return new Taken.Fresh(fresh.get());
    }
    return tx.maybe(used, args, OneTimeCodes::code)
        .<Taken>map(Taken.Again::new)
        .orElseGet(Taken.Unknown::new);
  }

  /// Whose code it is, whatever has become of it; empty if it is nobody's or never was.
  public Optional<UserId> holder(Tx tx, Grant.Kind kind, String code) {
    return tx.maybe(
            holder,
            Args.of("hash", hash(kind, code)).and("kind", kind),
            row -> row.uuidMaybe("user_id"))
        .flatMap(user -> user)
        .map(UserId::new);
  }

  /// As [#take], for a code that one person may guess at: the latest that was made for this user.
  /// It costs the same for a user that there is not. Commit also after [Taken.Unknown], which
  /// counts as a try.
  public Taken guess(Tx tx, Grant.Kind kind, UserId user, String code, Instant now) {
    Optional<Candidate> candidate =
        tx.maybe(
            this.candidate,
            Args.of("user", user).and("kind", kind).and("now", now).and("most", MOST_TRIES),
            row -> new Candidate(row.uuid("id"), row.bytes("hash")));
    boolean right =
        candidate.filter(one -> MessageDigest.isEqual(one.hash, hash(kind, code))).isPresent();
    if (!right) {
      // also for nobody, so that the time says nothing
      tx.exec(missed, Args.of("id", candidate.map(one -> one.id).orElseGet(ids)));
      return new Taken.Unknown();
    }
    return take(tx, kind, code, now);
  }

  /// Replaces what is kept with a code, such as what became of it.
  public void note(Tx tx, UUID id, JsonNode data) {
    tx.exec(note, Args.of("id", id).and("data", data));
  }

  /// The codes of a workspace that can still be used, the newest first.
  public List<Code> open(Tx tx, Grant.Kind kind, WorkspaceId workspace, Instant now) {
    return tx.list(
        open,
        Args.of("workspace", workspace).and("kind", kind).and("now", now),
        OneTimeCodes::code);
  }

  /// How many codes of a kind a workspace has made since then.
  public int madeSince(Tx tx, Grant.Kind kind, WorkspaceId workspace, Instant since) {
    return tx.one(
        madeSince,
        Args.of("workspace", workspace).and("kind", kind).and("since", since),
        row -> Math.toIntExact(row.whole("n")));
  }

  /// Makes a code of a workspace worthless.
  ///
  /// @return whether there was one that could still be used
  public boolean withdraw(Tx tx, Grant.Kind kind, WorkspaceId workspace, UUID id, Instant now) {
    Args args = Args.of("id", id).and("kind", kind).and("workspace", workspace);
    return tx.exec(withdraw, args.and("now", now)) > 0;
  }

  /// Makes all codes of a user worthless.
  public void withdrawAll(Tx tx, Grant.Kind kind, UserId user) {
    tx.exec(withdrawAll, Args.of("user", user).and("kind", kind));
  }

  private static final class Candidate {
    private final UUID id;
    private final byte[] hash;

    Candidate(UUID id, byte[] hash) {
      this.id = id;
      this.hash = hash;
    }
  }

  private static Code code(Row row) {
    return new Code(
        row.uuid("id"),
        new Grant(
            Grant.Kind.valueOf(row.text("kind")),
            row.uuidMaybe("user_id").map(UserId::new),
            row.uuidMaybe("workspace_id").map(WorkspaceId::new),
            row.json("data")),
        row.instant("created_at"),
        row.instant("expires_at"));
  }

  private static byte[] hash(Grant.Kind kind, String code) {
    String bound = kind + "\n" + Form.of(kind).folded(code);
    try {
      return MessageDigest.getInstance("SHA-256").digest(bound.getBytes(StandardCharsets.UTF_8));
    } catch (NoSuchAlgorithmException e) {
      throw new IllegalStateException("SHA-256 is part of every JDK", e);
    }
  }
}
