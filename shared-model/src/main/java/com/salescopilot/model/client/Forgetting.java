package com.salescopilot.model.client;

import com.salescopilot.model.sync.Change;
import com.salescopilot.model.sync.Codec;
import com.salescopilot.model.sync.Command;
import com.salescopilot.model.sync.EmailCommand;
import com.salescopilot.model.sync.ImportCommand;
import com.salescopilot.model.sync.Mutation;
import com.salescopilot.model.value.CanonicalJson;
import com.salescopilot.model.value.Value;
import java.util.ArrayList;
import java.util.HashSet;
import java.util.List;
import java.util.Locale;
import java.util.Optional;
import java.util.OptionalLong;
import java.util.Set;

/// What confirmed mutations may still say when somebody was erased.
public final class Forgetting {
  private Forgetting() {}

  /// The traces, and the rows that mutations with one of them wrote: a letter that was thrown away
  /// names whom it was for only where it was begun.
  public static Set<String> wider(Set<String> traces, List<OutboxEntry> confirmed) {
    Set<String> wider = new HashSet<>(traces);
    for (OutboxEntry entry : confirmed) {
      Change change = entry.mutation().change();
      boolean own = !(change instanceof ImportCommand) && holdsWords(change);
      if (own && says(Codec.encode(change), traces)) {
        wider.add(change.target().id().toString());
      }
    }
    return wider;
  }

  /// What is left of a confirmed mutation; empty if nothing is.
  public static Optional<OutboxEntry> left(OutboxEntry entry, Set<String> traces) {
    Change change = entry.mutation().change();
    if (!holdsWords(change) || !says(Codec.encode(change), traces)) {
      return Optional.of(entry);
    }
    if (change instanceof ImportCommand.Run run) {
      List<ImportCommand.Person> others =
          new ArrayList<>(run.people().stream().filter(each -> !says(each, traces)).toList());
      if (!others.isEmpty()) {
        ImportCommand.Run rest =
            new ImportCommand.Run(
                run.portion(), run.importId(), run.chunk(), run.mode(), run.file(), others);
        return Optional.of(
            new OutboxEntry(
                new Mutation(entry.mutation().id(), rest),
                entry.stamp(),
                entry.seq(),
                entry.replay()));
      }
    }
    return Optional.empty();
  }

  /// What stands in the place of a mutation that may have reached the server: it has the same id,
  /// and does nothing that is not done already.
  static OutboxEntry wordless(OutboxEntry entry, Set<String> traces) {
    Change change = entry.mutation().change();
    Change rest =
        switch (change) {
          case ImportCommand.Run _ ->
              left(entry, traces)
                  .map(OutboxEntry::mutation)
                  .map(Mutation::change)
                  .orElse(new ImportCommand.Undo(change.target().id(), List.of()));
          case EmailCommand email -> new EmailCommand.Cancel(email.email());
          case Change.Create _, Change.Patch _, Change.Restore _, Change.Delete _, Command _ ->
              new Change.Delete(change.target(), OptionalLong.empty());
        };
    return new OutboxEntry(
        new Mutation(entry.mutation().id(), rest), entry.stamp(), entry.seq(), entry.replay());
  }

  /// Whether a text says one of the traces.
  public static boolean says(String text, Set<String> traces) {
    String folded = text.toLowerCase(Locale.ROOT);
    return traces.stream().anyMatch(trace -> folded.contains(trace.toLowerCase(Locale.ROOT)));
  }

  private static boolean says(ImportCommand.Person person, Set<String> traces) {
    return says(person.id() + CanonicalJson.of(new Value.Fields(person.fields())), traces);
  }

  /// Commands name rows by their ids alone, and are told again to a server that lost them; only
  /// these hold what somebody wrote.
  static boolean holdsWords(Change change) {
    return switch (change) {
      case Change.Create _, Change.Patch _, Change.Restore _ -> true;
      case Change.Delete _ -> false;
      case EmailCommand.Send _, EmailCommand.Evidence _, ImportCommand.Run _ -> true;
      case Command _ -> false;
    };
  }
}
