package com.salescopilot.desktop.platform;

import com.microsoft.credentialstorage.StorageProvider;
import com.microsoft.credentialstorage.StorageProvider.SecureOption;
import com.microsoft.credentialstorage.model.StoredToken;
import com.microsoft.credentialstorage.model.StoredTokenType;
import java.util.Optional;
import java.util.logging.Level;
import java.util.logging.Logger;
import org.jspecify.annotations.Nullable;

/// The keychain of the operating system. Whatever it answers but a secret, nothing, an exception,
/// an empty word, means that it is not there; then secrets stay in memory.
final class Keychain implements SecretStore {
  private static final System.Logger LOG = System.getLogger(Keychain.class.getName());

  /// It writes pages of stack traces where there is no keychain. Held here, or it would be
  /// forgotten.
  private static final Logger NOISE = Logger.getLogger("com.microsoft.credentialstorage");

  private static final String PROBE = "Sales Copilot probe";

  private final SecretStore memory = SecretStore.inMemory();
  private @Nullable Native found;
  private boolean sought;

  private interface Native {
    @Nullable StoredToken get(String name);

    boolean add(String name, StoredToken token);

    boolean delete(String name);
  }

  @Override
  public synchronized Optional<String> get(String name) {
    Optional<String> here = memory.get(name);
    return here.isPresent() ? here : asked(keychain -> read(keychain, name)).orElse(here);
  }

  @Override
  public synchronized void put(String name, String secret) {
    boolean kept =
        asked(keychain -> keychain.add(name, token(secret)) && isThere(keychain, name, secret))
            .orElse(false);
    if (kept) {
      memory.remove(name);
    } else {
      memory.put(name, secret);
      found = null; // what it does not keep now it would forget later
    }
  }

  @Override
  public synchronized void remove(String name) {
    memory.remove(name);
    boolean _ = asked(keychain -> keychain.delete(name)).orElse(false);
  }

  @Override
  public synchronized boolean isLasting() {
    return asked(_ -> true).orElse(false);
  }

  private interface Question<T> {
    T of(Native keychain);
  }

  private <T> Optional<T> asked(Question<T> question) {
    if (!sought) {
      sought = true;
      found = opened().orElse(null);
    }
    Native keychain = found;
    if (keychain == null) {
      return Optional.empty();
    }
    try {
      return Optional.of(question.of(keychain));
    } catch (RuntimeException | LinkageError e) {
      LOG.log(System.Logger.Level.WARNING, "the keychain does not answer: {0}", e.toString());
      found = null;
      return Optional.empty();
    }
  }

  /// A keychain that was seen to keep something.
  private static Optional<Native> opened() {
    NOISE.setLevel(Level.OFF);
    try {
      var storage = StorageProvider.getTokenStorage(true, SecureOption.REQUIRED);
      if (storage == null) {
        return Optional.empty();
      }
      Native keychain =
          new Native() {
            @Override
            public @Nullable StoredToken get(String name) {
              return storage.get(name);
            }

            @Override
            public boolean add(String name, StoredToken token) {
              return storage.add(name, token);
            }

            @Override
            public boolean delete(String name) {
              return storage.delete(name);
            }
          };
      boolean works = keychain.add(PROBE, token("probe")) && isThere(keychain, PROBE, "probe");
      boolean _ = keychain.delete(PROBE);
      return works ? Optional.of(keychain) : Optional.empty();
    } catch (RuntimeException | LinkageError e) {
      LOG.log(System.Logger.Level.INFO, "no keychain here: {0}", e.toString());
      return Optional.empty();
    }
  }

  private static boolean isThere(Native keychain, String name, String secret) {
    return read(keychain, name).equals(Optional.of(secret));
  }

  private static Optional<String> read(Native keychain, String name) {
    return Optional.ofNullable(keychain.get(name))
        .map(token -> String.valueOf(token.getValue()))
        .filter(secret -> !secret.isEmpty());
  }

  private static StoredToken token(String secret) {
    return new StoredToken(secret.toCharArray(), StoredTokenType.PERSONAL);
  }
}
