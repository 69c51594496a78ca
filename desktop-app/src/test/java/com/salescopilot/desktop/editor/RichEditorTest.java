package com.salescopilot.desktop.editor;

import static org.assertj.core.api.Assertions.assertThat;

import java.util.ArrayList;
import java.util.List;
import java.util.Locale;
import java.util.Map;
import javafx.scene.AccessibleAttribute;
import javafx.scene.Node;
import javafx.scene.control.Label;
import javafx.scene.input.Clipboard;
import javafx.scene.input.DataFormat;
import javafx.scene.input.KeyCode;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.api.extension.RegisterExtension;

final class RichEditorTest {
  @RegisterExtension final EditorStage ui = new EditorStage();

  @Test
  void every_key_is_one_change_of_the_letter() {
    List<Document> seen = new ArrayList<>();
    ui.run(() -> ui.editor().documentProperty().addListener((_, _, now) -> seen.add(now)));
    ui.type("Hi");
    assertThat(seen).containsExactly(TextCodec.read("H"), TextCodec.read("Hi"));
  }

  @Test
  void a_command_over_three_lines_is_one_change() {
    set("<p>one<br>two<br>three</p>");
    List<String> seen = new ArrayList<>();
    ui.run(
        () ->
            ui.editor()
                .documentProperty()
                .addListener((_, _, now) -> seen.add(HtmlCodec.write(now))));
    ui.press(KeyCode.SHORTCUT, KeyCode.A);
    ui.press(KeyCode.SHORTCUT, KeyCode.SHIFT, KeyCode.DIGIT8);
    assertThat(seen).containsExactly("<ul><li>one</li><li>two</li><li>three</li></ul>");
  }

  @Test
  void bold_and_italic_hold_for_what_is_typed_next() {
    ui.type("a ");
    ui.press(KeyCode.SHORTCUT, KeyCode.B);
    ui.type("b");
    ui.press(KeyCode.SHORTCUT, KeyCode.I);
    ui.type("c");
    ui.press(KeyCode.SHORTCUT, KeyCode.B);
    ui.press(KeyCode.SHORTCUT, KeyCode.I);
    ui.type("d");
    assertThat(ui.html()).isEqualTo("<p>a <strong>b<em>c</em></strong>d</p>");
  }

  @Test
  void bold_is_taken_from_what_is_all_bold() {
    set("<p>a<strong>b</strong></p>");
    ui.press(KeyCode.SHORTCUT, KeyCode.A);
    ui.press(KeyCode.SHORTCUT, KeyCode.B);
    assertThat(ui.html()).isEqualTo("<p><strong>ab</strong></p>");
    ui.press(KeyCode.SHORTCUT, KeyCode.B);
    assertThat(ui.html()).isEqualTo("<p>ab</p>");
  }

  @Test
  void enter_goes_on_with_the_list_and_ends_it_on_an_empty_item() {
    ui.press(KeyCode.SHORTCUT, KeyCode.SHIFT, KeyCode.DIGIT7);
    ui.type("one");
    ui.press(KeyCode.ENTER);
    ui.type("two");
    ui.press(KeyCode.ENTER);
    ui.press(KeyCode.ENTER);
    ui.type("text");
    assertThat(ui.html()).isEqualTo("<ol><li>one</li><li>two</li></ol><p>text</p>");
  }

  @Test
  void backspace_at_its_beginning_makes_an_item_plainer() {
    set("<ul><li>a<ul><li>b</li></ul></li></ul>");
    ui.press(KeyCode.SHORTCUT, KeyCode.END);
    ui.press(KeyCode.HOME);
    ui.press(KeyCode.BACK_SPACE);
    assertThat(ui.html()).isEqualTo("<ul><li>a</li><li>b</li></ul>");
    ui.press(KeyCode.BACK_SPACE);
    assertThat(ui.html()).isEqualTo("<ul><li>a</li></ul><p>b</p>");
  }

  @Test
  void items_are_indented_by_bracket_keys() {
    set("<ul><li>a</li><li>b</li></ul>");
    ui.press(KeyCode.SHORTCUT, KeyCode.END);
    ui.press(KeyCode.SHORTCUT, KeyCode.CLOSE_BRACKET);
    assertThat(ui.html()).isEqualTo("<ul><li>a<ul><li>b</li></ul></li></ul>");
    ui.press(KeyCode.SHORTCUT, KeyCode.OPEN_BRACKET);
    assertThat(ui.html()).isEqualTo("<ul><li>a</li><li>b</li></ul>");
  }

  @Test
  void a_quote_is_made_and_left_by_the_same_key() {
    ui.type("words");
    ui.press(KeyCode.SHORTCUT, KeyCode.SHIFT, KeyCode.DIGIT9);
    assertThat(ui.html()).isEqualTo("<blockquote><p>words</p></blockquote>");
    ui.press(KeyCode.SHORTCUT, KeyCode.SHIFT, KeyCode.DIGIT9);
    assertThat(ui.html()).isEqualTo("<p>words</p>");
  }

