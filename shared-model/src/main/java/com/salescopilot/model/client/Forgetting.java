package com.salescopilot.model.client;

import com.salescopilot.model.sync.Change;
import com.salescopilot.model.sync.Command;
import com.salescopilot.model.sync.EmailCommand;
import com.salescopilot.model.sync.FieldPatch;
import com.salescopilot.model.sync.ImportCommand;
import com.salescopilot.model.sync.Mutation;
import com.salescopilot.model.value.Value;
import java.util.ArrayList;
import java.util.HashMap;
import java.util.HashSet;
import java.util.List;
import java.util.Map;
import java.util.Optional;
import java.util.OptionalLong;
import java.util.Set;
import java.util.UUID;

/// What confirmed mutations may still say when somebody was erased.
public final class Forgetting {
  /// The fields that say whom a row is about.
  private static final List<String> NAMING = List.of("prospectId", "emailId", "email", "address");

  private Forgetting() {}

  /// The traces, and the rows that mutations with one of them wrote: a letter that was thrown away
  /// names whom it was for only where it was begun.
  public static Set<String> wider(Set<String> traces, List<OutboxEntry> confirmed) {
    Set<String> wider = new HashSet<>(traces);
    for (OutboxEntry entry : confirmed) {
      Change change = entry.mutation().change();
      if (!(change instanceof ImportCommand) && isAbout(change, traces)) {
        wider.add(change.target().id().toString());
      }
    }
    return wider;
  }

  /// What is left of a confirmed mutation; empty if nothing is.
  public static Optional<OutboxEntry> left(OutboxEntry entry, Set<String> traces) {
    Change change = entry.mutation().change();
    if (!isAbout(change, traces)) {
      return Optional.of(entry);
    }
    if (change instanceof ImportCommand.Run run) {
      List<ImportCommand.Person> others =
          new ArrayList<>(run.people().stream().filter(each -> !isOne(each, traces)).toList());
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

  /// Whether a change holds words about somebody. One that only mentions them, as a letter to
  /// another may, is not about them.
  public static boolean isAbout(Change change, Set<String> traces) {
    if (holdsWords(change) && isOne(change.target().id().toString(), traces)) {
      return true;
    }
    return switch (change) {
      case Change.Create create -> names(create.fields(), traces);
      case Change.Restore restore -> names(restore.fields(), traces);
      case Change.Patch patch -> names(written(patch), traces);
      case Change.Delete _ -> false;
      case EmailCommand.Send send ->
          isOne(send.to(), traces) || send.prospectId().filter(id -> isOne(id, traces)).isPresent();
      case ImportCommand.Run run -> run.people().stream().anyMatch(person -> isOne(person, traces));
      case Command _ -> false;
    };
  }

  private static Map<String, Value> written(Change.Patch patch) {
    Map<String, Value> written = new HashMap<>();
    patch
        .set()
        .forEach(
            (field, change) -> {
              if (change instanceof FieldPatch.Whole whole) {
                whole.now().ifPresent(now -> written.put(field, now));
              }
            });
    return written;
  }

  private static boolean names(Map<String, Value> fields, Set<String> traces) {
    return NAMING.stream()
        .map(fields::get)
        .anyMatch(value -> value instanceof Value.Text(String text) && isOne(text, traces));
  }

  private static boolean isOne(ImportCommand.Person person, Set<String> traces) {
    return isOne(person.id(), traces) || names(person.fields(), traces);
  }

  private static boolean isOne(UUID id, Set<String> traces) {
    return isOne(id.toString(), traces);
  }

  /// Whether a text is one of the traces, an address in whatever letters.
  public static boolean isOne(String text, Set<String> traces) {
    return traces.stream().anyMatch(text::equalsIgnoreCase);
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
