package com.salescopilot.model.sync;

import com.salescopilot.model.value.CanonicalJson;
import com.salescopilot.model.value.Value;
import java.util.Optional;

/// What the author of a patch saw in the field before.
public sealed interface Before {
  /// A longer value travels as its hash.
  int LONGEST_KNOWN = 256;

  /// The value itself; empty if the field had none.
  record Known(Optional<Value> value) implements Before {}

  /// The first 128 bits of the SHA-256 of the value's canonical JSON, in hex.
  record Hashed(String hash) implements Before {}

  /// Nothing: a create that meets a row.
  record Unknown() implements Before {}

  /// The before-value as it travels.
  static Before of(Optional<Value> value) {
    if (value.isPresent()) {
      String canonical = CanonicalJson.of(value.get());
      if (canonical.length() > LONGEST_KNOWN) {
        return new Hashed(Hash128.of(canonical).hex());
      }
    }
    return new Known(value);
  }
}
