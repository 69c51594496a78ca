package com.salescopilot.server.stream;

import com.salescopilot.model.entity.Entity;
import com.salescopilot.model.entity.RowKey;
import com.salescopilot.model.mail.ErasedAddress;
import com.salescopilot.model.sync.CampaignCommand;
import com.salescopilot.model.sync.Change;
import com.salescopilot.model.sync.Command;
import com.salescopilot.model.sync.EmailCommand;
import com.salescopilot.model.sync.FieldPatch;
import com.salescopilot.model.sync.ImportCommand;
import com.salescopilot.model.value.Value;
import java.util.LinkedHashSet;
import java.util.List;
import java.util.Optional;
import java.util.Set;
import java.util.UUID;

/// What the rules will ask of the store about a batch of changes, so that it can be read in a few
/// statements. To leave something out costs a statement more, never a wrong answer.
///
/// @param rows by key
/// @param graves rows that may have been removed
/// @param addresses of prospects, in the form in which they are compared
/// @param receivers of mails, in the same form
record Foresight(
    Set<RowKey> rows, Set<RowKey> graves, Set<String> addresses, Set<String> receivers) {

  static Foresight of(List<Change> changes) {
    Foresight all =
        new Foresight(
            new LinkedHashSet<>(),
            new LinkedHashSet<>(),
            new LinkedHashSet<>(),
            new LinkedHashSet<>());
    changes.forEach(all::add);
    return all;
  }

  private void add(Change change) {
    for (RowKey touched : change.touches()) {
      rows.add(touched);
      if (touched.entity() == Entity.PROSPECT) {
        rows.add(new RowKey(Entity.PROSPECT_ALIAS, touched.id()));
      }
    }
    switch (change) {
      case Change.Create create -> {
        graves.add(create.target());
        address(create.target(), Optional.ofNullable(create.fields().get("email")));
        reference(create.fields().get("prospectId") instanceof Value.Text(String id) ? id : "");
        if (create.fields().get("address") instanceof Value.Text(String address)) {
          receiver(address);
        }
      }
      case Change.Patch patch -> {
        if (patch.set().get("email") instanceof FieldPatch.Whole whole) {
          address(patch.target(), whole.now());
        }
      }
      case Change.Delete delete -> graves.add(delete.target());
      case Change.Restore restore -> {
        graves.add(restore.target());
        address(restore.target(), Optional.ofNullable(restore.fields().get("email")));
      }
      case Command command -> add(command);
    }
  }

  private void add(Command command) {
    if (command instanceof CampaignCommand.Enrol enrol) {
      rows.addAll(enrol.people());
    }
    if (command instanceof ImportCommand.Run run) {
      graves.addAll(run.touches());
      run.people()
          .forEach(
              person -> {
                Optional<Value> email = Optional.ofNullable(person.fields().get("email"));
                address(new RowKey(Entity.PROSPECT, person.id()), email);
                if (email.isPresent() && email.get() instanceof Value.Text(String text)) {
                  receivers.add(ErasedAddress.of(RowTables.addressKey(text)));
                }
              });
    }
    if (command instanceof EmailCommand.Send send) {
      send.draftId().ifPresent(id -> rows.add(new RowKey(Entity.EMAIL_DRAFT, id)));
      send.campaignId().ifPresent(id -> rows.add(new RowKey(Entity.CAMPAIGN, id)));
      send.prospectId().ifPresent(this::prospect);
      receiver(send.to().strip());
    }
    if (command instanceof EmailCommand.Due due) {
      rows.add(due.enrolment());
      rows.add(new RowKey(Entity.CAMPAIGN, due.campaignId()));
      rows.add(new RowKey(Entity.PROSPECT, due.prospectId()));
      receiver(due.to());
    }
  }

  private void prospect(UUID id) {
    rows.add(new RowKey(Entity.PROSPECT, id));
    rows.add(new RowKey(Entity.PROSPECT_ALIAS, id));
  }

  private void receiver(String address) {
    String key = RowTables.addressKey(address);
    receivers.add(key);
    receivers.add(ErasedAddress.of(key));
  }

  private void reference(String prospect) {
    if (!prospect.isEmpty()) {
      try {
        prospect(UUID.fromString(prospect));
      } catch (IllegalArgumentException _) {
        // the rules will say what is wrong with it
      }
    }
  }

  private void address(RowKey target, Optional<Value> email) {
    if (target.entity() == Entity.PROSPECT
        && email.isPresent()
        && email.get() instanceof Value.Text(String text)) {
      addresses.add(RowTables.addressKey(text));
    }
  }
}
