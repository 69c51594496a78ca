package com.salescopilot.model.sim;

import com.salescopilot.model.client.PullPage;
import com.salescopilot.model.entity.StreamKind;
import com.salescopilot.model.protocol.Objection;
import com.salescopilot.model.protocol.ProtocolException;
import com.salescopilot.model.protocol.PullLine;
import com.salescopilot.model.protocol.PullReader;
import com.salescopilot.model.protocol.PullRequest;
import com.salescopilot.model.protocol.PullWriter;
import com.salescopilot.model.protocol.PushReply;
import com.salescopilot.model.protocol.PushRequest;
import java.util.ArrayList;
import java.util.EnumSet;
import java.util.List;
import java.util.Optional;
import java.util.Set;
import java.util.UUID;
import org.jspecify.annotations.Nullable;

/// A machine's way to the server and back. Like HTTP, it gives an answer to the request it belongs
/// to and to no other: one that comes after its request was given up is dropped. Requests may come
/// late, twice, or in the wrong order.
final class Link {
  private static final int PATIENCE = 4_000;
  private static final int SLOWEST = 60;
  private static final int SLOW = 6_000;
  private static final int LONGEST_PARTITION = 8_000;

  private final World world;
  private final Machine machine;
  private long noneUpUntil;
  private long noneDownUntil;
  private int pushTurn;
  private int pullTurn;
  private boolean pushing;
  private boolean pulling;

  /// The answer that is being read; a doubled request has two.
  private @Nullable Reading heard;

  Link(World world, Machine machine) {
    this.world = world;
    this.machine = machine;
  }

  /// Nothing more of what is under way is waited for.
  void hangUp() {
    pushing = false;
    pulling = false;
    pushTurn++;
    pullTurn++;
  }

  void partUp() {
    world.count(Fault.NOTHING_GOES_UP);
    noneUpUntil = world.time().millis() + world.dice().below(LONGEST_PARTITION);
  }

  void partDown() {
    world.count(Fault.NOTHING_COMES_DOWN);
    noneDownUntil = world.time().millis() + world.dice().below(LONGEST_PARTITION);
  }

  void heal() {
    noneUpUntil = 0;
    noneDownUntil = 0;
  }

  void push() {
    Optional<PushRequest> next = pushing ? Optional.empty() : machine.seal();
    if (next.isEmpty()) {
      return;
    }
    pushing = true;
    int turn = ++pushTurn;
    up(
        () -> {
          if (turn != pushTurn) {
            world.count(Fault.REQUEST_OVERTAKEN);
          }
          world
              .site()
              .push(
                  machine.person(),
                  asSent(next.get()),
                  reply -> answer(turn, reply),
                  this::refused);
        });
    machine.sent();
    world
        .time()
        .after(
            PATIENCE,
            () -> {
              if (turn == pushTurn) {
                pushing = false;
                pushTurn++;
              }
            });
  }

  private PushRequest asSent(PushRequest request) {
    return world.weather().wire() ? PushRequest.parse(request.json()) : request;
  }

  private void answer(int turn, PushReply reply) {
    down(
        () -> {
          if (turn != pushTurn || !pushing) {
            world.count(Fault.ANSWER_TOO_LATE);
            return;
          }
          pushing = false;
          machine.take(reply);
        });
  }

  void pull() {
    if (pulling) {
      return;
    }
    pulling = true;
    heard = null;
    int turn = ++pullTurn;
    PullRequest request = machine.pullRequest();
    PullRequest sent = world.weather().wire() ? PullRequest.parse(request.json()) : request;
    up(() -> ask(sent, turn));
    world
        .time()
        .after(
            PATIENCE,
            () -> {
              if (turn == pullTurn) {
                pulling = false;
                pullTurn++;
              }
            });
  }

  private void ask(PullRequest request, int turn) {
    if (world.site().isRemoved(machine.person())) {
      refused();
      return;
    }
    world.site().judge(machine.person(), request, objection -> answer(request, turn, objection));
  }

  private void answer(PullRequest request, int turn, Optional<Objection> objection) {
    if (objection.isPresent()) {
      down(() -> objected(turn, objection.get()));
    } else {
      world
          .site()
          .pull(machine.person(), request, machine.isOld())
          .ifPresent(reading -> read(reading, turn));
    }
  }

  private void objected(int turn, Objection objection) {
    if (turn == pullTurn && pulling) {
      pulling = false;
      machine.take(objection);
    }
  }

