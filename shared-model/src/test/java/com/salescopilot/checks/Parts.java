package com.salescopilot.checks;

import com.fasterxml.jackson.databind.JsonNode;
import com.salescopilot.model.value.ValueJson;
import java.io.IOException;
import java.nio.file.DirectoryStream;
import java.nio.file.Files;
import java.nio.file.Path;
import java.security.MessageDigest;
import java.security.NoSuchAlgorithmException;
import java.util.HexFormat;
import java.util.Map;
import java.util.Set;
import java.util.TreeMap;
import java.util.TreeSet;

/// What a built program says it consists of (CycloneDX), beside what it does consist of.
public final class Parts {
  private final Path target;
  private final String program;

  /// @param target the module's `target`, packaged
  /// @param program the name of the jar
  public Parts(Path target, String program) {
    this.target = target;
    this.program = program;
  }

  /// The jars in `libs`, by the hash of their content.
  public Map<String, String> shipped() throws IOException {
    Map<String, String> shipped = new TreeMap<>();
    try (DirectoryStream<Path> jars = Files.newDirectoryStream(target.resolve("libs"), "*.jar")) {
      for (Path jar : jars) {
        shipped.put(sha256(jar), jar.getFileName().toString());
      }
    }
    return shipped;
  }

  /// The hashes of the parts that are listed.
  public Set<String> listed() throws IOException {
    Set<String> listed = new TreeSet<>();
    for (JsonNode part : list().path("components")) {
      for (JsonNode hash : part.path("hashes")) {
        if (hash.path("alg").asText().equals("SHA-256")) {
          listed.add(hash.path("content").asText());
        }
      }
    }
    return listed;
  }

  /// The parts that are listed without a licence.
  public Set<String> unlicensed() throws IOException {
    Set<String> without = new TreeSet<>();
    for (JsonNode part : list().path("components")) {
      if (part.path("licenses").isEmpty()
          && !part.path("group").asText().equals("com.salescopilot")) {
        without.add(part.path("purl").asText());
      }
    }
    return without;
  }

  private JsonNode list() throws IOException {
    return ValueJson.tree(Files.readString(target.resolve(program + ".cdx.json")));
  }

  private static String sha256(Path file) throws IOException {
    try {
      byte[] sum = MessageDigest.getInstance("SHA-256").digest(Files.readAllBytes(file));
      return HexFormat.of().formatHex(sum);
    } catch (NoSuchAlgorithmException e) {
      throw new AssertionError(e);
    }
  }
}
