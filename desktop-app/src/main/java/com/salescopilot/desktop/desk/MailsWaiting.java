package com.salescopilot.desktop.desk;

import com.salescopilot.desktop.store.SqliteStore;
import com.salescopilot.model.entity.Entity;
import com.salescopilot.model.entity.RowKey;
import com.salescopilot.model.mail.EmailStatus;
import com.salescopilot.model.sync.Change;
import com.salescopilot.model.sync.EmailCommand;

/// Mails that leave when the server is told of them.
final class MailsWaiting {
  private MailsWaiting() {}

  static int in(SqliteStore store) {
    return store.waiting(Entity.EMAIL).isEmpty()
        ? 0
        : (int)
            store.outbox().stream()
                .map(entry -> entry.mutation().change())
                .filter(MailsWaiting::sends)
                .map(Change::target)
                .distinct()
                .filter(mail -> !isCancelled(store, mail))
                .count();
  }

  private static boolean sends(Change change) {
    return change instanceof EmailCommand.Send || change instanceof EmailCommand.Resend;
  }

  private static boolean isCancelled(SqliteStore store, RowKey mail) {
    return store
        .row(mail)
        .flatMap(row -> row.text("status"))
        .filter(EmailStatus.CANCELLED.name()::equals)
        .isPresent();
  }
}
