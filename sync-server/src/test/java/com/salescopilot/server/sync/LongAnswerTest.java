package com.salescopilot.server.sync;

import static org.assertj.core.api.Assertions.assertThat;

import com.salescopilot.model.id.UuidV7;
import com.salescopilot.model.protocol.PullRequest;
import com.salescopilot.server.TestApi;
import com.salescopilot.server.db.Scope;
import com.salescopilot.server.db.TestDatabase;
import java.io.ByteArrayOutputStream;
import java.io.IOException;
import java.nio.charset.StandardCharsets;
import java.time.Clock;
import java.util.List;
import java.util.Random;
import java.util.function.BooleanSupplier;
import org.junit.jupiter.api.Order;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.api.extension.RegisterExtension;

/// An answer to a pull that has more than one page.
final class LongAnswerTest {
  private static final int ROWS = 2_100;

  @Order(1)
  @RegisterExtension
  static final TestDatabase db = new TestDatabase();

  @Order(2)
  @RegisterExtension
  static final TestApi api = new TestApi(db);

  private final UuidV7 ids = new UuidV7(Clock.systemUTC(), new Random());

  @Test
  void it_stops_after_the_page_in_which_its_reader_was_removed() throws IOException {
    var _ = api.epochs().begin();
    Scope scope = db.newWorkspace();
    WireClient writer = new WireClient(api, scope, ids::next);
    for (int i = 0; i < ROWS; i++) {
      writer.create("p" + i + "@b.example");
    }
    writer.sync();
    WireClient reader = new WireClient(api, scope, ids::next);
    PullRequest pull = reader.core.pullRequest(0);

    List<String> whole = lines(scope, pull, () -> true);
    assertThat(ends(whole)).isGreaterThan(1);
    assertThat(whole.getLast()).contains("\"more\":false");

    List<String> torn = lines(scope, pull, () -> false);
    assertThat(ends(torn)).isEqualTo(1);
    assertThat(torn.getLast()).as("the client asks again").contains("\"more\":true");
  }

  private static List<String> lines(Scope scope, PullRequest pull, BooleanSupplier mayGoOn)
      throws IOException {
    ByteArrayOutputStream out = new ByteArrayOutputStream();
    new PullAnswer(api.streams(), scope, pull, api.streams().pull(scope, pull))
        .writeTo(out, mayGoOn);
    return out.toString(StandardCharsets.UTF_8).lines().toList();
  }

  private static long ends(List<String> lines) {
    return lines.stream().filter(line -> line.contains("\"t\":\"end\"")).count();
  }
}