  private void refused() {
    down(
        () -> {
          if (!machine.isRemoved()) {
            machine.removed();
          }
        });
  }

  private void read(Reading reading, int turn) {
    reading.next().ifPresent(page -> down(() -> arrived(reading, turn, page)));
  }

  private void arrived(Reading reading, int turn, Page page) {
    boolean awaited = turn == pullTurn && pulling && (heard == null || heard == reading);
    if (!awaited && world.bug() != Bug.LATE_ANSWER_TAKEN) {
      world.count(Fault.ANSWER_TOO_LATE);
      return;
    }
    heard = reading;
    Optional<Page> whole = received(page);
    if (whole.isEmpty() || !machine.take(whole.get())) {
      pulling &= turn != pullTurn;
      return;
    }
    if (!page.content().end().more()) {
      pulling &= turn != pullTurn;
    } else if (world.dice().perMille(world.weather().cut())) {
      world.count(Fault.ANSWER_TORN_BETWEEN_PAGES);
      pulling &= turn != pullTurn;
    } else {
      world.time().after(1, () -> read(reading, turn));
    }
  }

  /// The page as it arrives; empty if the connection was cut in its middle or a bit of it flipped.
  private Optional<Page> received(Page page) {
    PullPage content = page.content();
    if (!content.lines().isEmpty() && world.dice().perMille(world.weather().cut())) {
      world.count(Fault.PAGE_CUT);
      if (world.bug() != Bug.CUT_PAGE_TAKEN) {
        return Optional.empty();
      }
      List<PullLine> some = content.lines().subList(0, world.dice().below(content.lines().size()));
      return Optional.of(
          new Page(
              new PullPage(content.epoch(), content.full(), some, content.end()),
              page.sums(),
              page.chain()));
    }
    return world.weather().wire() ? asBytes(page) : Optional.of(page);
  }

  private Optional<Page> asBytes(Page page) {
    PullWriter writer = new PullWriter();
    StringBuilder text =
        new StringBuilder(
            writer.line(new PullLine.Head(page.content().epoch(), page.content().full())));
    page.content().lines().forEach(line -> text.append(writer.line(line)));
    text.append(writer.line(page.content().end()));
    world.watch().sent(machine, text);
    boolean flipped = world.dice().perMille(world.weather().cut());
    if (flipped) {
      int at = world.dice().below(text.length());
      text.setCharAt(at, (char) (text.charAt(at) ^ 1 << world.dice().below(6)));
      world.count(Fault.BIT_FLIPPED);
    }
    try {
      return read(text.toString()).map(content -> new Page(content, page.sums(), page.chain()));
    } catch (ProtocolException e) {
      return Optional.empty();
    }
  }

  private static Optional<PullPage> read(String text) {
    PullReader reader = new PullReader();
    Set<StreamKind> full = EnumSet.noneOf(StreamKind.class);
    Optional<UUID> epoch = Optional.empty();
    List<PullLine> lines = new ArrayList<>();
    for (String line : text.split("\n", -1)) {
      Optional<PullLine> read = line.isEmpty() ? Optional.empty() : reader.line(line);
      if (read.isPresent()) {
        switch (read.get()) {
          case PullLine.Head head -> {
            full.addAll(head.full());
            epoch = head.epoch();
          }
          case PullLine.End end -> {
            return Optional.of(new PullPage(epoch, full, lines, end));
          }
          case PullLine.Row row -> lines.add(row);
          case PullLine.Gone gone -> lines.add(gone);
        }
      }
    }
    return Optional.empty();
  }

  private void up(Runnable arrival) {
    if (world.time().millis() < noneUpUntil || world.dice().perMille(world.weather().dropped())) {
      world.count(Fault.REQUEST_DROPPED);
      return;
    }
    world.time().after(delay(), arrival);
    if (world.dice().perMille(world.weather().doubled())) {
      world.count(Fault.REQUEST_DOUBLED);
      world.time().after(delay(), arrival);
    }
  }

  private void down(Runnable arrival) {
    if (world.time().millis() < noneDownUntil || world.dice().perMille(world.weather().dropped())) {
      world.count(Fault.ANSWER_DROPPED);
      return;
    }
    world.time().after(delay(), arrival);
  }

  private long delay() {
    int slowest = world.dice().perMille(world.weather().slow()) ? SLOW : SLOWEST;
    return 1L + world.dice().below(slowest);
  }
}
