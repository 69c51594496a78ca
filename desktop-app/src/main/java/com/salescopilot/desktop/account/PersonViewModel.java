package com.salescopilot.desktop.account;

import com.salescopilot.desktop.desk.Desk;
import com.salescopilot.desktop.shell.Tools;
import com.salescopilot.desktop.store.Account;
import com.salescopilot.desktop.store.Subscription;
import com.salescopilot.desktop.ui.Async;
import com.salescopilot.desktop.ui.Texts;
import javafx.beans.property.ReadOnlyObjectProperty;
import javafx.beans.property.ReadOnlyObjectWrapper;

/// Who works here, and how long they stay signed in.
final class PersonViewModel {
  private final Desk desk;
  private final Async async;
  private final Texts texts;
  private final ReadOnlyObjectWrapper<Person> person =
      new ReadOnlyObjectWrapper<>(this, "person", new Person("", "", "", ""));

  PersonViewModel(Tools tools) {
    desk = tools.desk();
    async = tools.async();
    texts = tools.texts();
  }

  /// @param staying whether one stays signed in
  record Person(String name, String email, String server, String staying) {}

  ReadOnlyObjectProperty<Person> person() {
    return person.getReadOnlyProperty();
  }

  Subscription start() {
    look();
    return desk.onAccount(() -> async.onScreen(this::look));
  }

  private void look() {
    // keychains answer when they like
    desk.lastAccount()
        .ifPresent(
            account ->
                async.latest(this, () -> read(account, desk.keepsSignIns()), person::set, _ -> {}));
  }

  private Person read(Account account, boolean lasting) {
    String name = (account.firstName() + " " + account.lastName()).strip();
    return new Person(
        name.isEmpty() ? account.email() : name,
        account.email(),
        account.server(),
        texts.get(getClass(), lasting ? "account.staying.kept" : "account.staying.reduced"));
  }
}
