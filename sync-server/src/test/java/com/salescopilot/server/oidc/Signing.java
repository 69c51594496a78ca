package com.salescopilot.server.oidc;

import com.fasterxml.jackson.databind.node.ObjectNode;
import com.nimbusds.jose.JOSEException;
import com.nimbusds.jose.jwk.KeyUse;
import com.nimbusds.jose.jwk.RSAKey;
import com.nimbusds.jose.jwk.gen.RSAKeyGenerator;
import com.salescopilot.server.oidc.TestProvider.Forgery;
import java.nio.charset.StandardCharsets;
import java.security.GeneralSecurityException;
import java.security.PrivateKey;
import java.security.Signature;
import java.util.Base64;
import javax.crypto.Mac;
import javax.crypto.spec.SecretKeySpec;

/// Makes ID tokens byte by byte, for no library would make most of them.
final class Signing {
  private Signing() {}

  static RSAKey newKey(String kid) {
    try {
      return new RSAKeyGenerator(2_048).keyID(kid).keyUse(KeyUse.SIGNATURE).generate();
    } catch (JOSEException e) {
      throw new AssertionError(e);
    }
  }

  static String token(Forgery forgery, RSAKey key, ObjectNode claims)
      throws GeneralSecurityException {
    String kid = key.getKeyID();
    String header = "{\"alg\":\"RS256\",\"kid\":\"" + kid + "\",\"typ\":\"JWT\"}";
    String body = claims.toString();
    return switch (forgery) {
      case NONE, A_KEY_THAT_IS_NULL -> rsa(header, body, privateKey(key), "SHA256withRSA");
      case A_HEADER_THAT_IS_NULL -> rsa("null", body, privateKey(key), "SHA256withRSA");
      case ANOTHER_KEY -> rsa(header, body, privateKey(newKey(kid)), "SHA256withRSA");
      case ANOTHER_KEY_WITH_ITS_OWN_IN_THE_HEADER -> {
        RSAKey mine = newKey(kid);
        String with = header.replace("}", ",\"jwk\":" + mine.toPublicJWK() + "}");
        yield rsa(with, body, privateKey(mine), "SHA256withRSA");
      }
      case UNKNOWN_KID ->
          rsa(header.replace(kid, "../../dev/null"), body, privateKey(key), "SHA256withRSA");
      case NO_KID ->
          rsa(
              header.replace("\"kid\":\"" + kid + "\",", ""),
              body,
              privateKey(key),
              "SHA256withRSA");
      case ALG_NONE -> b64(header.replace("RS256", "none")) + "." + b64(body) + ".";
      case HS256_WITH_THE_PUBLIC_KEY -> hmac(header.replace("RS256", "HS256"), body, key);
      case RS512 -> rsa(header.replace("RS256", "RS512"), body, privateKey(key), "SHA512withRSA");
      case A_CLAIM_CHANGED_AFTER_SIGNING -> {
        String token = rsa(header, body, privateKey(key), "SHA256withRSA");
        String changed = claims.deepCopy().put("sub", "somebody-else").toString();
        yield b64(header) + "." + b64(changed) + token.substring(token.lastIndexOf('.'));
      }
      case NO_TOKEN -> "";
      case NOT_A_TOKEN -> "a.b.c";
    };
  }

  private static String hmac(String header, String body, RSAKey key)
      throws GeneralSecurityException {
    String input = b64(header) + "." + b64(body);
    Mac mac = Mac.getInstance("HmacSHA256");
    try {
      mac.init(new SecretKeySpec(key.toRSAPublicKey().getEncoded(), "HmacSHA256"));
    } catch (JOSEException e) {
      throw new AssertionError(e);
    }
    return input + "." + b64(mac.doFinal(input.getBytes(StandardCharsets.US_ASCII)));
  }

  private static String rsa(String header, String body, PrivateKey key, String algorithm)
      throws GeneralSecurityException {
    String input = b64(header) + "." + b64(body);
    Signature signature = Signature.getInstance(algorithm);
    signature.initSign(key);
    signature.update(input.getBytes(StandardCharsets.US_ASCII));
    return input + "." + b64(signature.sign());
  }

  private static PrivateKey privateKey(RSAKey key) {
    try {
      return key.toPrivateKey();
    } catch (JOSEException e) {
      throw new AssertionError(e);
    }
  }

  private static String b64(String text) {
    return b64(text.getBytes(StandardCharsets.UTF_8));
  }

  private static String b64(byte[] bytes) {
    return Base64.getUrlEncoder().withoutPadding().encodeToString(bytes);
  }
}
