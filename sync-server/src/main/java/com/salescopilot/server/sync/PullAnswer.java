package com.salescopilot.server.sync;

import com.salescopilot.model.protocol.PullLine;
import com.salescopilot.model.protocol.PullRequest;
import com.salescopilot.model.protocol.PullWriter;
import com.salescopilot.model.server.PullPages;
import com.salescopilot.server.db.Scope;
import com.salescopilot.server.stream.Streams;
import java.io.IOException;
import java.io.OutputStream;
import java.nio.charset.StandardCharsets;
import java.util.Optional;
import java.util.function.BooleanSupplier;

/// An answer to a pull, page after page. No snapshot is held while a page is written, so a slow
/// reader costs a thread and nothing else.
record PullAnswer(Streams streams, Scope scope, PullRequest pull, Streams.FirstPage first) {

  /// @param mayGoOn whether its reader may still see what was read; asked of every page but the
  ///   first
  void writeTo(OutputStream out, BooleanSupplier mayGoOn) throws IOException {
    PullWriter writer = new PullWriter();
    write(out, writer.line(new PullLine.Head(first.epoch(), first.full())));
    Optional<PullPages.Page> page = Optional.of(first.page());
    while (page.isPresent()) {
      write(out, writer, page.get());
      PullLine.End end = page.get().end();
      // an answer that stops short of its end is asked for again
      page =
          end.more() ? streams.pullOn(scope, pull.device(), end.revs(), first) : Optional.empty();
      // asked after the page was read, so that nothing is shown that came after a removal
      page = page.filter(_ -> mayGoOn.getAsBoolean());
    }
  }

  private static void write(OutputStream out, PullWriter writer, PullPages.Page page)
      throws IOException {
    StringBuilder lines = new StringBuilder();
    page.lines().forEach(line -> lines.append(writer.line(line)));
    write(out, lines.append(writer.line(page.end())).toString());
    out.flush();
  }

  private static void write(OutputStream out, String lines) throws IOException {
    out.write(lines.getBytes(StandardCharsets.UTF_8));
  }
}
