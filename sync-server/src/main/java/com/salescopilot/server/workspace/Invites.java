package com.salescopilot.server.workspace;

import com.fasterxml.jackson.databind.node.JsonNodeFactory;
import com.fasterxml.jackson.databind.node.ObjectNode;
import com.salescopilot.model.id.UserId;
import com.salescopilot.model.id.WorkspaceId;
import com.salescopilot.model.mail.Address;
import com.salescopilot.model.sync.Role;
import com.salescopilot.server.audit.Act;
import com.salescopilot.server.audit.Audit;
import com.salescopilot.server.audit.Entry;
import com.salescopilot.server.codes.Grant;
import com.salescopilot.server.codes.OneTimeCodes;
import com.salescopilot.server.codes.OneTimeCodes.Issued;
import com.salescopilot.server.codes.Taken;
import com.salescopilot.server.db.Database;
import com.salescopilot.server.db.Scope;
import com.salescopilot.server.db.Tx;
import com.salescopilot.server.http.AppError;
import com.salescopilot.server.http.Caller;
import com.salescopilot.server.post.Note;
import com.salescopilot.server.post.Post;
import java.time.Duration;
import java.time.Instant;
import java.time.InstantSource;
import java.util.List;
import java.util.Optional;
import java.util.UUID;

/// Invitations: whoever brings the code becomes a member. It is shown once, to the admin who made
/// it, and goes by mail where the server has a mailbox.
public final class Invites {
  private static final Duration LIFE = Duration.ofDays(7);
  private static final Duration DAY = Duration.ofDays(1);

  /// A server's mailbox is not there to write to strangers by the thousand.
  private static final int MOST_A_DAY = 100;

  private final Database database;
  private final Members members;
  private final OneTimeCodes codes;
  private final Audit audit;
  private final Optional<Post> post;
  private final InstantSource clock;

  /// @param post empty: codes are handed over by the admin
  public Invites(
      Database database,
      OneTimeCodes codes,
      Audit audit,
      Optional<Post> post,
      InstantSource clock) {
    this.database = database;
    this.members = new Members();
    this.codes = codes;
    this.audit = audit;
    this.post = post;
    this.clock = clock;
  }

  /// An invitation that is open.
  ///
  /// @param email whom it is meant for; it may be used from another address all the same
  record Open(
      UUID id,
      Optional<String> email,
      Role role,
      Optional<UUID> invitedBy,
      Instant createdAt,
      Instant expiresAt) {
    static Open of(Taken.Code code) {
      return new Open(
          code.id(),
          Optional.ofNullable(code.grant().data().path("email").textValue()),
          roleOf(code),
          code.grant().user().map(UserId::value),
          code.createdAt(),
          code.expiresAt());
    }
  }

  /// A workspace that somebody came into.
  public record Place(WorkspaceId workspace, String name, Role role) {}

  /// Invites somebody.
  ///
  /// @throws AppError.Limited after too many in a day
  Issued invite(Caller caller, Optional<Address> to, Role role, String source) {
    Instant now = clock.instant();
    ObjectNode data = JsonNodeFactory.instance.objectNode().put("role", role.name());
    to.ifPresent(address -> data.put("email", address.toString()));
    Grant grant =
        new Grant(
            Grant.Kind.INVITE, Optional.of(caller.user()), Optional.of(caller.workspace()), data);
    Made made =
        database.inWorkspace(
            caller.scope(),
            tx -> {
              int late = codes.madeSince(tx, grant.kind(), caller.workspace(), now.minus(DAY));
              if (late >= MOST_A_DAY) {
                throw new AppError.Limited(
                    "This workspace has made many invitations today; wait until tomorrow.", DAY);
              }
              Issued issued = codes.issue(tx, grant, LIFE, now);
              audit.write(
                  tx,
                  Entry.of(Act.INVITED)
                      .in(caller.workspace())
                      .by(caller.user())
                      .during(caller.session())
                      .to(issued.id())
                      .with("role", role.name())
                      .from(source),
                  now);
              return new Made(issued, members.workspace(tx, caller.workspace()).name());
            });
    post.ifPresent(out -> to.ifPresent(who -> out.send(() -> Optional.of(note(who, made)))));
    return made.issued();
  }

  private record Made(Issued issued, String workspace) {}

  private static Note note(Address to, Made made) {
    return new Note(
        to,
        "An invitation to Sales Copilot",
        """
        You are invited to the workspace "%s" in Sales Copilot.

        Type this code into the app when you sign up, or in Settings if you have an account: %s

        It is good for seven days and once. If you do not know why you get this, do nothing.
        """
            .formatted(made.workspace(), made.issued().code()));
  }

  /// The invitations that nobody has used yet, the newest first.
  List<Open> open(Caller caller) {
    return database.inWorkspace(
        caller.scope(),
        tx ->
            codes.open(tx, Grant.Kind.INVITE, caller.workspace(), clock.instant()).stream()
                .map(Open::of)
                .toList());
  }

  /// Makes an invitation worthless.
  ///
  /// @throws AppError.NotFound if there is none that could still be used
  void withdraw(Caller caller, UUID id, String source) {
    Instant now = clock.instant();
    database.inWorkspace(
        caller.scope(),
        tx -> {
          if (!codes.withdraw(tx, Grant.Kind.INVITE, caller.workspace(), id, now)) {
            throw new AppError.NotFound();
          }
          audit.write(
              tx,
              Entry.of(Act.INVITE_WITHDRAWN)
                  .in(caller.workspace())
                  .by(caller.user())
                  .during(caller.session())
                  .to(id)
                  .from(source),
              now);
          return true;
        });
  }

  /// Uses a code up.
  ///
  /// @param tx of an account
  /// @return empty: the code is worth nothing
  public Optional<Taken.Code> use(Tx tx, String code, Instant now) {
    return switch (codes.take(tx, Grant.Kind.INVITE, code, now)) {
      case Taken.Fresh fresh -> Optional.of(fresh.code());
      case Taken.Again _, Taken.Unknown _ -> Optional.empty();
    };
  }

  /// Makes somebody a member, as a used code says.
  ///
  /// @param tx of the account that comes in
  /// @throws AppError.Conflict `STATE` if it is a member already
  public Place enter(Tx tx, Taken.Code code, UserId user, Instant now) {
    WorkspaceId workspace = code.grant().workspace().orElseThrow();
    Role role = roleOf(code);
    return tx.within(
        new Scope(workspace, user),
        inner -> {
          Members.Named named = members.workspace(inner, workspace);
          if (!members.add(inner, workspace, user, role, now)) {
            throw new AppError.Conflict("STATE", "You are a member of this workspace already.");
          }
          audit.write(
              inner,
              Entry.of(Act.MEMBER_JOINED)
                  .in(workspace)
                  .by(user)
                  .to(code.id())
                  .with("role", role.name()),
              now);
          return new Place(workspace, named.name(), role);
        });
  }

  /// Lets in who has an account already.
  ///
  /// @throws AppError.Invalid `BAD_CODE`
  Place join(Caller caller, String code) {
    Instant now = clock.instant();
    return database.asUser(
        Optional.of(caller.user()),
        tx -> enter(tx, use(tx, code, now).orElseThrow(Invites::bad), caller.user(), now));
  }

  private static AppError bad() {
    return AppError.Invalid.badCode("/inviteCode");
  }

  private static Role roleOf(Taken.Code code) {
    return Role.valueOf(code.grant().data().path("role").asText());
  }
}
