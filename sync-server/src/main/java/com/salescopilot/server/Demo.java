package com.salescopilot.server;

import com.salescopilot.server.db.Scope;
import com.salescopilot.server.demo.SampleWorkspace;
import com.salescopilot.server.demo.ScratchDirectory;
import com.salescopilot.server.demo.TestMailbox;
import java.nio.file.Path;
import java.util.Base64;
import java.util.HashMap;
import java.util.List;
import java.util.Map;
import java.util.Optional;

/// A server to try: nothing that it does outlives it, and no mail leaves the machine.
///
/// @param instructions lines for a person and for a script: how to sign in, where the mails arrive
record Demo(Core core, List<String> instructions) {
  private static final String EMAIL = "ada@salescopilot.example";
  private static final String PASSWORD = "try-everything-once";

  /// Starts what the server stands on, with settings of its own where the environment has none.
  static Demo start(Map<String, String> environment, Lifecycle lifecycle) throws Exception {
    Map<String, String> settings = new HashMap<>(environment);
    settings.values().removeIf(String::isBlank);
    if (!settings.containsKey("SC_DATA_DIR")) {
      ScratchDirectory scratch =
          lifecycle.start("scratch directory", ScratchDirectory::make, ScratchDirectory::close);
      settings.put("SC_DATA_DIR", scratch.path().toString());
    }
    TestMailbox mailbox =
        lifecycle.start("test mailbox", () -> TestMailbox.start(EMAIL), TestMailbox::close);
    if (!settings.containsKey("SC_SMTP_HOST")) {
      settings.putAll(mailbox.settings());
    }
    settings.putIfAbsent("SC_EARLY_OPEN_SECONDS", "0"); // a script opens faster than people
    settings.putIfAbsent("SC_EGRESS_ALLOW", "127.0.0.0/8");
    // unpacked once, not for every try
    settings.putIfAbsent("SC_POSTGRES_BINARIES", home(settings).toString());
    Core core = Core.start(ServerConfig.read(settings), lifecycle);
    Scope scope = account(core, PASSWORD);
    new SampleWorkspace(core.streams()).load(scope);
    return new Demo(core, List.of(signIn(PASSWORD), mailbox.instructions()));
  }

  /// Adds the sample workspace to a database in use.
  ///
  /// @return what there is to know, for a person and for a script
  static String addSample(Core core) {
    Optional<Scope> found = core.auth().account(EMAIL);
    String password = random(core);
    new SampleWorkspace(core.streams()).load(found.orElseGet(() -> account(core, password)));
    return found.isPresent()
        ? "The sample workspace belongs to " + EMAIL + ", whose password stays as it is."
        : signIn(password);
  }

  private static Scope account(Core core, String password) {
    return core.auth()
        .account(EMAIL)
        .orElseGet(() -> core.auth().makeAccount(EMAIL, password, "Ada", "Lindqvist"));
  }

  private static String signIn(String password) {
    return "SIGN-IN email=" + EMAIL + " password=" + password;
  }

  /// A database in use can send real mail: an account with a password that everyone knows would let
  /// everyone do so.
  private static String random(Core core) {
    byte[] bytes = new byte[15];
    core.random().nextBytes(bytes);
    return Base64.getUrlEncoder().withoutPadding().encodeToString(bytes);
  }

  private static Path home(Map<String, String> settings) {
    return ServerConfig.home(settings).resolve(Path.of(".sales-copilot", "demo"));
  }
}
