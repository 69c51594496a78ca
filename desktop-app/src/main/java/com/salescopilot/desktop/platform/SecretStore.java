package com.salescopilot.desktop.platform;

import java.util.Map;
import java.util.Optional;
import java.util.concurrent.ConcurrentHashMap;

/// Where the few secrets of this program lie: in the keychain of the operating system, or in
/// memory. Never in a file. Losing them costs a sign-in, never an edit. Any thread may call.
public interface SecretStore {

  /// A secret that was kept.
  Optional<String> get(String name);

  /// Keeps a secret in place of what was kept under the name before.
  void put(String name, String secret);

  /// Forgets a secret, if there is one.
  void remove(String name);

  /// Whether what is kept now outlives the program.
  boolean isLasting();

  /// The keychain of this machine, or memory where there is none or it is not wanted.
  ///
  /// @param environment the environment variables; `SC_KEYCHAIN=off` asks for memory
  static SecretStore ofMachine(Map<String, String> environment) {
    return environment.getOrDefault("SC_KEYCHAIN", "").equalsIgnoreCase("off")
        ? inMemory()
        : new Keychain();
  }

  /// Until the program ends.
  static SecretStore inMemory() {
    Map<String, String> kept = new ConcurrentHashMap<>();
    return new SecretStore() {
      @Override
      public Optional<String> get(String name) {
        return Optional.ofNullable(kept.get(name));
      }

      @Override
      public void put(String name, String secret) {
        kept.put(name, secret);
      }

      @Override
      public void remove(String name) {
        kept.remove(name);
      }

      @Override
      public boolean isLasting() {
        return false;
      }
    };
  }
}
