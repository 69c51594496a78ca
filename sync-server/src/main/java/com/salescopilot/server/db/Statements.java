package com.salescopilot.server.db;

import java.io.IOException;
import java.io.UncheckedIOException;
import java.nio.charset.StandardCharsets;
import java.util.ArrayList;
import java.util.LinkedHashMap;
import java.util.List;
import java.util.Map;
import java.util.Set;

/// The statements of one class: the `.sql` file of its name beside it, read once when the class is
/// wired.
///
/// ```
/// -- name: byEmail
/// -- carried by prospect_email
/// select id from prospect where workspace_id = :ws and email = :email
/// ```
public final class Statements {

  private static final String NAME = "name:";

  private final String file;
  private final Map<String, Sql> statements;

  private Statements(String file, Map<String, Sql> statements) {
    this.file = file;
    this.statements = statements;
  }

  /// Reads the statements of `owner`.
  ///
  /// @throws IllegalStateException if the file is missing or says something twice or wrongly
  public static Statements load(Class<?> owner) {
    String file = owner.getSimpleName() + ".sql";
    try (var in = owner.getResourceAsStream(file)) {
      if (in == null) {
        throw new IllegalStateException("no " + file + " beside " + owner.getName());
      }
      String text = new String(in.readAllBytes(), StandardCharsets.UTF_8);
      return parse(owner.getSimpleName(), text);
    } catch (IOException e) {
      throw new UncheckedIOException(e);
    }
  }

  /// The statement of that name.
  ///
  /// @throws IllegalStateException if there is none; get statements in constructors, so that a
  ///   misspelt name stops the start and not a customer
  public Sql get(String name) {
    Sql found = statements.get(name);
    if (found == null) {
      throw new IllegalStateException(
          "no statement \"" + name + "\" in " + file + ".sql, which has " + statements.keySet());
    }
    return found;
  }

  /// Every name in the file, in order.
  public Set<String> names() {
    return statements.keySet();
  }

  static Statements parse(String file, String text) {
    var statements = new LinkedHashMap<String, Sql>();
    String name = "";
    var notes = new ArrayList<String>();
    var body = new StringBuilder();
    for (String line : text.lines().toList()) {
      String comment = comment(line);
      if (comment.startsWith(NAME)) {
        finish(file, name, notes, body, statements);
        name = comment.substring(NAME.length()).strip();
        notes.clear();
        body.setLength(0);
      } else if (!comment.isEmpty()) {
        notes.add(comment);
      } else {
        body.append(line).append('\n');
      }
    }
    finish(file, name, notes, body, statements);
    return new Statements(file, statements);
  }

  private static String comment(String line) {
    String stripped = line.strip();
    return stripped.startsWith("--") ? stripped.substring(2).strip() : "";
  }

  private static void finish(
      String file, String name, List<String> notes, StringBuilder body, Map<String, Sql> into) {
    String sql = body.toString().strip();
    if (name.isEmpty()) {
      if (!sql.isEmpty()) {
        throw new IllegalStateException(file + ".sql: a statement without a name: " + sql);
      }
      return;
    }
    if (sql.endsWith(";")) {
      sql = sql.substring(0, sql.length() - 1).strip();
    }
    if (sql.isEmpty()) {
      throw new IllegalStateException(file + ".sql: " + name + " is empty");
    }
    String full = file + "." + name;
    if (into.put(name, Places.of(full, sql, notes)) != null) {
      throw new IllegalStateException(file + ".sql: " + name + " stands there twice");
    }
  }
}
