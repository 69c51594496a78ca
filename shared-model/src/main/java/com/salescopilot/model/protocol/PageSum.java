package com.salescopilot.model.protocol;

import com.salescopilot.model.value.CanonicalJson;
import com.salescopilot.model.value.Value;
import java.nio.charset.StandardCharsets;
import java.util.SortedMap;
import java.util.TreeMap;
import java.util.zip.CRC32C;

/// The checksum of one page of an answer: CRC-32C over the bytes of its lines, line ends included,
/// and of its last line without the sum itself. Pages are taken while the answer still arrives, so
/// the check at the end of a compressed stream comes too late for them.
final class PageSum {
  /// The member of the last line that carries it.
  static final String MEMBER = "crc";

  private final CRC32C crc = new CRC32C();

  /// Goes on with a line before the last one.
  void add(String lines) {
    crc.update(lines.getBytes(StandardCharsets.UTF_8));
  }

  /// The sum of the page that this line ends. The next page begins.
  ///
  /// @param last the members of the line; the sum among them does not count
  long end(SortedMap<String, Value> last) {
    SortedMap<String, Value> counted = new TreeMap<>(last);
    counted.remove(MEMBER);
    add(CanonicalJson.of(new Value.Fields(counted)));
    long sum = crc.getValue();
    crc.reset();
    return sum;
  }
}
