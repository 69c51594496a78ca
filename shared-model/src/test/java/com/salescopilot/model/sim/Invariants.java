package com.salescopilot.model.sim;

import com.salescopilot.model.client.ClientTx;
import com.salescopilot.model.client.OutboxEntry;
import com.salescopilot.model.entity.Doc;
import com.salescopilot.model.entity.Entity;
import com.salescopilot.model.entity.RowKey;
import com.salescopilot.model.sync.CampaignCommand;
import com.salescopilot.model.sync.EmailCommand;
import com.salescopilot.model.sync.FieldWrite;
import com.salescopilot.model.sync.Fold;
import com.salescopilot.model.sync.Grave;
import com.salescopilot.model.sync.ImportCommand;
import com.salescopilot.model.sync.NaturalKey;
import com.salescopilot.model.sync.View;
import java.util.ArrayList;
import java.util.HashSet;
import java.util.List;
import java.util.Map;
import java.util.Optional;
import java.util.OptionalLong;
import java.util.Set;
import java.util.SortedMap;
import java.util.UUID;

/// I1, I2, I4 and I6 of a client's store, looked at between two of its transactions. I3 is
/// [Session]'s, I5 [Complete]'s.
final class Invariants {

  void check(Machine machine) {
    Disk disk = machine.disk();
    numbers(machine, disk);
    journal(machine, disk);
    Set<RowKey> touched = new HashSet<>();
    // what becomes of these depends on rows that the mutation does not name
    Set<RowKey> looksFurther = new HashSet<>();
    List<Fold.Pending> pending = new ArrayList<>();
    for (OutboxEntry entry : disk.outbox()) {
      Set<RowKey> touches = entry.mutation().change().touches();
      touched.addAll(touches);
      pending.add(new Fold.Pending(entry.mutation(), entry.stamp()));
      if (entry.mutation().change() instanceof CampaignCommand.Enrol
          || entry.mutation().change() instanceof EmailCommand.Send
          || entry.mutation().change() instanceof ImportCommand
          || entry.mutation().change().target().entity() == Entity.CAMPAIGN_STEP) {
        looksFurther.addAll(touches);
      }
    }
    if (!touched.equals(disk.images().keySet())) {
      throw broken(machine, "I1: an image without a pending mutation, or none with one");
    }
    SortedMap<RowKey, Optional<Doc>> folded = Fold.fold(new Beneath(disk), pending);
    for (RowKey key : touched) {
      Optional<Doc> fold = folded.containsKey(key) ? folded.get(key) : disk.server(key);
      boolean judged = !looksFurther.contains(key);
      if (judged && fold != null && !fold.map(Doc::synced).equals(disk.visible(key))) {
        throw broken(
            machine,
            "I2: "
                + key
                + " shows "
                + disk.visible(key)
                + ", not "
                + fold
                + " of "
                + on(disk, key));
      }
    }
  }

  private static List<OutboxEntry> on(Disk disk, RowKey key) {
    return disk.outbox().stream()
        .filter(entry -> entry.mutation().change().touches().contains(key))
        .toList();
  }

  private static void numbers(Machine machine, Disk disk) {
    ClientTx.Device device = disk.device();
    long expected = device.acked().seq() + 1;
    boolean open = false;
    for (OutboxEntry entry : disk.outbox()) {
      if (entry.seq().isPresent() && (open || !entry.seq().equals(OptionalLong.of(expected++)))) {
        throw broken(machine, "I4: number " + entry.seq() + " is out of order");
      }
      open |= entry.seq().isEmpty();
    }
    if (device.nextSeq() != expected) {
      throw broken(machine, "I4: the next number is " + device.nextSeq() + ", not " + expected);
    }
  }

  private static void journal(Machine machine, Disk disk) {
    Map<UUID, OutboxEntry> live = disk.journal().live();
    boolean same = live.size() == disk.outbox().size();
    for (OutboxEntry entry : disk.outbox()) {
      same &= Journal.unnumbered(entry).equals(live.get(entry.mutation().id()));
    }
    if (!same) {
      throw broken(machine, "I6: the journal has " + live.keySet() + " for " + disk.outbox());
    }
  }

  private static Broken broken(Machine machine, String what) {
    return new Broken(Oracle.INVARIANTS, "client " + machine.number() + ": " + what);
  }

  /// The server's rows as a client has them.
  private record Beneath(Disk disk) implements View {
    @Override
    public Optional<Doc> row(RowKey key) {
      return disk.server(key);
    }

    @Override
    public Optional<Grave> grave(RowKey key) {
      return Optional.empty();
    }

    @Override
    public Optional<FieldWrite> lastWrite(RowKey key, String field) {
      return Optional.empty();
    }

    @Override
    public Optional<FieldWrite> lastWrite(RowKey key) {
      return Optional.empty();
    }

    @Override
    public Optional<UUID> find(NaturalKey key) {
      return Optional.empty();
    }
  }
}
