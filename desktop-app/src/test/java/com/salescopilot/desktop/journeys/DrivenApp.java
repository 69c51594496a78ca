package com.salescopilot.desktop.journeys;

import com.salescopilot.desktop.Main;
import com.salescopilot.desktop.harness.Ui;
import java.io.BufferedReader;
import java.io.IOException;
import java.io.InputStreamReader;
import java.io.PrintStream;
import java.nio.charset.StandardCharsets;
import java.nio.file.Path;
import java.util.List;

/// The program as its own `main` starts it, with somebody at mouse and keyboard who does what
/// standard input says: a line each, its parts between tabs, and one line back.
final class DrivenApp {
  private final PrintStream answers;

  private DrivenApp(PrintStream answers) {
    this.answers = answers;
  }

  public static void main(String[] args) {
    PrintStream answers = new PrintStream(System.out, true, StandardCharsets.UTF_8);
    System.setOut(System.err); // nothing else stands among the answers
    Thread.ofPlatform().daemon().start(new DrivenApp(answers)::listen);
    Main.main(args);
  }

  private void listen() {
    try (BufferedReader wishes =
        new BufferedReader(new InputStreamReader(System.in, StandardCharsets.UTF_8))) {
      Ui ui = Ui.attached();
      answers.println("up");
      for (String line = wishes.readLine(); line != null; line = wishes.readLine()) {
        answer(ui, List.of(line.split("\t", -1)));
      }
    } catch (IOException e) {
      answers.println("no\t" + e);
    }
  }

  private void answer(Ui ui, List<String> wish) {
    try {
      String said = done(ui, wish);
      answers.println("ok\t" + said.replaceAll("\\R", " "));
    } catch (RuntimeException | AssertionError e) {
      answers.println("no\t" + String.valueOf(e).replaceAll("\\R", " "));
    }
  }

  private static String done(Ui ui, List<String> wish) {
    String what = wish.get(1);
    return switch (wish.getFirst()) {
      case "click" -> done(ui.click(what));
      case "clickOn" -> done(ui.clickOn(what));
      case "fill" -> done(ui.fill(what, wish.get(2)));
      case "type" -> done(ui.type(what));
      case "press" -> done(ui.press(what));
      case "says" -> ui.says(what);
      case "sees" -> Boolean.toString(ui.sees(what));
      case "picture" -> done(ui.picture(Path.of(what)));
      case "quit" -> done(ui.leave());
      default -> throw new IllegalArgumentException(wish.toString());
    };
  }

  private static String done(Object ignored) {
    return "";
  }
}
