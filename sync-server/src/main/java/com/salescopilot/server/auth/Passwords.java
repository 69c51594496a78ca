package com.salescopilot.server.auth;

import com.salescopilot.server.keys.MasterKeys;
import java.nio.charset.StandardCharsets;
import java.security.GeneralSecurityException;
import java.security.MessageDigest;
import java.text.Normalizer;
import java.util.Base64;
import java.util.Optional;
import java.util.random.RandomGenerator;
import java.util.regex.Matcher;
import java.util.regex.Pattern;
import javax.crypto.Mac;
import javax.crypto.spec.SecretKeySpec;
import org.bouncycastle.crypto.generators.Argon2BytesGenerator;
import org.bouncycastle.crypto.generators.Argon2BytesGenerator.BlockPool;
import org.bouncycastle.crypto.params.Argon2Parameters;

/// Hashes passwords: Argon2id, then HMAC with a pepper that is not in the database.
///
/// Stored as a PHC string: `$argon2id$v=19$m=47104,t=1,p=1,keyid=K$salt$tag`.
final class Passwords {
  private static final int SALT = 16;
  private static final int TAG = 32;
  private static final String PEPPER = "pepper";
  private static final Pattern PHC =
      Pattern.compile(
          "\\$argon2id\\$v=19\\$m=(\\d{1,7}),t=(\\d{1,2}),p=(\\d{1,2}),keyid=([A-Za-z0-9_-]{1,32})"
              + "\\$([A-Za-z0-9+/]+)\\$([A-Za-z0-9+/]+)");

  private final MasterKeys keys;
  private final HashGate gate;
  private final RandomGenerator random;
  private final Cost cost;
  private final HashMemory memory;
  private final String nobody;

  Passwords(MasterKeys keys, HashGate gate, RandomGenerator random, Cost cost) {
    this.keys = keys;
    this.gate = gate;
    this.random = random;
    this.cost = cost;
    this.memory = new HashMemory(cost.memory());
    this.nobody = phc(cost, keys.active(), new byte[SALT], new byte[TAG]);
  }

  /// What one hash costs whoever guesses.
  ///
  /// @param memory in KiB
  record Cost(int memory, int passes, int lanes) {
    /// 64 ms and 46 MiB.
    static final Cost STANDARD = new Cost(47_104, 1, 1);
  }

  /// What a comparison found.
  enum Verdict {
    WRONG,
    RIGHT,
    /// Right, and to be hashed again: made with older parameters or an older pepper.
    RIGHT_BUT_OLD
  }

  /// The text to store.
  String hash(String password) {
    byte[] salt = new byte[SALT];
    random.nextBytes(salt);
    byte[] tag = gate.hash(() -> memory.lend(pool -> tag(password, salt, cost, pool)));
    String kid = keys.active();
    return phc(cost, kid, salt, pepper(kid, tag).orElseThrow());
  }

  /// Compares a password with what is stored; costs one hash also for an account that is not there,
  /// so that the time says nothing.
  Verdict verify(String password, Optional<String> stored) {
    Matcher phc = PHC.matcher(stored.orElse(nobody));
    if (!phc.matches()) {
      throw new IllegalStateException("a stored password is in no form that is known");
    }
    Cost made =
        new Cost(
            Integer.parseInt(phc.group(1)),
            Integer.parseInt(phc.group(2)),
            Integer.parseInt(phc.group(3)));
    byte[] salt = Base64.getDecoder().decode(phc.group(5));
    byte[] wanted = Base64.getDecoder().decode(phc.group(6));
    byte[] tag = gate.hash(() -> memory.lend(pool -> tag(password, salt, made, pool)));
    Optional<byte[]> found = pepper(phc.group(4), tag);
    boolean right = found.isPresent() && MessageDigest.isEqual(found.get(), wanted);
    if (!right || stored.isEmpty()) {
      return Verdict.WRONG;
    }
    boolean fresh = made.equals(cost) && phc.group(4).equals(keys.active());
    return fresh ? Verdict.RIGHT : Verdict.RIGHT_BUT_OLD;
  }

  private static byte[] tag(String password, byte[] salt, Cost cost, BlockPool pool) {
    Argon2BytesGenerator argon = new Argon2BytesGenerator();
    argon.init(
        new Argon2Parameters.Builder(Argon2Parameters.ARGON2_id)
            .withVersion(Argon2Parameters.ARGON2_VERSION_13)
            .withMemoryAsKB(cost.memory())
            .withIterations(cost.passes())
            .withParallelism(cost.lanes())
            .withSalt(salt)
            .withBlockPool(pool)
            .build());
    byte[] tag = new byte[TAG];
    String composed = Normalizer.normalize(password, Normalizer.Form.NFC);
    argon.generateBytes(composed.getBytes(StandardCharsets.UTF_8), tag);
    return tag;
  }

  private Optional<byte[]> pepper(String kid, byte[] tag) {
    return keys.derive(kid, PEPPER).map(key -> hmac(key, tag));
  }

  /// HMAC-SHA256.
  static byte[] hmac(byte[] key, byte[] message) {
    try {
      Mac mac = Mac.getInstance("HmacSHA256");
      mac.init(new SecretKeySpec(key, "HmacSHA256"));
      return mac.doFinal(message);
    } catch (GeneralSecurityException e) {
      throw new IllegalStateException("HmacSHA256 is part of every JDK", e);
    }
  }

  private static String phc(Cost cost, String kid, byte[] salt, byte[] tag) {
    Base64.Encoder text = Base64.getEncoder().withoutPadding();
    return "$argon2id$v=19$m="
        + cost.memory()
        + ",t="
        + cost.passes()
        + ",p="
        + cost.lanes()
        + ",keyid="
        + kid
        + "$"
        + text.encodeToString(salt)
        + "$"
        + text.encodeToString(tag);
  }
}
