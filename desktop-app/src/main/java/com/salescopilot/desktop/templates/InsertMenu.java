package com.salescopilot.desktop.templates;

import com.salescopilot.desktop.editor.RichEditor;
import com.salescopilot.desktop.ui.FieldTitles;
import com.salescopilot.desktop.ui.Texts;
import com.salescopilot.model.template.MergeField;
import java.util.List;
import java.util.Optional;
import java.util.function.Consumer;
import javafx.scene.control.Menu;
import javafx.scene.control.MenuButton;
import javafx.scene.control.MenuItem;
import javafx.scene.control.SeparatorMenuItem;

/// All that a template may say beside plain words, to be put in without knowing how it is written.
final class InsertMenu {
  private static final String END = "{{/if}}";

  private final Texts texts;
  private final FieldTitles titles;

  InsertMenu(Texts texts) {
    this.texts = texts;
    this.titles = new FieldTitles(texts);
  }

  /// Where it is put in: at the caret, or around what is selected.
  interface Target {
    void field(MergeField field);

    /// A field, and with it the words that stand in where it is empty.
    void fieldOr(String name, String words);

    /// Words before and after a place.
    ///
    /// @param between stands there, to be written over, where nothing is selected
    void around(String before, String between, String after);
  }

  /// Puts it into a letter.
  static Target of(RichEditor letter) {
    return new Target() {
      @Override
      public void field(MergeField field) {
        letter.insertField(field);
        letter.requestFocus();
      }

      @Override
      public void fieldOr(String name, String words) {
        field(new MergeField(name, Optional.of(words)));
        letter.editField();
      }

      @Override
      public void around(String before, String between, String after) {
        letter.surround(before, between, after);
      }
    };
  }

  void fill(MenuButton button, List<String> fields, Target target) {
    button
        .getItems()
        .setAll(
            fields.stream()
                .map(name -> item(name, _ -> target.field(MergeField.named(name))))
                .toList());
    button
        .getItems()
        .addAll(
            new SeparatorMenuItem(),
            menu(
                "insert.orElse", fields, name -> target.fieldOr(name, text("insert.orElse.words"))),
            menu("insert.if", fields, name -> target.around(begin(name), text("insert.then"), END)),
            menu(
                "insert.ifElse",
                fields,
                name ->
                    target.around(
                        begin(name),
                        text("insert.then"),
                        "{{#else}}" + text("insert.otherwise") + END)),
            menu(
                "insert.ifIs",
                fields,
                name ->
                    target.around(
                        "{{#if %s == \"".formatted(name),
                        text("insert.value"),
                        "\"}}" + text("insert.then") + END)),
            pick(target));
  }

  private static String begin(String field) {
    return "{{#if " + field + "}}";
  }

  private MenuItem pick(Target target) {
    MenuItem pick = new MenuItem(text("insert.pick"));
    pick.setId("insertPick");
    pick.setOnAction(
        _ ->
            target.around(
                "{{pick \"",
                text("insert.pick.one"),
                "\" | \"" + text("insert.pick.other") + "\"}}"));
    return pick;
  }

  private Menu menu(String key, List<String> fields, Consumer<String> insert) {
    Menu menu = new Menu(text(key));
    menu.setId(key.replace('.', '-'));
    menu.getItems().setAll(fields.stream().map(name -> item(name, insert)).toList());
    return menu;
  }

  private MenuItem item(String field, Consumer<String> insert) {
    MenuItem item = new MenuItem(titles.of(field));
    item.setOnAction(_ -> insert.accept(field));
    return item;
  }

  private String text(String key) {
    return texts.get(InsertMenu.class, key);
  }
}
