package com.salescopilot.desktop.campaigns;

import com.salescopilot.desktop.store.ListQuery;
import com.salescopilot.desktop.store.SqliteStore;
import com.salescopilot.model.entity.Doc;
import com.salescopilot.model.entity.Entity;
import com.salescopilot.model.mail.Address;
import com.salescopilot.model.mail.ErasedAddress;
import java.time.Instant;
import java.util.HashSet;
import java.util.Optional;
import java.util.Set;

/// Who gets nothing more from anybody here.
final class Suppressed {
  private Suppressed() {}

  /// Their addresses in the form that is compared.
  static Set<String> all(SqliteStore store) {
    Set<String> found = new HashSet<>();
    long[] keys = store.keys(Entity.SUPPRESSION, ListQuery.of(""));
    for (Doc row : store.rows(Entity.SUPPRESSION, keys).values()) {
      key(row.text("address")).ifPresent(found::add);
    }
    return found;
  }

  /// The addresses of those who complained after an instant, in the same form.
  static Set<String> complainers(SqliteStore store, Instant since) {
    Set<String> found = new HashSet<>();
    long[] keys = store.keys(Entity.SUPPRESSION, ListQuery.of(""));
    for (Doc row : store.rows(Entity.SUPPRESSION, keys).values()) {
      if (row.text("source").equals(Optional.of("COMPLAINED"))
          && row.instant("createdAt").filter(since::isBefore).isPresent()) {
        key(row.text("address")).ifPresent(found::add);
      }
    }
    return found;
  }

  static boolean isAmong(Optional<String> address, Set<String> all) {
    return key(address)
        .filter(key -> all.contains(key) || all.contains(ErasedAddress.of(key)))
        .isPresent();
  }

  static boolean is(Doc prospect, Set<String> all) {
    return isAmong(prospect.text("email"), all);
  }

  private static Optional<String> key(Optional<String> written) {
    return written.flatMap(
        text ->
            Address.parse(text) instanceof Address.Accepted(Address address)
                ? Optional.of(address.key())
                : Optional.empty());
  }
}
