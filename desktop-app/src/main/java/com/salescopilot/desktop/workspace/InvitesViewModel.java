package com.salescopilot.desktop.workspace;

import com.salescopilot.desktop.remote.Team;
import com.salescopilot.desktop.remote.Team.Invitation;
import com.salescopilot.desktop.shell.Tools;
import com.salescopilot.desktop.ui.Fetched;
import com.salescopilot.model.sync.Role;
import java.time.ZoneId;
import java.time.format.DateTimeFormatter;
import java.time.format.FormatStyle;
import java.util.List;
import javafx.beans.property.ReadOnlyStringProperty;
import javafx.beans.property.ReadOnlyStringWrapper;
import javafx.beans.property.SimpleStringProperty;
import javafx.beans.property.StringProperty;

/// Inviting others. A code is told once, when it is made.
final class InvitesViewModel {
  private final Asking asking;
  private final Fetched<List<Invitation>> invitations;
  private final StringProperty email = new SimpleStringProperty(this, "email", "");
  private final ReadOnlyStringWrapper code = new ReadOnlyStringWrapper(this, "code", "");

  InvitesViewModel(Tools tools) {
    asking = Asking.with(tools);
    invitations = asking.fetched(Team::invitations);
  }

  Fetched<List<Invitation>> invitations() {
    return invitations;
  }

  /// Whom the next one is meant for.
  StringProperty email() {
    return email;
  }

  /// The code that was just made.
  ReadOnlyStringProperty code() {
    return code.getReadOnlyProperty();
  }

  void invite(Role role) {
    String to = email.get().strip();
    asking.ask(
        team -> team.invite(to, role),
        made -> {
          code.set(made);
          email.set("");
        },
        invitations::fetch);
  }

  void withdraw(Invitation invitation) {
    asking.ask(
        team -> {
          team.withdraw(invitation);
          return invitation;
        },
        _ -> {
          code.set("");
          asking.toasts().done(asking.text("invite.withdrawn"));
        },
        invitations::fetch);
  }

  /// Whom an invitation is for, and until when it holds.
  String words(Invitation invitation) {
    String day =
        DateTimeFormatter.ofLocalizedDate(FormatStyle.MEDIUM)
            .withLocale(asking.texts().locale())
            .format(invitation.expiresAt().atZone(ZoneId.systemDefault()));
    return asking.text("invite.until", asking.text("role." + invitation.role().name()), day);
  }

  /// Nobody who looks later finds the code.
  void forget() {
    code.set("");
    email.set("");
  }
}
