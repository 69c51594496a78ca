package com.salescopilot.server.prospect;

import com.fasterxml.jackson.databind.node.ObjectNode;
import com.salescopilot.model.entity.Doc;
import com.salescopilot.model.entity.Entity;
import com.salescopilot.model.entity.SearchText;
import com.salescopilot.server.db.Args;
import com.salescopilot.server.db.Database;
import com.salescopilot.server.db.Statements;
import com.salescopilot.server.http.Caller;
import com.salescopilot.server.http.Page;
import com.salescopilot.server.rest.Rows;
import com.salescopilot.server.stream.RowTables;
import java.util.Comparator;
import java.util.List;
import java.util.Optional;

/// Finds prospects by the beginnings of words, or by their address.
final class ProspectSearch {
  private final Statements statements = Statements.load(ProspectSearch.class);
  private final Database database;

  ProspectSearch(Database database) {
    this.database = database;
  }

  /// One page, the newest first.
  ///
  /// @param typed words; each has to begin a word of the prospect's name, address, company or job
  /// @param email the whole address
  Page.Of<ObjectNode> find(
      Caller caller, Optional<String> typed, Optional<String> email, Page page) {
    List<String> words =
        typed.map(SearchText::words).orElse(List.of()).stream()
            .map(ProspectSearch::beginning)
            .toList();
    Args args = Args.of("ws", caller.workspace()).and("words", words);
    if (email.isPresent()) {
      return page(
          caller, "Email", args.and("key", RowTables.addressKey(email.get().strip())), page);
    }
    Optional<String> longest = words.stream().max(Comparator.comparingInt(String::length));
    return longest.isPresent()
        ? page(caller, "Words", args.and("longest", longest.get()), page)
        : page(caller, "All", args, page);
  }

  /// All that the words find.
  List<Doc> all(Caller caller, Optional<String> typed) {
    List<String> words =
        typed.map(SearchText::words).orElse(List.of()).stream()
            .map(ProspectSearch::beginning)
            .toList();
    Optional<String> longest = words.stream().max(Comparator.comparingInt(String::length));
    Args args =
        Args.of("ws", caller.workspace())
            .and("words", words)
            .and("longest", longest.orElse(""))
            .and("limit", Integer.MAX_VALUE)
            .and("offset", 0);
    return database.snapshot(
        caller.scope(),
        tx ->
            tx.list(
                statements.get(longest.isPresent() ? "byWords" : "byAll"),
                args,
                row -> RowTables.doc(Entity.PROSPECT, row)));
  }

  private Page.Of<ObjectNode> page(Caller caller, String by, Args args, Page page) {
    Args window = args.and("limit", page.limit()).and("offset", page.offset());
    return database.snapshot(
        caller.scope(),
        tx ->
            page.of(
                tx.list(
                    statements.get("by" + by),
                    window,
                    row -> Rows.shown(caller, RowTables.doc(Entity.PROSPECT, row))),
                tx.one(statements.get("count" + by), args, row -> row.whole("n"))));
  }

  private static String beginning(String word) {
    String literal = word.replace("\\", "\\\\").replace("%", "\\%").replace("_", "\\_");
    return "% " + literal + "%";
  }
}
