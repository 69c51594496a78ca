package com.salescopilot.server.keys;

import com.salescopilot.server.keys.KeyFile.Stamp;
import java.lang.System.Logger;
import java.lang.System.Logger.Level;
import java.nio.charset.StandardCharsets;
import java.security.GeneralSecurityException;
import java.security.MessageDigest;
import java.util.LinkedHashMap;
import java.util.List;
import java.util.Map;
import java.util.Optional;
import java.util.concurrent.ConcurrentHashMap;
import javax.crypto.KDF;
import javax.crypto.spec.HKDFParameterSpec;

/// The master keys, newest first; every other key of the server is derived from one of them.
///
/// Derivation is HKDF-SHA256 with an info text for each purpose, so a key of one purpose says
/// nothing about another, and a new master key replaces all of them. A line that is added to the
/// file while the server runs is taken up by [#look], and by whoever meets an id that is not known.
///
/// As the active key may change between two calls, what is made and what says by which key it was
/// made take both from one [#active].
public final class MasterKeys {
  /// Bytes of a master key and of every derived key.
  public static final int BYTES = 32;

  private static final Logger LOG = System.getLogger(MasterKeys.class.getName());

  private final Optional<KeyFile> file;
  private volatile Ring ring;
  private volatile Optional<Stamp> seen;

  /// Keys by their id, the active one first; they stay as they are.
  MasterKeys(Map<String, byte[]> masters) {
    this.file = Optional.empty();
    this.seen = Optional.empty();
    this.ring = new Ring(masters);
  }

  /// Keys that were read from a file.
  ///
  /// @param seen the file's state before it was read
  MasterKeys(KeyFile file, Stamp seen, Map<String, byte[]> masters) {
    this.file = Optional.of(file);
    this.seen = Optional.of(seen);
    this.ring = new Ring(masters);
  }

  /// The id of the key that new things are made with.
  public String active() {
    return ring.kids.getFirst();
  }

  /// The ids of all keys, the active one first.
  public List<String> kids() {
    return ring.kids;
  }

  /// The active key for a purpose.
  ///
  /// @param info names the purpose, such as `jwt` or `track/open`
  public byte[] derive(String info) {
    return ring.all(info).getFirst().clone();
  }

  /// The key of an id for a purpose; empty if the id is not known, also to the file as it is now.
  public Optional<byte[]> derive(String kid, String info) {
    Optional<byte[]> known = ring.derive(kid, info);
    return known.isEmpty() && look() ? ring.derive(kid, info) : known;
  }

  /// The keys of all ids for a purpose, the active one first. The same list until there are other
  /// keys; nobody may write into it.
  public List<byte[]> all(String info) {
    return ring.all(info);
  }

  /// Takes up what the file holds now. It costs one look at the file's date if nothing changed.
  ///
  /// A file that cannot be read, or that holds the keys of another server, changes nothing: what is
  /// running goes on with what it has, and the log says so.
  ///
  /// @return whether there are other keys than before
  public boolean look() {
    Optional<Stamp> now = file.flatMap(KeyFile::stamp);
    return now.isPresent() && !now.equals(seen) && takeUp(file.orElseThrow(), now);
  }

  private synchronized boolean takeUp(KeyFile changed, Optional<Stamp> now) {
    if (now.equals(seen)) {
      return true; // by another thread, just now
    }
    try {
      Map<String, byte[]> masters = changed.masters();
      if (ring.goesOnIn(masters)) {
        ring = new Ring(masters);
        LOG.log(Level.INFO, "the master key {0} is in use from now on", active());
        return true;
      }
      LOG.log(
          Level.WARNING,
          "the master key file no longer holds key {0}, which is in use; it is left alone",
          active());
    } catch (KeysRefused e) {
      LOG.log(Level.WARNING, e.getMessage());
    } finally {
      seen = now;
    }
    return false;
  }

  /// The keys of one state of the file.
  private static final class Ring {
    private final Map<String, byte[]> masters;
    private final List<String> kids;
    private final Map<String, byte[]> derived = new ConcurrentHashMap<>();
    private final Map<String, List<byte[]>> lists = new ConcurrentHashMap<>();

    Ring(Map<String, byte[]> masters) {
      if (masters.isEmpty()) {
        throw new IllegalArgumentException("There must be one key at least.");
      }
      this.masters = new LinkedHashMap<>(masters);
      this.kids = List.copyOf(this.masters.keySet());
    }

    boolean goesOnIn(Map<String, byte[]> others) {
      byte[] other = others.getOrDefault(kids.getFirst(), new byte[0]);
      return MessageDigest.isEqual(masters.get(kids.getFirst()), other);
    }

    Optional<byte[]> derive(String kid, String info) {
      byte[] master = masters.get(kid);
      return master == null
          ? Optional.empty()
          : Optional.of(
              derived.computeIfAbsent(kid + '\n' + info, _ -> hkdf(master, info)).clone());
    }

    List<byte[]> all(String info) {
      return lists.computeIfAbsent(
          info, _ -> kids.stream().flatMap(kid -> derive(kid, info).stream()).toList());
    }
  }

  private static byte[] hkdf(byte[] master, String info) {
    try {
      return KDF.getInstance("HKDF-SHA256")
          .deriveData(
              HKDFParameterSpec.ofExtract()
                  .addIKM(master)
                  .thenExpand(info.getBytes(StandardCharsets.UTF_8), BYTES));
    } catch (GeneralSecurityException e) {
      throw new IllegalStateException("HKDF-SHA256 is part of every JDK 25", e);
    }
  }
}
