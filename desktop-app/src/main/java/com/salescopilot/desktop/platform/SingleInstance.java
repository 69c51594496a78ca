package com.salescopilot.desktop.platform;

import com.salescopilot.desktop.store.PrivateFiles;
import com.salescopilot.model.sync.Hash128;
import java.io.IOException;
import java.net.StandardProtocolFamily;
import java.net.UnixDomainSocketAddress;
import java.nio.ByteBuffer;
import java.nio.channels.ServerSocketChannel;
import java.nio.channels.SocketChannel;
import java.nio.charset.StandardCharsets;
import java.nio.file.Files;
import java.nio.file.Path;
import java.util.Optional;
import java.util.function.Consumer;
import org.jspecify.annotations.Nullable;

/// One window a profile directory. Whoever starts second asks the first, over a socket in the
/// directory, to raise its window and to do what it was started for, and ends. Where there are no
/// such sockets the lock of the store decides, with an error instead of a window.
public final class SingleInstance implements AutoCloseable {
  private static final System.Logger LOG = System.getLogger(SingleInstance.class.getName());

  /// The shortest limit of the systems that have such sockets is 104, with a byte for the end.
  private static final int LONGEST_PATH = 100;

  private static final String RAISE = "raise ";

  /// What is longer is cut: nothing that somebody means is as long.
  private static final int LONGEST_WISH = 4_096;

  private static final int LONGEST_LINE = 4 * LONGEST_WISH;

  private static final byte[] RAISED = "raised\n".getBytes(StandardCharsets.US_ASCII);

  private final @Nullable ServerSocketChannel listening;
  private final Path socket;

  private SingleInstance(@Nullable ServerSocketChannel listening, Path socket) {
    this.listening = listening;
    this.socket = socket;
  }

  /// Becomes the one of a directory.
  ///
  /// @param wish what this program was started for, in one line; may be empty
  /// @param raise raises the window and is told the wish of whoever started; called on any thread
  /// @return empty if another is there already, and has raised its window
  public static Optional<SingleInstance> start(Path profile, String wish, Consumer<String> raise) {
    Path socket = socketOf(profile);
    if (asked(socket, wish)) {
      return Optional.empty();
    }
    try {
      PrivateFiles.directory(profile);
      Files.deleteIfExists(socket); // of one that died
      ServerSocketChannel server = ServerSocketChannel.open(StandardProtocolFamily.UNIX);
      server.bind(UnixDomainSocketAddress.of(socket));
      Thread.ofVirtual().name("single-instance").start(() -> listen(server, raise));
      return Optional.of(new SingleInstance(server, socket));
    } catch (IOException | UnsupportedOperationException e) {
      LOG.log(System.Logger.Level.DEBUG, "no socket; the store's lock decides", e);
      return Optional.of(new SingleInstance(null, socket));
    }
  }

  static Path socketOf(Path profile) {
    Path beside = profile.toAbsolutePath().resolve("window.socket");
    if (beside.toString().getBytes(StandardCharsets.UTF_8).length <= LONGEST_PATH) {
      return beside;
    }
    String name = Hash128.of(profile.toAbsolutePath().toString()).hex();
    return Path.of(System.getProperty("java.io.tmpdir"), "sales-copilot-" + name + ".socket");
  }

  private static boolean asked(Path socket, String wish) {
    String words = wish.substring(0, Math.min(wish.length(), LONGEST_WISH)).replaceAll("\\R", " ");
    ByteBuffer line = StandardCharsets.UTF_8.encode(RAISE + words + "\n");
    try (SocketChannel channel = SocketChannel.open(UnixDomainSocketAddress.of(socket))) {
      while (line.hasRemaining()) {
        channel.write(line);
      }
      return reads(channel, RAISED);
    } catch (IOException | UnsupportedOperationException e) {
      return false; // nobody is there
    }
  }

  private static void listen(ServerSocketChannel server, Consumer<String> raise) {
    while (server.isOpen()) {
      try {
        SocketChannel channel = server.accept();
        // one that says nothing keeps nobody else waiting
        Thread.ofVirtual().name("second-start").start(() -> answer(channel, raise));
      } catch (IOException e) {
        return; // closed
      }
    }
  }

  private static void answer(SocketChannel channel, Consumer<String> raise) {
    try (channel) {
      Optional<String> line = line(channel).filter(words -> words.startsWith(RAISE));
      if (line.isPresent()) {
        raise.accept(line.get().substring(RAISE.length()));
        channel.write(ByteBuffer.wrap(RAISED));
      }
    } catch (IOException e) {
      LOG.log(System.Logger.Level.DEBUG, "a second start went away", e);
    }
  }

  /// A line, if one comes that is not too long.
  private static Optional<String> line(SocketChannel channel) throws IOException {
    ByteBuffer read = ByteBuffer.allocate(LONGEST_LINE);
    while (read.hasRemaining() && channel.read(read) >= 0) {
      int last = read.position() - 1;
      if (last >= 0 && read.get(last) == '\n') {
        return Optional.of(StandardCharsets.UTF_8.decode(read.flip().limit(last)).toString());
      }
    }
    return Optional.empty();
  }

  /// Whether exactly these bytes come first.
  private static boolean reads(SocketChannel channel, byte[] wanted) throws IOException {
    ByteBuffer read = ByteBuffer.allocate(wanted.length);
    while (read.hasRemaining()) {
      if (channel.read(read) < 0) {
        return false;
      }
    }
    return read.flip().equals(ByteBuffer.wrap(wanted));
  }

  @Override
  public void close() {
    if (listening == null) {
      return;
    }
    try {
      listening.close();
      Files.deleteIfExists(socket);
    } catch (IOException e) {
      LOG.log(System.Logger.Level.DEBUG, "the socket stays; the next start replaces it", e);
    }
  }
}
