package com.salescopilot.desktop.boot;

import com.salescopilot.desktop.account.AccountScreens;
import com.salescopilot.desktop.auth.AuthScreens;
import com.salescopilot.desktop.campaigns.CampaignScreens;
import com.salescopilot.desktop.command.Commands;
import com.salescopilot.desktop.compose.ComposeScreens;
import com.salescopilot.desktop.dashboard.DashboardScreens;
import com.salescopilot.desktop.desk.Desk;
import com.salescopilot.desktop.desk.Edits;
import com.salescopilot.desktop.desk.Letters;
import com.salescopilot.desktop.desk.WorkspaceRules;
import com.salescopilot.desktop.imports.ImportScreens;
import com.salescopilot.desktop.platform.Machine;
import com.salescopilot.desktop.platform.Surroundings;
import com.salescopilot.desktop.prospects.ProspectScreens;
import com.salescopilot.desktop.settings.SettingsScreens;
import com.salescopilot.desktop.shell.Navigator;
import com.salescopilot.desktop.shell.ScreenBook;
import com.salescopilot.desktop.shell.Shell;
import com.salescopilot.desktop.shell.Toasts;
import com.salescopilot.desktop.shell.Tools;
import com.salescopilot.desktop.store.Subscription;
import com.salescopilot.desktop.synccentre.SyncCentreScreens;
import com.salescopilot.desktop.tasks.TaskScreens;
import com.salescopilot.desktop.templates.TemplateScreens;
import com.salescopilot.desktop.ui.Async;
import com.salescopilot.desktop.ui.Looks;
import com.salescopilot.desktop.ui.ScreenLoader;
import com.salescopilot.desktop.ui.Texts;
import com.salescopilot.desktop.workspace.WorkspaceScreens;

/// How the window is put together: a table of contents of the program.
public final class AppGraph implements AutoCloseable {
  private final Looks looks = new Looks();
  private final Commands commands = new Commands();
  private final Toasts toasts = new Toasts();
  private final ScreenBook book = new ScreenBook();
  private final Navigator navigator;
  private final Shell shell;
  private final Subscription following;
  private final Subscription telling;
  private final Subscription importing;
  private final Subscription reminding;
  private final Subscription learning;

  /// @param usualServer what stands in the field for the server's address on a new machine
  /// @param machine how the program looks here
  /// @param surroundings what the operating system does for it
  public AppGraph(
      Desk desk,
      Texts texts,
      Async async,
      String usualServer,
      Machine machine,
      Surroundings surroundings) {
    looks.lookProperty().set(machine.look());
    navigator = new Navigator(new ScreenLoader(texts), book);
    shell = new Shell(desk, navigator, commands, toasts, async, texts);
    Tools tools =
        new Tools(
            desk,
            new Edits(desk),
            new Letters(desk),
            async,
            texts,
            looks,
            commands,
            toasts,
            navigator,
            shell.questions());
    AuthScreens.add(book, tools, surroundings, usualServer, shell::entered);
    DashboardScreens.add(book, tools);
    telling = ComposeScreens.add(book, tools, machine::undoSeconds);
    ProspectScreens.add(book, tools, surroundings);
    importing = ImportScreens.add(book, tools, surroundings);
    SettingsScreens.add(book, tools, machine);
    AccountScreens.add(book, tools, surroundings, shell::left, shell::entered);
    WorkspaceScreens.add(book, tools, surroundings, shell::left, shell::entered);
    following = SyncCentreScreens.add(book, tools);
    TemplateScreens.add(book, tools);
    reminding = TaskScreens.add(book, tools, surroundings);
    CampaignScreens.add(book, tools);
    learning = learning(desk, async);
    commands.choiceProperty().set(machine.keys());
  }

  /// Learns what holds in a workspace whenever somebody signs in to it.
  private static Subscription learning(Desk desk, Async async) {
    WorkspaceRules rules = new WorkspaceRules(desk);
    return desk.onAccount(
        () ->
            async.onScreen(
                () ->
                    async.latest(
                        rules,
                        () -> {
                          rules.ask();
                          return true;
                        },
                        _ -> {},
                        _ -> {}))); // nobody works here any more
  }

  public Looks looks() {
    return looks;
  }

  public Commands commands() {
    return commands;
  }

  public Toasts toasts() {
    return toasts;
  }

  public ScreenBook book() {
    return book;
  }

  public Navigator navigator() {
    return navigator;
  }

  public Shell shell() {
    return shell;
  }

  @Override
  public void close() {
    navigator.leave();
    following.close();
    telling.close();
    importing.close();
    reminding.close();
    learning.close();
    shell.stop();
  }
}
