package com.salescopilot.server.company;

import static org.assertj.core.api.Assertions.assertThat;

import com.salescopilot.model.entity.Entity;
import com.salescopilot.model.entity.RowKey;
import com.salescopilot.model.id.UuidV7;
import com.salescopilot.model.sync.Actor;
import com.salescopilot.model.sync.Change;
import com.salescopilot.model.sync.Role;
import com.salescopilot.model.value.Value;
import com.salescopilot.server.TestApi;
import com.salescopilot.server.TestApi.Reply;
import com.salescopilot.server.db.Scope;
import com.salescopilot.server.db.TestDatabase;
import com.salescopilot.server.stream.Heads;
import com.salescopilot.server.stream.RowTables;
import com.salescopilot.server.stream.Streams;
import java.io.IOException;
import java.nio.file.Files;
import java.nio.file.Path;
import java.time.Clock;
import java.util.List;
import java.util.Map;
import java.util.Random;
import java.util.TreeMap;
import java.util.UUID;
import org.junit.jupiter.api.Order;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.api.extension.RegisterExtension;
import org.junit.jupiter.api.io.TempDir;

final class CompanyHookTest {
  @Order(1)
  @RegisterExtension
  static final TestDatabase db = new TestDatabase();

  @Order(2)
  @RegisterExtension
  static final TestApi api = new TestApi(db);

  @TempDir Path folder;

  @Test
  void the_first_prospect_of_a_domain_brings_what_the_operator_knows_into_the_workspace_alone()
      throws IOException {
    Files.writeString(
        folder.resolve("a.csv"),
        "domain,name,industry,Revenue\nhttps://www.acme.example/,Acme,Steel,5\ngmail.com,Mail,,\n");
    SharedCompanies shared = new SharedCompanies(db.database(), Clock.systemUTC());
    shared.load(folder);
    Scope scope = db.newWorkspace();
    Scope other = db.newWorkspace();
    RowTables tables = new RowTables();
    UuidV7 ids = new UuidV7(Clock.systemUTC(), new Random(1));
    Streams streams =
        new Streams(
            db.database(),
            tables,
            List.of(new CompanyHook(shared)),
            TestDatabase.tags(),
            new Heads(),
            ids::next,
            Clock.systemUTC());
    for (String email : List.of("ana@acme.example", "bo@ACME.example", "cy@gmail.com")) {
      var _ =
          streams.write(
              scope,
              new Actor.Member(scope.user(), Role.USER, UUID.randomUUID()),
              List.of(
                  new Change.Create(
                      new RowKey(Entity.PROSPECT, ids.next()),
                      new TreeMap<>(Map.of("email", Value.text(email))))));
    }

    Reply known = api.as(scope).get("/companies/acme.example");
    assertThat(known.at("name")).isEqualTo("Acme");
    assertThat(known.at("workspaceId")).isEqualTo(scope.workspace().toString());
    assertThat(known.json().at("/metadata/revenue").asText()).isEqualTo("5");
    assertThat(known.json().at("/metadata/source/file").asText()).isEqualTo("a.csv");
    assertThat(known.json().at("/metadata/source/row").asInt()).isEqualTo(1);
    assertThat(known.json().path("rev").asInt()).isPositive();
    assertThat(api.as(scope).get("/companies/gmail.com").status()).isEqualTo(404);

    Reply refused = companies(api.as(scope), "domain,name\nacme.example,Mine\n");
    assertThat(refused.status()).isEqualTo(403);
    Reply mine = companies(api.asAdmin(scope), "domain,name\nacme.example,Mine\nx,\n");
    assertThat(mine.json().path("companies").asInt()).isEqualTo(1);
    assertThat(mine.json().path("invalid").asInt()).isEqualTo(1);
    assertThat(api.as(scope).get("/companies/acme.example").at("name")).isEqualTo("Mine");
    assertThat(api.as(other).get("/companies/acme.example").at("name")).isEqualTo("Acme");
  }

  private static Reply companies(TestApi.Client client, String file) {
    return client.send("POST", "/companies/import", file, "Content-Type", "text/csv");
  }
}
