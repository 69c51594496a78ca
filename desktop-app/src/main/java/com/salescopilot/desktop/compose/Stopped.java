package com.salescopilot.desktop.compose;

import com.salescopilot.desktop.store.SqliteStore;
import com.salescopilot.model.entity.Doc;
import com.salescopilot.model.entity.Entity;
import com.salescopilot.model.entity.RowKey;
import com.salescopilot.model.mail.EmailStatus;
import com.salescopilot.model.sync.EmailCommand;
import java.util.List;
import java.util.Optional;
import java.util.Set;
import java.util.UUID;
import java.util.stream.Collectors;

/// What became of mails that were to be taken back.
sealed interface Stopped {
  /// The server has not said.
  record NotKnown() implements Stopped {}

  /// None of them will leave.
  record All(int mails) implements Stopped {}

  /// Some were faster.
  record TooLate(int left, int mails) implements Stopped {}

  /// How it stands with the mails of a store, after they were cancelled there.
  static Stopped of(SqliteStore store, List<UUID> mails) {
    Set<UUID> waiting = store.waiting(Entity.EMAIL);
    Set<UUID> untold = waiting.isEmpty() ? Set.of() : untold(store);
    if (mails.stream().anyMatch(mail -> waiting.contains(mail) && !untold.contains(mail))) {
      return new NotKnown(); // what is shown of them is a wish
    }
    int left = (int) mails.stream().filter(mail -> leaves(store, mail)).count();
    return left == 0 ? new All(mails.size()) : new TooLate(left, mails.size());
  }

  /// The mails whose sending no server has been told of: it will hear of the end with the
  /// beginning, and long before the time to take them back is over.
  private static Set<UUID> untold(SqliteStore store) {
    return store.outbox().stream()
        .filter(entry -> !entry.sealed())
        .map(entry -> entry.mutation().change())
        .filter(EmailCommand.Send.class::isInstance)
        .map(send -> send.target().id())
        .collect(Collectors.toSet());
  }

  private static boolean leaves(SqliteStore store, UUID mail) {
    Optional<Doc> row = store.row(new RowKey(Entity.EMAIL, mail));
    return row.flatMap(doc -> doc.text("status"))
        .filter(status -> !status.equals(EmailStatus.CANCELLED.name()))
        .isPresent();
  }
}
