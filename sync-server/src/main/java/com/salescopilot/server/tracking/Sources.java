package com.salescopilot.server.tracking;

import com.salescopilot.server.db.Args;
import com.salescopilot.server.db.Statements;
import com.salescopilot.server.db.Tx;
import com.salescopilot.server.http.Network;
import java.net.InetAddress;
import java.security.GeneralSecurityException;
import java.time.Instant;
import java.time.LocalDate;
import java.time.ZoneOffset;
import java.util.Arrays;
import java.util.HexFormat;
import java.util.Map;
import java.util.concurrent.ConcurrentHashMap;
import java.util.random.RandomGenerator;
import javax.crypto.Mac;
import javax.crypto.spec.SecretKeySpec;

/// Tells two networks apart without keeping either: a keyed hash under a random salt of the day.
/// After two days the salt is gone, and with it every way back to an address.
final class Sources {
  private static final int SALT_BYTES = 32;
  private static final int KEPT_BYTES = 8;
  private static final int DAYS = 2;

  private final Statements statements = Statements.load(Sources.class);
  private final Map<LocalDate, byte[]> salts = new ConcurrentHashMap<>();
  private final RandomGenerator random;

  Sources(RandomGenerator random) {
    this.random = random;
  }

  /// What stands for the network of an address on that day; empty if there is no address.
  String of(Tx tx, String address, Instant at) {
    LocalDate day = LocalDate.ofInstant(at, ZoneOffset.UTC);
    byte[] salt = salts.get(day);
    if (salt == null) {
      salt = salt(tx, day);
      salts.keySet().removeIf(old -> old.isBefore(day));
      salts.put(day, salt);
    }
    try {
      InetAddress literal = InetAddress.ofLiteral(address);
      int bits = literal.getAddress().length == 4 ? 24 : 48;
      byte[] network = new Network(literal, bits).address().getAddress();
      Mac mac = Mac.getInstance("HmacSHA256");
      mac.init(new SecretKeySpec(salt, "HmacSHA256"));
      return HexFormat.of().formatHex(Arrays.copyOf(mac.doFinal(network), KEPT_BYTES));
    } catch (IllegalArgumentException _) {
      return "";
    } catch (GeneralSecurityException e) {
      throw new IllegalStateException("HmacSHA256 is part of every JDK", e);
    }
  }

  /// All processes of a day share the salt that the first of them made.
  private byte[] salt(Tx tx, LocalDate day) {
    byte[] fresh = new byte[SALT_BYTES];
    random.nextBytes(fresh);
    tx.exec(statements.get("forget"), Args.of("before", day.minusDays(DAYS - 1L)));
    tx.exec(statements.get("offer"), Args.of("day", day).and("salt", fresh));
    return tx.one(statements.get("salt"), Args.of("day", day), row -> row.bytes("salt"));
  }
}
