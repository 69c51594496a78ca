package com.salescopilot.server.walls;

import java.nio.charset.StandardCharsets;
import java.security.GeneralSecurityException;
import java.time.Clock;
import java.util.Base64;
import java.util.UUID;
import javax.crypto.Mac;
import javax.crypto.spec.SecretKeySpec;

/// Signs a report as Standard Webhooks has it.
final class Signed {
  private Signed() {}

  static Call by(Tenant tenant, Call call) {
    String id = "msg_" + UUID.randomUUID();
    String time = Long.toString(Clock.systemUTC().instant().getEpochSecond());
    byte[] key = Base64.getDecoder().decode(tenant.hookSecret().substring("whsec_".length()));
    try {
      Mac mac = Mac.getInstance("HmacSHA256");
      mac.init(new SecretKeySpec(key, "HmacSHA256"));
      byte[] tag =
          mac.doFinal((id + "." + time + "." + call.body()).getBytes(StandardCharsets.UTF_8));
      return call.with("webhook-id", id)
          .with("webhook-timestamp", time)
          .with("webhook-signature", "v1," + Base64.getEncoder().encodeToString(tag));
    } catch (GeneralSecurityException e) {
      throw new AssertionError(e);
    }
  }
}
