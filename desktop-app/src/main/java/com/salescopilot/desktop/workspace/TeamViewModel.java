package com.salescopilot.desktop.workspace;

import com.fasterxml.jackson.databind.node.ObjectNode;
import com.salescopilot.desktop.desk.Desk;
import com.salescopilot.desktop.desk.WorkspaceRules;
import com.salescopilot.desktop.platform.Surroundings;
import com.salescopilot.desktop.remote.Team.AiPolicy;
import com.salescopilot.desktop.remote.Team.Colleague;
import com.salescopilot.desktop.remote.Team.Described;
import com.salescopilot.desktop.shell.Questions;
import com.salescopilot.desktop.shell.Tools;
import com.salescopilot.desktop.ui.Fetched;
import com.salescopilot.model.campaign.CompanyStop;
import com.salescopilot.model.sync.Role;
import java.util.Optional;
import java.util.function.Consumer;
import javafx.beans.property.ReadOnlyObjectProperty;
import javafx.beans.property.ReadOnlyObjectWrapper;

/// The name of the workspace and who is in it. Only administrators change something.
final class TeamViewModel {
  private final Asking asking;
  private final Questions questions;
  private final Desk desk;
  private final Surroundings surroundings;
  private final Runnable left;
  private final Runnable elsewhere;
  private final WorkspaceRules rules;
  private final Fetched<Described> workspace;
  private final ReadOnlyObjectWrapper<Optional<CompanyStop>> colleagues =
      new ReadOnlyObjectWrapper<>(this, "colleagues", Optional.empty());

  /// @param left is told when nobody works here any more
  /// @param elsewhere is told when another workspace is open
  TeamViewModel(Tools tools, Surroundings surroundings, Runnable left, Runnable elsewhere) {
    asking = Asking.with(tools);
    questions = tools.questions();
    desk = tools.desk();
    this.surroundings = surroundings;
    this.left = left;
    this.elsewhere = elsewhere;
    rules = new WorkspaceRules(desk);
    workspace =
        asking.fetched(
            team -> {
              Described now = team.describe();
              rules.learn(now.policy());
              return now;
            });
    workspace
        .state()
        .addListener(
            (_, _, now) ->
                now.known()
                    .ifPresent(said -> colleagues.set(Optional.of(CompanyStop.of(said.policy())))));
  }

  /// Shows what this machine knows, and asks the server.
  void open() {
    asking
        .async()
        .latest(
            colleagues,
            rules::companyStop,
            known -> colleagues.set(colleagues.get().or(() -> Optional.of(known))),
            _ -> {}); // the server says it, or why it does not
    workspace.fetch();
  }

  /// What an answer means for colleagues, as far as it is known.
  ReadOnlyObjectProperty<Optional<CompanyStop>> colleagues() {
    return colleagues.getReadOnlyProperty();
  }

  Fetched<Described> workspace() {
    return workspace;
  }

  /// Whether whoever looks may change something, as the server last said.
  boolean isAdmin() {
    return workspace.state().get().known().map(Described::role).orElse(Role.USER) == Role.ADMIN;
  }

  boolean isMe(Colleague colleague) {
    return desk.lastAccount().filter(me -> me.user().equals(colleague.user())).isPresent();
  }

  static String name(Colleague colleague) {
    return colleague.name().isEmpty() ? colleague.email() : colleague.name();
  }

  void rename(String name) {
    String wanted = name.strip();
    Optional<String> known = workspace.state().get().known().map(Described::name);
    if (!wanted.isEmpty() && !known.equals(Optional.of(wanted))) {
      asking.ask(
          team -> {
            team.rename(wanted);
            return wanted;
          },
          now -> asking.toasts().done(asking.text("team.renamed", now)),
          workspace::fetch);
    }
  }

  void change(Colleague colleague, Role role) {
    asking.ask(
        team -> {
          team.change(colleague.user(), role);
          return role;
        },
        now -> asking.toasts().done(asking.text("team.changed." + now.name(), name(colleague))),
        workspace::fetch);
  }

  /// Says what engines elsewhere may learn.
  void allow(AiPolicy wanted) {
    decide(wanted::into, "ai.saved");
  }

  /// Says what an answer means for colleagues.
  void stop(CompanyStop wanted) {
    decide(policy -> policy.put(CompanyStop.FIELD, wanted == CompanyStop.ON), "colleagues.saved");
  }

  private void decide(Consumer<ObjectNode> change, String done) {
    asking.ask(
        team -> {
          ObjectNode policy = team.decide(change);
          rules.learn(policy);
          return policy;
        },
        _ -> asking.toasts().done(asking.text(done)),
        workspace::fetch);
  }

  /// Removes somebody, or leaves, if that is really meant.
  void remove(Colleague colleague) {
    boolean me = isMe(colleague);
    String key = me ? "team.leave" : "team.remove";
    Object[] values = {me ? desk.pending() : name(colleague)};
    questions.ask(
        "remove-now",
        Questions.Question.of(
            asking.text(key + ".title", values),
            asking.text(key + ".why", values),
            asking.text(key),
            asking.text("common.cancel")),
        () -> removed(colleague, me));
  }

  /// Keeps everything of the workspace in a file.
  void export() {
    surroundings
        .saveAs(name().replaceAll("[^\\p{L}\\p{N} ._-]", "_") + ".zip")
        .ifPresent(
            file ->
                asking.ask(
                    team -> {
                      team.export(file);
                      return file;
                    },
                    done -> asking.toasts().done(asking.text("whole.exported", done.toString())),
                    () -> {}));
  }

  /// Deletes the workspace, if its name is typed.
  void delete() {
    String name = name();
    questions.ask(
        "delete-workspace-now",
        new Questions.Question(
            asking.text("whole.delete.title", name),
            asking.text("whole.delete.why"),
            asking.text("whole.delete"),
            asking.text("common.cancel"),
            Optional.of(name)),
        () -> deleted(name));
  }

  private void deleted(String name) {
    asking.ask(
        team -> {
          team.delete(name);
          desk.purge();
          return desk.lastAccount().isPresent();
        },
        stays -> {
          (stays ? elsewhere : left).run();
          asking.toasts().done(asking.text("whole.deleted", name));
        },
        () -> {});
  }

  private String name() {
    return workspace.state().get().known().map(Described::name).orElse("");
  }

  private void removed(Colleague colleague, boolean me) {
    asking.ask(
        team -> {
          team.remove(colleague.user());
          if (me) {
            desk.purge();
          }
          return desk.lastAccount().isPresent();
        },
        stays -> {
          if (me) {
            (stays ? elsewhere : left).run();
          }
          asking
              .toasts()
              .done(asking.text(me ? "team.leave.done" : "team.remove.done", name(colleague)));
        },
        me ? () -> {} : workspace::fetch);
  }
}
