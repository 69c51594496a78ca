package com.salescopilot.server.audit;

import com.salescopilot.model.id.UserId;
import com.salescopilot.model.id.WorkspaceId;
import java.util.Map;
import java.util.Optional;
import java.util.TreeMap;
import java.util.UUID;

/// One act, before it is written down.
///
/// @param workspace whose admins may read it; empty: the actor alone
/// @param target what it was done to: an id or a word, never a mail address
/// @param detail more words, never a secret, a text of a mail or an address
/// @param source the network address it came from
public record Entry(
    Act act,
    Optional<WorkspaceId> workspace,
    Optional<UserId> actor,
    Optional<UUID> session,
    String target,
    Map<String, String> detail,
    String source) {

  public Entry {
    detail = Map.copyOf(detail);
  }

  /// An act of nobody known, in no workspace.
  public static Entry of(Act act) {
    return new Entry(act, Optional.empty(), Optional.empty(), Optional.empty(), "", Map.of(), "");
  }

  /// Done in a workspace.
  public Entry in(WorkspaceId where) {
    return new Entry(act, Optional.of(where), actor, session, target, detail, source);
  }

  /// Done by somebody.
  public Entry by(UserId user) {
    return new Entry(act, workspace, Optional.of(user), session, target, detail, source);
  }

  /// Done in a session.
  public Entry during(UUID id) {
    return new Entry(act, workspace, actor, Optional.of(id), target, detail, source);
  }

  /// Done to this.
  public Entry to(Object what) {
    return new Entry(act, workspace, actor, session, what.toString(), detail, source);
  }

  /// With one more word.
  public Entry with(String name, String value) {
    Map<String, String> more = new TreeMap<>(detail);
    more.put(name, value);
    return new Entry(act, workspace, actor, session, target, more, source);
  }

  /// Done from a network address.
  public Entry from(String address) {
    return new Entry(act, workspace, actor, session, target, detail, address);
  }
}
