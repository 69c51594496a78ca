package com.salescopilot.server;

import com.salescopilot.model.mail.Address;
import com.salescopilot.server.ai.EngineSettings;
import com.salescopilot.server.auth.SignUpPolicy;
import com.salescopilot.server.db.DatabaseLogin;
import com.salescopilot.server.db.PoolSizes;
import com.salescopilot.server.egress.Allowed;
import com.salescopilot.server.egress.Endpoint;
import com.salescopilot.server.http.Listening;
import com.salescopilot.server.http.Network;
import com.salescopilot.server.keys.KeyFile;
import com.salescopilot.server.oidc.Provider;
import com.salescopilot.server.oidc.Registration;
import java.io.IOException;
import java.io.UncheckedIOException;
import java.net.URI;
import java.nio.file.Files;
import java.nio.file.InvalidPathException;
import java.nio.file.Path;
import java.time.Duration;
import java.util.ArrayList;
import java.util.HashSet;
import java.util.List;
import java.util.Map;
import java.util.Optional;
import java.util.Set;
import java.util.stream.Stream;

/// All settings of the server, read once from the environment; nothing else reads it.
///
/// @param publicUrl base of links in mails; empty: the tracking listener
/// @param apiUrl base of OAuth callbacks; empty: the api listener
/// @param postgresBinaries where the programs of the embedded PostgreSQL are unpacked; servers may
///   share it
/// @param database empty: the embedded PostgreSQL in the data directory
/// @param masterKeyFile empty: made once in the data directory
/// @param drain how long to say "not ready" before the listeners stop
/// @param registrations at the providers that people may sign in at
/// @param smtp empty: nothing can be sent until a member has a mailbox
/// @param earlyOpen an open sooner than this after the sending is a machine's
/// @param ai the engine for suggestions beside the built-in one; empty: none
/// @param warnings names that are not known
record ServerConfig(
    Listening listening,
    Optional<URI> publicUrl,
    Optional<URI> apiUrl,
    Path dataDir,
    Path postgresBinaries,
    Optional<DatabaseLogin> database,
    Optional<Path> masterKeyFile,
    SignUpPolicy signup,
    Duration drain,
    Optional<Smtp> smtp,
    List<Registration> registrations,
    List<Allowed> egressAllow,
    Duration earlyOpen,
    WebhookAuth webhookAuth,
    Optional<Secret> webhookSecret,
    Optional<EngineSettings> ai,
    List<String> warnings) {

  private static final Duration GRACE = Duration.ofSeconds(10);
  private static final int HIGHEST_PORT = 65_535;

  /// What later parts of the server and the desktop app read from the same environment.
  private static final List<String> RESERVED =
      List.of(
          "SC_IMAP_",
          "SC_MICROSOFT_",
          "SC_KAFKA_BOOTSTRAP",
          "SC_PROFILE_DIR",
          "SC_SERVER_URL",
          "SC_THEME",
          "SC_LANG",
          "SC_KEYCHAIN");

  /// Whether hooks need a proof.
  enum WebhookAuth {
    PROOF,
    OPEN
  }

  /// How the connection to a mail server is protected.
  enum Tls {
    NONE,
    STARTTLS,
    TLS
  }

  /// The default mailbox's way out.
  ///
  /// @param user empty: no login
  /// @param from the address that mails come from
  record Smtp(
      String host,
      int port,
      Optional<String> user,
      Optional<Secret> password,
      Tls tls,
      String from) {}

  /// Reads and checks everything.
  ///
  /// @throws StartRefused with all problems in one message
  static ServerConfig read(Map<String, String> environment) {
    Settings in = new Settings(environment);
    Path dataDir =
        in.parsed("SC_DATA_DIR", "a directory", ServerConfig::path)
            .orElseGet(() -> home(environment).resolve(".sales-copilot").resolve("server"));
    ServerConfig config =
        new ServerConfig(
            listening(in),
            in.parsed(
                "SC_PUBLIC_URL", "an address such as https://mail.example.org", ServerConfig::base),
            in.parsed(
                "SC_API_URL", "an address such as https://api.example.org", ServerConfig::base),
            dataDir,
            in.parsed("SC_POSTGRES_BINARIES", "a directory", ServerConfig::path)
                .orElseGet(() -> dataDir.resolve("postgres-binaries")),
            database(in),
            in.parsed("SC_MASTER_KEY_FILE", "a file", ServerConfig::path),
            in.choice("SC_SIGNUP", SignUpPolicy.OPEN),
            Duration.ofSeconds(in.whole("SC_DRAIN", 0, 0, 600)),
            smtp(in),
            registrations(in),
            in.list(
                "SC_EGRESS_ALLOW", "ranges such as 10.0.0.0/8 or 10.0.0.0/8:25", Allowed::parse),
            Duration.ofSeconds(in.whole("SC_EARLY_OPEN_SECONDS", 10, 0, 3_600)),
            in.choice("SC_WEBHOOK_AUTH", WebhookAuth.PROOF),
            in.text("SC_WEBHOOK_SECRET").map(Secret::new),
            ai(in),
            in.unknown(RESERVED));
    if (!in.problems().isEmpty()) {
      throw new StartRefused(String.join(System.lineSeparator(), in.problems()));
    }
    return config;
  }

  private static Listening listening(Settings in) {
    String bind = in.parsed("SC_BIND", "an address", ServerConfig::literal).orElse("127.0.0.1");
    return new Listening(
        bind,
        in.parsed("SC_ADMIN_BIND", "an address", ServerConfig::literal).orElse("127.0.0.1"),
        in.whole("SC_PORT", 8_080, 0, HIGHEST_PORT),
        in.whole("SC_TRACKING_PORT", 8_081, 0, HIGHEST_PORT),
        in.whole("SC_ADMIN_PORT", 8_082, 0, HIGHEST_PORT),
        in.list("SC_TRUSTED_PROXIES", "ranges such as 10.0.0.0/8", Network::parse),
        3 * PoolSizes.STANDARD.app(),
        GRACE);
  }

  private static Optional<DatabaseLogin> database(Settings in) {
    Optional<String> url =
        in.parsed(
            "SC_DATABASE_URL", "a URL such as jdbc:postgresql://host/name", ServerConfig::jdbc);
    Optional<String> user = in.text("SC_DATABASE_USER");
    Optional<String> password = in.text("SC_DATABASE_PASSWORD");
    if (url.isEmpty() && (user.isPresent() || password.isPresent())) {
      in.problem("SC_DATABASE_URL", "is needed beside SC_DATABASE_USER and SC_DATABASE_PASSWORD");
    }
    if (url.isPresent() && user.isEmpty()) {
      in.problem("SC_DATABASE_USER", "is needed beside SC_DATABASE_URL");
    }
    return url.map(text -> new DatabaseLogin(text, user.orElse(""), password.orElse("")));
  }

  private static List<Registration> registrations(Settings in) {
    List<Registration> all = new ArrayList<>();
    for (Provider provider : Provider.values()) {
      String prefix = "SC_" + provider.name();
      Optional<String> id = in.text(prefix + "_CLIENT_ID");
      Optional<String> secret = in.text(prefix + "_CLIENT_SECRET");
      Optional<URI> issuer =
          in.parsed(
              prefix + "_ISSUER", "an address such as " + provider.issuer(), ServerConfig::base);
      if (id.isPresent() && secret.isPresent()) {
        all.add(
            new Registration(provider, issuer.orElseGet(provider::issuer), id.get(), secret.get()));
      } else if (id.isPresent() || secret.isPresent()) {
        in.problem(
            prefix + (id.isPresent() ? "_CLIENT_SECRET" : "_CLIENT_ID"),
            "is needed beside the other " + prefix + " settings");
      }
    }
    return all;
  }

  private static Optional<EngineSettings> ai(Settings in) {
    EngineSettings.Provider provider = in.choice("SC_AI_PROVIDER", EngineSettings.Provider.NONE);
    Optional<URI> url =
        in.parsed("SC_AI_URL", "an address such as https://llm.example.org/v1", ServerConfig::base);
    Optional<String> model = in.text("SC_AI_MODEL");
    Optional<String> key =
        in.parsed("SC_AI_KEY_FILE", "a file that can be read", ServerConfig::firstLine);
    int daily = in.whole("SC_AI_DAILY_TOKENS", 200_000, 0, 1_000_000_000);
    if (provider == EngineSettings.Provider.NONE) {
      return Optional.empty();
    }
    if (model.isEmpty()) {
      in.problem("SC_AI_MODEL", "is needed beside SC_AI_PROVIDER");
    }
    return Optional.of(
        new EngineSettings(provider, url.orElseGet(provider::usual), model.orElse(""), key, daily));
  }

  private static String firstLine(String file) {
    try (Stream<String> lines = Files.lines(path(file))) {
      return lines
          .map(String::strip)
          .filter(line -> !line.isEmpty())
          .findFirst()
          .orElseThrow(IllegalArgumentException::new);
    } catch (IOException | UncheckedIOException e) {
      throw new IllegalArgumentException(e);
    }
  }

  private static Optional<Smtp> smtp(Settings in) {
    Optional<String> host = in.text("SC_SMTP_HOST");
    Tls tls = in.choice("SC_SMTP_TLS", Tls.STARTTLS);
    int port = in.whole("SC_SMTP_PORT", tls == Tls.TLS ? 465 : 587, 1, HIGHEST_PORT);
    Optional<String> user = in.text("SC_SMTP_USER");
    Optional<Secret> password = in.text("SC_SMTP_PASSWORD").map(Secret::new);
    Optional<String> from = in.parsed("SC_SMTP_FROM", "an e-mail address", ServerConfig::address);
    boolean some = user.isPresent() || password.isPresent() || from.isPresent();
    if (host.isEmpty() && some) {
      in.problem("SC_SMTP_HOST", "is needed beside the other SC_SMTP settings");
    }
    if (host.isPresent() && from.isEmpty() && user.filter(u -> u.contains("@")).isEmpty()) {
      in.problem("SC_SMTP_FROM", "is needed beside SC_SMTP_HOST");
    }
    return host.map(
        name -> new Smtp(name, port, user, password, tls, from.or(() -> user).orElse("")));
  }

  /// The machines that the environment names; they may be reached wherever they are.
  Set<Endpoint> named() {
    Set<Endpoint> named = new HashSet<>();
    smtp.ifPresent(relay -> named.add(new Endpoint(relay.host(), relay.port())));
    registrations.forEach(registration -> named.add(Endpoint.of(registration.issuer())));
    ai.ifPresent(engine -> named.add(Endpoint.of(engine.base())));
    return named;
  }

  /// The file of the master keys, which need not exist yet.
  KeyFile keyFile() {
    return new KeyFile(masterKey());
  }

  /// Where that file is.
  Path masterKey() {
    return masterKeyFile.orElseGet(() -> dataDir.resolve("master.key"));
  }

  /// Where the user who runs the server keeps files.
  static Path home(Map<String, String> environment) {
    return Path.of(environment.getOrDefault("HOME", System.getProperty("user.home")));
  }

  private static Path path(String text) {
    try {
      return Path.of(text).toAbsolutePath().normalize();
    } catch (InvalidPathException e) {
      throw new IllegalArgumentException(e);
    }
  }

  private static URI base(String text) {
    URI uri = URI.create(text);
    boolean web = "http".equals(uri.getScheme()) || "https".equals(uri.getScheme());
    if (!web || uri.getHost() == null || uri.getQuery() != null || uri.getFragment() != null) {
      throw new IllegalArgumentException();
    }
    return URI.create(text.replaceFirst("/+$", ""));
  }

  private static String jdbc(String text) {
    if (!text.startsWith("jdbc:postgresql:")) {
      throw new IllegalArgumentException();
    }
    return text;
  }

  private static String literal(String text) {
    return text.equals("localhost") ? "127.0.0.1" : Network.parse(text).address().getHostAddress();
  }

  private static String address(String text) {
    return switch (Address.parse(text)) {
      case Address.Accepted accepted -> accepted.address().toString();
      case Address.Refused _ -> throw new IllegalArgumentException();
    };
  }
}