  @Test
  void a_field_is_one_character_to_the_caret() {
    set("<p>Hi {{firstName}}!</p>");
    ui.press(KeyCode.SHORTCUT, KeyCode.END);
    ui.press(KeyCode.LEFT);
    ui.press(KeyCode.LEFT);
    ui.type("dear ");
    assertThat(ui.html()).isEqualTo("<p>Hi dear {{firstName}}!</p>");
    ui.press(KeyCode.DELETE);
    assertThat(ui.html()).isEqualTo("<p>Hi dear !</p>");
  }

  @Test
  void braces_offer_the_fields_and_enter_takes_one() {
    ui.type("Hi {{na");
    assertThat(ui.get(() -> completion().offered()))
        .extracting(FieldChoice::name)
        .containsExactly("firstName", "lastName");
    ui.press(KeyCode.DOWN);
    ui.press(KeyCode.ENTER);
    ui.type("!");
    assertThat(ui.html()).isEqualTo("<p>Hi {{lastName}}!</p>");
    ui.press(KeyCode.SHORTCUT, KeyCode.Z);
    ui.press(KeyCode.SHORTCUT, KeyCode.Z);
    assertThat(ui.html()).as("undone as one step").isEqualTo("<p>Hi {{na</p>");
  }

  @Test
  void a_field_is_offered_with_its_fallback_and_by_its_title() {
    ui.type("{{FIRST");
    ui.press(KeyCode.TAB);
    assertThat(ui.html()).isEqualTo("<p>{{firstName | \"there\"}}</p>");
  }

  @Test
  void escape_leaves_the_braces_alone() {
    ui.type("{{f");
    ui.press(KeyCode.ESCAPE);
    ui.type("i");
    ui.press(KeyCode.ENTER);
    assertThat(ui.html()).isEqualTo("<p>{{fi</p><p><br></p>");
  }

  @Test
  void a_field_typed_to_its_end_becomes_one() {
    ui.type("Dear {{company | \"team\"}} of");
    assertThat(ui.document().lines().getFirst().content()).hasSize(3);
    assertThat(ui.get(() -> area().getLength())).isEqualTo("Dear X of".length());
  }

  @Test
  void undo_goes_back_by_words_and_redo_forth() {
    ui.type("one two");
    ui.press(KeyCode.SHORTCUT, KeyCode.Z);
    assertThat(text()).isEqualTo("one ");
    ui.press(KeyCode.SHORTCUT, KeyCode.Z);
    assertThat(text()).isEmpty();
    ui.press(KeyCode.SHORTCUT, KeyCode.SHIFT, KeyCode.Z);
    ui.press(KeyCode.SHORTCUT, KeyCode.Y);
    assertThat(text()).isEqualTo("one two");
    ui.type(" three");
    assertThat(ui.html()).isEqualTo("<p>one two three</p>");
  }

  @Test
  void pasted_html_is_cleaned() {
    paste(
        DataFormat.HTML,
        "<p onclick=x>Dear <b>Ana</b><script>x()</script></p><ul><li>one</ul><img"
            + " src=https://a.io/p>");
    assertThat(ui.html()).isEqualTo("<p>Dear <strong>Ana</strong></p><ul><li>one</li></ul>");
  }

  @Test
  void what_is_copied_can_be_pasted_with_its_fields() {
    set("<p>Hi <em>{{firstName | \"you\"}}</em>,</p><ul><li>one</li></ul>");
    ui.press(KeyCode.SHORTCUT, KeyCode.A);
    ui.press(KeyCode.SHORTCUT, KeyCode.C);
    assertThat(ui.get(() -> Clipboard.getSystemClipboard().getString()))
        .isEqualTo("Hi {{firstName | \"you\"}},\n- one");
    String before = ui.html();
    ui.press(KeyCode.DELETE);
    ui.press(KeyCode.SHORTCUT, KeyCode.V);
    assertThat(ui.html()).isEqualTo(before);
  }

  @Test
  void more_than_a_megabyte_is_cut_with_a_notice() {
    paste(DataFormat.HTML, "<p>" + "word ".repeat(300_000) + "</p>");
    assertThat(((Label) ui.editor().lookup(".editor-notice")).getText())
        .startsWith("This was longer");
  }

  @Test
  void an_address_pasted_over_words_links_them() {
    set("<p>our plan</p>");
    ui.press(KeyCode.SHORTCUT, KeyCode.A);
    paste(DataFormat.PLAIN_TEXT, "https://a.io/plan");
    assertThat(ui.html()).isEqualTo("<p><a href=\"https://a.io/plan\">our plan</a></p>");
    ui.press(KeyCode.SHORTCUT, KeyCode.END);
    ui.type(" and");
    assertThat(ui.html())
        .as("text behind a link is no link")
        .isEqualTo("<p><a href=\"https://a.io/plan\">our plan</a> and</p>");
  }

