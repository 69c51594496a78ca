package com.salescopilot.server.db;

import java.util.List;

/// One statement of a `.sql` file, its named parameters already turned into places.
///
/// @param name file and statement, as in `Streams.lock`: what logs, metrics and failures show
/// @param text positional SQL
/// @param parameters the name that belongs to each place, in order; a name may come twice
/// @param notes the comment lines of the statement, without their dashes
public record Sql(String name, String text, List<String> parameters, List<String> notes) {
  public Sql {
    parameters = List.copyOf(parameters);
    notes = List.copyOf(notes);
  }
}
