package com.salescopilot.desktop.store;

import com.salescopilot.model.entity.Entity;
import java.io.IOException;
import java.io.InputStream;
import java.io.UncheckedIOException;
import java.nio.charset.StandardCharsets;
import java.util.Collections;
import java.util.EnumMap;
import java.util.LinkedHashMap;
import java.util.Map;

/// The statements of one class: the `.sql` file of its name beside it. A statement with `{table}`
/// is one for each entity.
final class SqlFile {
  private static final String NAME = "-- name:";

  private final String owner;
  private final Map<String, String> texts = new LinkedHashMap<>();

  private SqlFile(String owner) {
    this.owner = owner;
  }

  /// Reads the statements of a class.
  static SqlFile of(Class<?> owner) {
    String name = owner.getSimpleName() + ".sql";
    try (InputStream in = owner.getResourceAsStream(name)) {
      if (in == null) {
        throw new IllegalStateException("no " + name + " beside " + owner.getName());
      }
      SqlFile file = new SqlFile(name);
      file.parse(new String(in.readAllBytes(), StandardCharsets.UTF_8));
      return file;
    } catch (IOException e) {
      throw new UncheckedIOException(e);
    }
  }

  private void parse(String all) {
    String name = "";
    for (String line : all.lines().toList()) {
      if (line.startsWith(NAME)) {
        name = line.substring(NAME.length()).strip();
      } else if (!line.startsWith("--") && !line.isBlank()) {
        texts.merge(name, line, (before, next) -> before + "\n" + next);
      }
    }
  }

  /// The statement of that name.
  Sql get(String name) {
    return Sql.of(text(name));
  }

  /// The statement of that name, for each entity.
  Map<Entity, Sql> perEntity(String name) {
    Map<Entity, Sql> statements = new EnumMap<>(Entity.class);
    for (Entity entity : Entity.values()) {
      statements.put(entity, Sql.of(text(name).replace("{table}", entity.table())));
    }
    return statements;
  }

  /// All statements in order, by name.
  Map<String, String> all() {
    return Collections.unmodifiableMap(texts);
  }

  private String text(String name) {
    String text = texts.get(name);
    if (text == null) {
      throw new IllegalStateException("no statement " + name + " in " + owner);
    }
    return text;
  }
}
