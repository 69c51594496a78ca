package com.salescopilot.desktop.desk;

import com.salescopilot.desktop.platform.SecretStore;
import com.salescopilot.desktop.remote.SignIn;
import com.salescopilot.desktop.store.Account;
import java.util.Locale;
import java.util.Optional;

/// What outlives the program of a sign-in, as far as this machine can keep a secret. Each profile
/// has its own: two programs that exchange the same token would look like a thief and a victim.
final class KeptSignIns {
  private final SecretStore secrets;
  private final String profile;

  /// @param profile tells this profile from others on the machine
  KeptSignIns(SecretStore secrets, String profile) {
    this.secrets = secrets;
    this.profile = profile;
  }

  boolean isLasting() {
    return secrets.isLasting();
  }

  /// What gets new tokens for an account.
  Optional<String> refresh(Account account) {
    return secrets.get(refreshName(account));
  }

  void keep(Account account, SignIn said) {
    secrets.put(refreshName(account), said.refresh());
  }

  /// Keeps what tells this device from a stranger's.
  void keepDevice(Account account, SignIn said) {
    if (!said.device().isEmpty()) {
      secrets.put(deviceName(account.server(), account.email()), said.device());
    }
  }

  Optional<String> device(String server, String email) {
    return secrets.get(deviceName(server, email));
  }

  void forget(Account account) {
    secrets.remove(refreshName(account));
  }

  void forgetDevice(Account account) {
    secrets.remove(deviceName(account.server(), account.email()));
  }

  private String refreshName(Account account) {
    return name("sign-in", account.server(), account.user().toString());
  }

  private String deviceName(String server, String email) {
    return name("device", server, email.toLowerCase(Locale.ROOT));
  }

  private String name(String what, String server, String whose) {
    return String.join(" ", "Sales Copilot", what, server, whose, profile);
  }
}
