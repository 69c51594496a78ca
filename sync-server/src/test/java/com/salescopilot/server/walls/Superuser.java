package com.salescopilot.server.walls;

import com.salescopilot.server.db.DatabaseLogin;
import com.salescopilot.server.db.Sql;
import com.salescopilot.server.db.Statements;
import com.salescopilot.server.db.TestDatabase;
import java.nio.charset.StandardCharsets;
import java.security.MessageDigest;
import java.security.NoSuchAlgorithmException;
import java.security.SecureRandom;
import java.sql.Connection;
import java.sql.DriverManager;
import java.sql.ResultSet;
import java.sql.SQLException;
import java.util.Base64;
import java.util.HexFormat;
import java.util.Map;
import java.util.Properties;
import java.util.Random;
import java.util.Set;
import java.util.SortedMap;
import java.util.TreeMap;
import java.util.TreeSet;

/// Looks behind the walls: what is stored of a workspace, whatever the roles and policies say.
final class Superuser implements AutoCloseable {
  private final Statements statements = Statements.load(Superuser.class);
  private final Connection connection;
  private final Random random = new SecureRandom();

  Superuser(TestDatabase db) throws SQLException {
    DatabaseLogin login = db.superuser();
    Properties properties = new Properties();
    properties.setProperty("user", login.user());
    properties.setProperty("password", login.password());
    properties.setProperty("stringtype", "unspecified");
    connection = DriverManager.getConnection(login.url(), properties);
  }

  /// Every row of a workspace, by table.
  SortedMap<String, String> dump(String workspace) {
    SortedMap<String, String> tables = new TreeMap<>();
    query(
        "everything",
        Map.of("ws", workspace),
        row -> tables.put(row.getString("table_name"), row.getString("content")));
    return tables;
  }

  /// Whether every consumer has heard everything that happened in a workspace.
  boolean allHeard(String workspace) {
    boolean[] heard = {true};
    query("unheard", Map.of("ws", workspace), _ -> heard[0] = false);
    return heard[0];
  }

  /// Makes a member without special rights, without an invitation.
  void addMember(String workspace, String user) {
    query("addMember", Map.of("ws", workspace, "user", user), _ -> {});
  }

  /// Signs a member in without the cost of a password.
  ///
  /// @return a refresh token
  String openSession(String workspace, String user) {
    byte[] token = new byte[32];
    random.nextBytes(token);
    String hash = HexFormat.of().formatHex(sha256(token));
    query("openSession", Map.of("ws", workspace, "user", user, "hash", hash), _ -> {});
    return Base64.getUrlEncoder().withoutPadding().encodeToString(token);
  }

  /// Makes an account with the password of another, and a bare workspace of its own.
  ///
  /// @return a refresh token of it
  String passerBy(String email, String like) {
    String[] made = new String[2];
    query(
        "addAccount",
        Map.of("email", email, "like", like),
        row -> {
          made[0] = row.getString("workspace_id");
          made[1] = row.getString("user_id");
        });
    return openSession(made[0], made[1]);
  }

  /// An invitation that nobody has used.
  record Invite(String id, String code) {}

  /// Invites into a workspace without counting.
  Invite invite(String workspace, String user) {
    String code = "%012d".formatted(random.nextLong(1_000_000_000_000L));
    String[] id = new String[1];
    query(
        "invite",
        Map.of("ws", workspace, "user", user, "hash", hash("INVITE\n" + code)),
        row -> id[0] = row.getString("id"));
    return new Invite(id[0], code);
  }

  /// Lets somebody's enrolment fail, as the answer of a mail server would.
  void failed(String workspace, String campaign, String prospect) {
    query("failed", Map.of("ws", workspace, "campaign", campaign, "prospect", prospect), _ -> {});
  }

  /// A second secret of hooks, which opens nothing.
  String hookSecret(String workspace, String user) {
    String[] id = new String[1];
    query("hookSecret", Map.of("ws", workspace, "user", user), row -> id[0] = row.getString("id"));
    return id[0];
  }

  /// Removes the second one.
  void dropHookSecret(String workspace) {
    query("dropHookSecret", Map.of("ws", workspace), _ -> {});
  }

  /// Lets a mail have left, as a mail server would.
  void sent(String workspace, String email) {
    query("sent", Map.of("ws", workspace, "email", email), _ -> {});
  }

  /// The kinds of acts that were written down, in whatever workspace.
  Set<String> acts() {
    Set<String> acts = new TreeSet<>();
    query("acts", Map.of(), row -> acts.add(row.getString("action")));
    return acts;
  }

  private static String hash(String text) {
    return HexFormat.of().formatHex(sha256(text.getBytes(StandardCharsets.UTF_8)));
  }

  private static byte[] sha256(byte[] bytes) {
    try {
      return MessageDigest.getInstance("SHA-256").digest(bytes);
    } catch (NoSuchAlgorithmException e) {
      throw new AssertionError(e);
    }
  }

  /// The members of a device's last mutation in the log, and what its author was told.
  String fate(String workspace, String mutation) {
    StringBuilder found = new StringBuilder();
    query(
        "fate",
        Map.of("ws", workspace, "mutation", mutation),
        row -> found.append(row.getString("fate")).append('\n'));
    return found.toString();
  }

  private interface Each {
    void row(ResultSet row) throws SQLException;
  }

  private void query(String name, Map<String, String> values, Each each) {
    Sql sql = statements.get(name);
    try (var prepared = connection.prepareStatement(sql.text())) {
      for (int i = 0; i < sql.parameters().size(); i++) {
        prepared.setString(i + 1, values.get(sql.parameters().get(i)));
      }
      try (ResultSet rows = prepared.executeQuery()) {
        while (rows.next()) {
          each.row(rows);
        }
      }
    } catch (SQLException e) {
      throw new AssertionError(name + " failed", e);
    }
  }

  @Override
  public void close() throws SQLException {
    connection.close();
  }
}
