package com.salescopilot.model.mail;

import java.io.IOException;
import java.io.InputStream;
import java.io.UncheckedIOException;
import java.nio.charset.StandardCharsets;
import java.util.Locale;
import java.util.Optional;
import java.util.Set;
import java.util.stream.Collectors;

/// Who belongs together: those with an address at the same domain, unless anybody may have one
/// there.
public final class Company {
  private static final Set<String> FREE_MAIL = freeMail();

  private Company() {}

  /// The domain by which the colleagues of somebody are known; empty for a free mail service, and
  /// for what is no address.
  public static Optional<String> domain(String address) {
    return switch (Address.parse(address)) {
      case Address.Accepted(Address accepted) ->
          Optional.of(accepted.key())
              .map(key -> key.substring(key.lastIndexOf('@') + 1).toLowerCase(Locale.ROOT))
              .filter(domain -> !FREE_MAIL.contains(domain));
      case Address.Refused _ -> Optional.empty();
    };
  }

  private static Set<String> freeMail() {
    try (InputStream list = Company.class.getResourceAsStream("free-mail.txt")) {
      if (list == null) {
        throw new IllegalStateException("the list of free mail services is not in the jar");
      }
      return new String(list.readAllBytes(), StandardCharsets.UTF_8)
          .lines()
          .filter(line -> !line.startsWith("#"))
          .collect(Collectors.toUnmodifiableSet());
    } catch (IOException e) {
      throw new UncheckedIOException(e);
    }
  }
}
