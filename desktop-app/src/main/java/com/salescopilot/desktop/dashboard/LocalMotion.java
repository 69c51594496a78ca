package com.salescopilot.desktop.dashboard;

import com.salescopilot.desktop.store.Relation;
import com.salescopilot.desktop.store.SqliteStore;
import com.salescopilot.model.client.ClientTx;
import com.salescopilot.model.entity.Doc;
import com.salescopilot.model.entity.Entity;
import com.salescopilot.model.entity.RowKey;
import com.salescopilot.model.mail.Address;
import com.salescopilot.model.mail.EmailStatus;
import com.salescopilot.model.stats.MailFacts;
import com.salescopilot.model.stats.Momentum;
import com.salescopilot.model.stats.NextAction;
import com.salescopilot.model.stats.Signal;
import java.time.Instant;
import java.util.ArrayList;
import java.util.Comparator;
import java.util.HashMap;
import java.util.List;
import java.util.Map;
import java.util.Optional;
import java.util.Set;
import java.util.UUID;

/// Who is moved, by what this machine knows: of a mail the first time a person opened it, and its
/// answer. Needs no network.
record LocalMotion(SqliteStore store, Instant now) {
  private static final int MOST = 20;
  private static final Set<String> LEFT_OUT = Set.of("UNSUBSCRIBED", "BOUNCED");

  private record Moved(UUID prospect, Momentum momentum) {}

  Motion of(List<MailFacts> mails) {
    List<Moved> moved = new ArrayList<>();
    signals(mails).forEach((id, some) -> moved.add(new Moved(id, Momentum.of(some, now))));
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

  private Map<UUID, List<Signal>> signals(List<MailFacts> mails) {
    Instant from = now.minus(Momentum.REACH);
    List<MailFacts> recent =
        mails.stream()
            .filter(mail -> isRecent(mail.openedAt(), from) || isRecent(mail.repliedAt(), from))
            .toList();
    return store.read(
        tx -> {
          Map<UUID, List<Signal>> found = new HashMap<>();
          for (MailFacts mail : recent) {
            prospect(tx, mail.id())
                .ifPresent(
                    id -> {
                      List<Signal> all = found.computeIfAbsent(id, _ -> new ArrayList<>());
                      mail.openedAt()
                          .ifPresent(at -> all.add(new Signal(Signal.Kind.OPEN, mail.id(), at)));
                      mail.repliedAt()
                          .ifPresent(at -> all.add(new Signal(Signal.Kind.REPLY, mail.id(), at)));
                    });
          }
          return found;
        });
  }

  private static boolean isRecent(Optional<Instant> at, Instant from) {
    return at.filter(when -> !when.isBefore(from)).isPresent();
  }

  private static Optional<UUID> prospect(ClientTx tx, UUID mail) {
    return tx.visible(new RowKey(Entity.EMAIL, mail))
        .flatMap(row -> row.uuid("prospectId"))
        .map(
            named ->
                tx.visible(new RowKey(Entity.PROSPECT_ALIAS, named))
                    .flatMap(alias -> alias.uuid("toId"))
                    .orElse(named));
  }

  /// Empty for somebody who is gone, or to whom nobody may write.
  private Optional<Mover> mover(Moved moved) {
    return store
        .row(new RowKey(Entity.PROSPECT, moved.prospect()))
        .filter(this::isReachable)
        .flatMap(row -> mover(row, moved.momentum()));
  }

  private boolean isReachable(Doc prospect) {
    return !(Address.parse(prospect.text("email").orElse(""))
            instanceof Address.Accepted(Address address)
        && store.isSuppressed(address));
  }

  private Optional<Mover> mover(Doc prospect, Momentum momentum) {
    List<String> enrolled =
        store.related(Relation.ENROLMENTS_OF_PROSPECT, prospect.id()).stream()
            .flatMap(row -> row.text("status").stream())
            .toList();
    List<MailFacts> mails = store.mailFactsOfProspect(prospect.id());
    boolean lost =
        enrolled.stream().anyMatch(LEFT_OUT::contains)
            || mails.stream().anyMatch(mail -> mail.status() == EmailStatus.BOUNCED);
    if (lost) {
      return Optional.empty();
    }
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
    return Optional.of(
        new Mover(
            prospect.id(),
            LocalNumbers.name(prospect),
            prospect.text("company").orElse(""),
            momentum,
            next));
  }
}
