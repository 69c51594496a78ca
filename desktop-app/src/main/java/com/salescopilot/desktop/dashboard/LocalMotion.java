package com.salescopilot.desktop.dashboard;

import com.salescopilot.desktop.store.Relation;
import com.salescopilot.desktop.store.SqliteStore;
import com.salescopilot.model.client.ClientTx;
import com.salescopilot.model.entity.Doc;
import com.salescopilot.model.entity.Entity;
import com.salescopilot.model.entity.RowKey;
import com.salescopilot.model.id.UserId;
import com.salescopilot.model.mail.EmailStatus;
import com.salescopilot.model.stats.MailFacts;
import com.salescopilot.model.stats.Momentum;
import com.salescopilot.model.stats.NextAction;
import com.salescopilot.model.stats.Signal;
import com.salescopilot.model.stats.Signals;
import java.time.DateTimeException;
import java.time.Duration;
import java.time.Instant;
import java.util.ArrayList;
import java.util.Comparator;
import java.util.HashMap;
import java.util.List;
import java.util.Map;
import java.util.Optional;
import java.util.UUID;

/// Who is moved, by what stands in the mails on this machine. Needs no network.
record LocalMotion(SqliteStore store, Instant now) {
  private static final int MOST = 20;

  /// Instants are compared as text, in which a second and its fractions have no order.
  private static final Duration SLACK = Duration.ofSeconds(1);

  private record Moved(UUID prospect, Momentum momentum) {}

  /// @param sender whose mails; empty for everybody's
  Motion of(Optional<UserId> sender) {
    Map<UUID, List<Signal>> signals = signals(sender);
    List<Moved> moved =
        store.reachable(signals.keySet()).stream()
            .map(id -> new Moved(id, Momentum.of(signals.getOrDefault(id, List.of()), now)))
            .toList();
    List<Mover> movers =
        moved.stream()
            .filter(each -> each.momentum().isListed())
            .sorted(
                Comparator.comparingDouble((Moved each) -> each.momentum().current())
                    .thenComparing(each -> Mover.last(each.momentum()))
                    .reversed()
                    .thenComparing(Moved::prospect))
            .flatMap(each -> mover(each).stream())
            .limit(MOST)
            .toList();
    return new Motion(
        movers,
        moved.stream().mapToDouble(each -> each.momentum().current()).sum(),
        moved.stream().mapToDouble(each -> each.momentum().previous()).sum());
  }

  private Map<UUID, List<Signal>> signals(Optional<UserId> sender) {
    List<Doc> mails = store.mailsMoved(sender, now.minus(Momentum.REACH).minus(SLACK));
    return store.read(
        tx -> {
          Map<UUID, List<Signal>> found = new HashMap<>();
          for (Doc mail : mails) {
            prospect(tx, mail)
                .ifPresent(
                    id ->
                        found
                            .computeIfAbsent(id, _ -> new ArrayList<>())
                            .addAll(signals(mail).newest()));
          }
          return found;
        });
  }

  /// One damaged row must not take all others out of sight.
  private static Signals signals(Doc mail) {
    try {
      return Signals.of(
          mail.id(), mail.get("signals"), mail.instant("openedAt"), mail.instant("repliedAt"));
    } catch (IllegalArgumentException | IllegalStateException | DateTimeException _) {
      return Signals.none();
    }
  }

  private static Optional<UUID> prospect(ClientTx tx, Doc mail) {
    return mail.uuid("prospectId")
        .map(
            named ->
                tx.visible(new RowKey(Entity.PROSPECT_ALIAS, named))
                    .flatMap(alias -> alias.uuid("toId"))
                    .orElse(named));
  }

  /// Empty for somebody who went meanwhile.
  private Optional<Mover> mover(Moved moved) {
    return store
        .row(new RowKey(Entity.PROSPECT, moved.prospect()))
        .map(row -> mover(row, moved.momentum()));
  }

  private Mover mover(Doc prospect, Momentum momentum) {
    List<String> enrolled =
        store.related(Relation.ENROLMENTS_OF_PROSPECT, prospect.id()).stream()
            .flatMap(row -> row.text("status").stream())
            .toList();
    List<MailFacts> mails = store.mailFactsOfProspect(prospect.id());
    boolean busy =
        enrolled.contains("ACTIVE")
            || mails.stream()
                .anyMatch(
                    mail ->
                        mail.status() == EmailStatus.PENDING_SEND
                            || mail.status() == EmailStatus.SENDING);
    NextAction next =
        NextAction.of(
            mails.stream()
                .filter(mail -> mail.status() == EmailStatus.SENT)
                .flatMap(mail -> mail.sentAt().stream())
                .max(Comparator.naturalOrder()),
            mails.stream()
                .flatMap(mail -> mail.repliedAt().stream())
                .max(Comparator.naturalOrder()),
            busy ? NextAction.Busy.YES : NextAction.Busy.NO,
            now);
    return new Mover(
        prospect.id(),
        LocalNumbers.name(prospect),
        prospect.text("company").orElse(""),
        momentum,
        next);
  }
}
