package com.salescopilot.desktop.platform;

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
import org.jspecify.annotations.Nullable;

/// One window a profile directory. Whoever starts second asks the first, over a socket in the
/// directory, to raise its window, and ends. Where there are no such sockets the lock of the store
/// decides, with an error instead of a window.
public final class SingleInstance implements AutoCloseable {
  private static final System.Logger LOG = System.getLogger(SingleInstance.class.getName());

  /// The shortest limit of the systems that have such sockets is 104, with a byte for the end.
  private static final int LONGEST_PATH = 100;

  private static final byte[] RAISE = "raise\n".getBytes(StandardCharsets.US_ASCII);
  private static final byte[] RAISED = "raised\n".getBytes(StandardCharsets.US_ASCII);

  private final @Nullable ServerSocketChannel listening;
  private final Path socket;

  private SingleInstance(@Nullable ServerSocketChannel listening, Path socket) {
    this.listening = listening;
    this.socket = socket;
  }

  /// Becomes the one of a directory.
  ///
  /// @param raise raises the window; called on any thread
  /// @return empty if another is there already, and has raised its window
  public static Optional<SingleInstance> start(Path profile, Runnable raise) {
    Path socket = socketOf(profile);
    if (asked(socket)) {
      return Optional.empty();
    }
    try {
      Files.createDirectories(profile);
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

  private static boolean asked(Path socket) {
    try (SocketChannel channel = SocketChannel.open(UnixDomainSocketAddress.of(socket))) {
      channel.write(ByteBuffer.wrap(RAISE));
      return reads(channel, RAISED);
    } catch (IOException | UnsupportedOperationException e) {
      return false; // nobody is there
    }
  }

  private static void listen(ServerSocketChannel server, Runnable raise) {
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

  private static void answer(SocketChannel channel, Runnable raise) {
    try (channel) {
      if (reads(channel, RAISE)) {
        raise.run();
        channel.write(ByteBuffer.wrap(RAISED));
      }
    } catch (IOException e) {
      LOG.log(System.Logger.Level.DEBUG, "a second start went away", e);
    }
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
