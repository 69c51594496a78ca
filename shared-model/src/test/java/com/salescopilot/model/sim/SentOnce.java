package com.salescopilot.model.sim;

import com.salescopilot.model.entity.Doc;
import com.salescopilot.model.entity.Entity;
import com.salescopilot.model.entity.RowKey;
import com.salescopilot.model.mail.EmailStatus;
import com.salescopilot.model.server.LogEntry;
import com.salescopilot.model.sync.Outcome;
import java.util.HashMap;
import java.util.HashSet;
import java.util.List;
import java.util.Map;
import java.util.Set;
import java.util.UUID;

/// One intent, one mail: a draft is handed over once for each time its author asked for it, on
/// whatever machines, and once more for each "send again"; and nothing leaves that was taken back.
final class SentOnce {
  private final Map<Intent, Set<Integer>> clicks = new HashMap<>();

  /// Clicks on one draft at several machines: one wish, as long as the server knows of the first.
  private final Map<Intent, Set<String>> clicksAnywhere = new HashMap<>();

  /// Each "send again" that a server took, in whatever history: made where nothing says that
  /// somebody else had done so, it is a wish of its own.
  private final Map<Intent, Set<UUID>> again = new HashMap<>();

  private final Set<Space> setBack = new HashSet<>();
  private int unseen;
  private int copies;
  private final Map<UUID, Intent> mails = new HashMap<>();
  private final Map<Intent, Integer> handedOver = new HashMap<>();

  /// Somebody wants this draft sent.
  private record Intent(UUID user, UUID draft) {}

  void clicked(Machine machine, UUID draft, int generation, UUID mail) {
    Intent intent = new Intent(machine.person().user().value(), draft);
    String click = generation + " at " + machine.number();
    Set<String> anywhere = clicksAnywhere.computeIfAbsent(intent, i -> new HashSet<>());
    if (!anywhere.add(click) && isUnseen(machine, mail)) {
      anywhere.add(click + ", once more " + unseen++);
    }
    clicks.computeIfAbsent(intent, i -> new HashSet<>()).add(generation);
    mails.put(mail, intent);
  }

  /// Whether nothing at a machine says that a mail was sent, or waits to be.
  private static boolean isUnseen(Machine machine, UUID mail) {
    RowKey key = new RowKey(Entity.EMAIL, mail);
    return machine.disk().visible(key).isEmpty() && machine.disk().pendingOn(Set.of(key)).isEmpty();
  }

  /// A database forgot what it had sent. Somebody who sends a draft now where nothing says that it
  /// was sent, as on a second machine, gets what they ask for.
  void setBack(Space space) {
    setBack.add(space);
  }

  /// A copy of a machine's files may send it too.
  void mayBeSentAgain(UUID mail) {
    Intent intent = mails.get(mail);
    if (intent != null) {
      clicksAnywhere.computeIfAbsent(intent, i -> new HashSet<>()).add("copy " + copies++);
    }
  }

  void handedOver(Space space, Doc mail) {
    Intent intent = mails.get(mail.id());
    if (intent == null) {
      throw new Broken(Oracle.SENT_ONCE, "nobody asked for " + mail);
    }
    if (Workers.status(mail) != EmailStatus.SENDING) {
      throw new Broken(Oracle.SENT_ONCE, "what leaves is " + Workers.status(mail));
    }
    int times = handedOver.merge(intent, 1, Integer::sum);
    int clicked =
        setBack.contains(space)
            ? clicksAnywhere.getOrDefault(intent, Set.of()).size()
            : clicks.getOrDefault(intent, Set.of()).size();
    int wanted = clicked + again(space, intent);
    if (times > wanted) {
      throw new Broken(Oracle.SENT_ONCE, times + " mails for " + wanted + " wishes");
    }
  }

  private int again(Space space, Intent intent) {
    Set<UUID> resent = again.computeIfAbsent(intent, i -> new HashSet<>());
    for (Map.Entry<UUID, Intent> mail : mails.entrySet()) {
      if (mail.getValue().equals(intent)) {
        for (LogEntry entry : space.about.getOrDefault(mail.getKey(), List.of())) {
          if (entry.op().equals("email.resend") && entry.outcome() instanceof Outcome.Applied) {
            resent.add(entry.id());
          }
        }
      }
    }
    return resent.size();
  }
}
