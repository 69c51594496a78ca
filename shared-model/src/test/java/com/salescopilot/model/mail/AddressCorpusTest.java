package com.salescopilot.model.mail;

import static org.assertj.core.api.Assertions.assertThat;
import static org.junit.jupiter.api.Assumptions.assumeTrue;

import com.fasterxml.jackson.databind.ObjectMapper;
import com.salescopilot.model.mail.Address.Accepted;
import java.io.IOException;
import java.nio.file.Files;
import java.nio.file.Path;
import java.util.List;
import java.util.function.Predicate;
import org.junit.jupiter.api.Test;

/// Judges by a public set of addresses (see its README for origin and licence), where it is
/// present.
final class AddressCorpusTest {
  private static final Path FILE =
      Path.of(System.getProperty("corpora.dir", "../../shared/corpora"), "addresses/addresses.tsv");

  private record Sample(String id, String address, String verdict) {}

  @Test
  void every_sample_that_a_sales_client_must_accept_is_accepted() throws IOException {
    assertThat(samples("accept"))
        .isNotEmpty()
        .allMatch(sample -> Address.parse(sample.address()) instanceof Accepted);
  }

  @Test
  void every_sample_that_must_be_refused_is_refused() throws IOException {
    assertThat(samples("reject"))
        .isNotEmpty()
        .noneMatch(sample -> Address.parse(sample.address()) instanceof Accepted);
  }

  @Test
  void legal_oddities_are_refused_or_safe_to_write_as_they_are() throws IOException {
    assertThat(samples("either"))
        .isNotEmpty()
        .allSatisfy(
            sample -> {
              if (Address.parse(sample.address()) instanceof Accepted(Address address)) {
                assertThat(HeaderGuard.offence(address.toString())).isEmpty();
                assertThat(address.toString()).doesNotContainAnyWhitespaces();
              }
            });
  }

  private static List<Sample> samples(String verdict) throws IOException {
    assumeTrue(Files.exists(FILE), () -> "no addresses at " + FILE + ": set -Dcorpora.dir");
    ObjectMapper json = new ObjectMapper();
    try (var lines = Files.lines(FILE)) {
      return lines.skip(1).map(line -> sample(json, line)).filter(is(verdict)).toList();
    }
  }

  private static Predicate<Sample> is(String verdict) {
    return sample -> sample.verdict().equals(verdict);
  }

  private static Sample sample(ObjectMapper json, String line) {
    String[] cells = line.split("\t", -1);
    try {
      return new Sample(cells[0], json.readValue(cells[1], String.class), cells[4]);
    } catch (IOException e) {
      throw new AssertionError("broken sample " + cells[0], e);
    }
  }
}