  @Test
  void plain_text_keeps_lines_and_fields_and_gives_the_rest_back() {
    String rich = "<p>Hi <strong>{{firstName}}</strong></p><ul><li>one</li></ul>";
    set(rich);
    ui.run(() -> ui.editor().setPlainText(true));
    assertThat(ui.html()).isEqualTo("<p>Hi {{firstName}}<br>- one</p>");
    ui.press(KeyCode.SHORTCUT, KeyCode.A);
    ui.press(KeyCode.SHORTCUT, KeyCode.B);
    assertThat(ui.html()).isEqualTo("<p>Hi {{firstName}}<br>- one</p>");
    ui.run(() -> ui.editor().setPlainText(false));
    assertThat(ui.html()).isEqualTo(rich);
  }

  @Test
  void a_letter_that_is_not_editable_stays() {
    set("<p>sent</p>");
    ui.run(() -> ui.editor().setEditable(false));
    ui.type("x");
    ui.press(KeyCode.SHORTCUT, KeyCode.A);
    ui.press(KeyCode.SHORTCUT, KeyCode.B);
    ui.press(KeyCode.SHORTCUT, KeyCode.X);
    ui.press(KeyCode.BACK_SPACE);
    ui.press(KeyCode.SHORTCUT, KeyCode.SHIFT, KeyCode.DIGIT8);
    paste(DataFormat.PLAIN_TEXT, "y");
    assertThat(ui.html()).isEqualTo("<p>sent</p>");
  }

  @Test
  void fields_are_spoken_by_name() {
    set("<p>Hi {{firstName}}!</p>");
    ui.press(KeyCode.SHORTCUT, KeyCode.END);
    assertThat(ui.get(() -> area().queryAccessibleAttribute(AccessibleAttribute.TEXT)))
        .isEqualTo("Hi First name!");
    assertThat(ui.get(() -> area().queryAccessibleAttribute(AccessibleAttribute.CARET_OFFSET)))
        .isEqualTo("Hi First name!".length());
  }

  @Test
  void a_link_is_asked_for_until_it_is_one() {
    set("<p>our plan</p>");
    ui.press(KeyCode.SHORTCUT, KeyCode.A);
    ui.press(KeyCode.SHORTCUT, KeyCode.K);
    ui.type("javascript:x");
    ui.press(KeyCode.ENTER);
    assertThat(ui.get(() -> ui.editor().questions().complaint())).startsWith("Write an http");
    ui.press(KeyCode.SHORTCUT, KeyCode.A);
    ui.type("a.io/plan");
    ui.press(KeyCode.ENTER);
    assertThat(ui.get(() -> ui.editor().questions().isShowing())).isFalse();
    assertThat(ui.html()).isEqualTo("<p><a href=\"https://a.io/plan\">our plan</a></p>");
    ui.run(() -> ui.editor().unlink());
    assertThat(ui.html()).isEqualTo("<p>our plan</p>");
  }

  @Test
  void the_field_at_the_caret_is_asked_what_stands_in_for_it() {
    set("<p>Hi {{firstName}}</p>");
    ui.press(KeyCode.SHORTCUT, KeyCode.END);
    ui.press(KeyCode.F2);
    ui.type("friend");
    ui.press(KeyCode.ENTER);
    assertThat(ui.html()).isEqualTo("<p>Hi {{firstName | \"friend\"}}</p>");
  }

  @Test
  void tab_leads_out_of_the_letter() {
    ui.type("a");
    ui.press(KeyCode.TAB);
    assertThat(ui.html()).isEqualTo("<p>a</p>");
  }

  @Test
  void every_word_is_there_in_both_languages() {
    assertThat(EditorStage.texts(Locale.GERMAN).keySet())
        .isEqualTo(EditorStage.texts(Locale.ENGLISH).keySet());
    assertThat(EditorStage.texts(Locale.GERMAN).getString("editor.bold")).isEqualTo("Fett");
  }

  private void set(String html) {
    ui.run(() -> ui.editor().setDocument(HtmlCodec.read(html).document()));
  }

  private void paste(DataFormat format, String content) {
    ui.run(() -> Clipboard.getSystemClipboard().setContent(Map.of(format, content)));
    ui.press(KeyCode.SHORTCUT, KeyCode.V);
  }

  private String text() {
    return TextCodec.write(ui.document());
  }

  private LetterArea area() {
    Node found = ui.editor().lookup(".styled-text-area");
    return (LetterArea) found;
  }

  private FieldCompletion completion() {
    return ui.editor().completion();
  }
}
