package com.salescopilot.server.sending;

import com.salescopilot.server.events.Bell;
import com.salescopilot.server.sending.ScriptedPeer.Stage;
import java.io.IOException;
import java.util.ArrayList;
import java.util.Collections;
import java.util.List;
import java.util.Optional;
import java.util.Random;
import java.util.concurrent.CountDownLatch;
import java.util.concurrent.TimeUnit;

/// A mail server's side of a kill: it answers a final dot a little late, so that several mails are
/// in doubt at any time, and says when the moment for the next kill has come.
final class KillMoment implements ScriptedPeer.Script, AutoCloseable {
  private static final int LATEST_ANSWER_MILLIS = 30;
  private static final int LATEST_KILL_MILLIS = 40;
  private static final int EARLY_MILLIS = 400;
  private static final int DEADLINE_SECONDS = 60;

  private final Random random;
  private final Bell bell = new Bell();
  private final ScriptedPeer peer;
  private Aim aim = Aim.NEVER;
  private int mails;
  private int unanswered;
  private boolean mute;
  private CountDownLatch come = new CountDownLatch(0);
  private CountDownLatch over = new CountDownLatch(1);

  /// What a kill is to hit.
  enum Aim {
    /// A mail that has arrived, dot and all, and is not answered.
    DOT,
    /// A mail whose envelope was taken and whose text may not come yet.
    DATA,
    /// Some milliseconds after a dot, wherever the server then is.
    ANYWHERE,
    /// The first moments of a server, when it settles what its predecessor left.
    START,
    /// Nothing more.
    NEVER;

    private static final List<Aim> ROUND = List.of(DOT, DOT, DATA, ANYWHERE, START);

    /// So many, in random order but in fixed shares: two of five are DOT.
    static List<Aim> shuffled(int many, Random random) {
      List<Aim> aims = new ArrayList<>();
      for (int i = 0; i < many; i++) {
        aims.add(ROUND.get(i % ROUND.size()));
      }
      Collections.shuffle(aims, random);
      return aims;
    }
  }

  KillMoment(Random random) throws IOException {
    this.random = random;
    this.peer = new ScriptedPeer(this);
  }

  ScriptedPeer peer() {
    return peer;
  }

  /// Rings with every mail that arrives.
  Bell bell() {
    return bell;
  }

  /// The next moment: so many mails from now.
  synchronized void aim(Aim next, int nth) {
    aim = next;
    mails = nth;
    come = new CountDownLatch(next == Aim.START ? 0 : 1);
    over = new CountDownLatch(1);
    mute = false;
  }

  void noMore() {
    aim(Aim.NEVER, 0);
  }

  /// Waits for the moment; from then on no mail is answered.
  void await() throws InterruptedException {
    if (!come().await(DEADLINE_SECONDS, TimeUnit.SECONDS)) {
      throw new AssertionError("the moment for the next kill did not come");
    }
    boolean _ = over().await(delay(), TimeUnit.MILLISECONDS);
    mute();
  }

  private synchronized void mute() {
    mute = true;
  }

  private synchronized int delay() {
    return switch (aim) {
      case ANYWHERE -> random.nextInt(LATEST_KILL_MILLIS);
      case START -> random.nextInt(EARLY_MILLIS);
      case DOT, DATA, NEVER -> 0;
    };
  }

  /// The server is dead: lets go of its connections.
  ///
  /// @return how many mails had arrived and were not answered
  synchronized int release() {
    int caught = unanswered;
    unanswered = 0;
    over.countDown();
    return caught;
  }

  @Override
  public Optional<String> at(Stage stage, String line) throws InterruptedException {
    if (stage != Stage.DOT && stage != Stage.DATA) {
      return Optional.empty();
    }
    CountDownLatch dead = over();
    if (hit(stage)) {
      dead.await();
    } else if (stage == Stage.DOT) {
      boolean _ = dead.await(latency(), TimeUnit.MILLISECONDS);
    }
    if (mayAnswer(stage)) {
      return Optional.empty();
    }
    dead.await();
    return Optional.of(ScriptedPeer.CUT);
  }

  /// Whether the server must not hear more on this connection.
  private synchronized boolean hit(Stage stage) {
    if (stage == Stage.DOT) {
      unanswered++;
      bell.ring();
    }
    boolean counts =
        switch (aim) {
          case DOT, ANYWHERE -> stage == Stage.DOT;
          case DATA -> stage == Stage.DATA;
          case START, NEVER -> false;
        };
    if (!counts || mails == 0) {
      return false;
    }
    mails--;
    if (mails > 0) {
      return false;
    }
    come.countDown();
    return aim != Aim.ANYWHERE;
  }

  private synchronized boolean mayAnswer(Stage stage) {
    if (!mute && stage == Stage.DOT) {
      unanswered--;
    }
    return !mute;
  }

  private synchronized int latency() {
    return random.nextInt(LATEST_ANSWER_MILLIS);
  }

  private synchronized CountDownLatch come() {
    return come;
  }

  private synchronized CountDownLatch over() {
    return over;
  }

  @Override
  public void close() throws IOException {
    peer.close();
  }
}
