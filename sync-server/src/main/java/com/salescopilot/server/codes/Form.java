package com.salescopilot.server.codes;

import java.util.Base64;
import java.util.Locale;
import java.util.random.RandomGenerator;

/// How a code is written.
public enum Form {
  /// 256 bits for programs.
  LINK {
    @Override
    String fresh(RandomGenerator random) {
      byte[] bytes = new byte[32];
      random.nextBytes(bytes);
      return Base64.getUrlEncoder().withoutPadding().encodeToString(bytes);
    }

    @Override
    String folded(String typed) {
      return typed;
    }
  },
  /// 60 bits for people: three groups of four, in which no letter looks like another.
  TYPED {
    @Override
    String fresh(RandomGenerator random) {
      StringBuilder code = new StringBuilder();
      for (int i = 0; i < CHARACTERS; i++) {
        code.append(i > 0 && i % GROUP == 0 ? "-" : "");
        code.append(CROCKFORD.charAt(random.nextInt(CROCKFORD.length())));
      }
      return code.toString();
    }

    @Override
    String folded(String typed) {
      return typed
          .toUpperCase(Locale.ROOT)
          .replaceAll("[\\s-]", "")
          .replace('O', '0')
          .replaceAll("[IL]", "1");
    }
  };

  private static final String CROCKFORD = "0123456789ABCDEFGHJKMNPQRSTVWXYZ";
  private static final int CHARACTERS = 12;
  private static final int GROUP = 4;

  abstract String fresh(RandomGenerator random);

  /// What counts of it, however it was typed.
  abstract String folded(String typed);

  /// The form of the codes of a kind.
  static Form of(Grant.Kind kind) {
    return switch (kind) {
      case OAUTH_STATE, OAUTH_CODE -> LINK;
      case RESET, INVITE -> TYPED;
    };
  }
}
