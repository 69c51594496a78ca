package com.salescopilot.desktop.desk;

import com.salescopilot.desktop.remote.Member;
import com.salescopilot.desktop.store.Account;
import com.salescopilot.desktop.store.Membership;

/// The same person as the server names them, and as this machine keeps them.
final class Identity {
  private Identity() {}

  static Account account(String server, Member member) {
    return new Account(
        server,
        member.user(),
        member.workspace(),
        member.email(),
        member.firstName(),
        member.lastName(),
        member.role());
  }

  static Member member(Account account) {
    return new Member(
        account.user(),
        account.workspace(),
        account.email(),
        account.firstName(),
        account.lastName(),
        account.role());
  }

  /// The same person in another workspace of theirs.
  static Account in(Account here, Membership there) {
    return new Account(
        here.server(),
        here.user(),
        there.workspace(),
        here.email(),
        here.firstName(),
        here.lastName(),
        there.role());
  }
}
