package com.salescopilot.model.sim;

import java.util.ArrayList;
import java.util.Collections;
import java.util.EnumMap;
import java.util.List;
import java.util.Map;

/// Where a program can stop: what it was at, and the step it did not take any more. All are named
/// here; whoever takes a step only says which, and a [Stop] knows whether that is the end.
enum Point {
  EDIT_BEFORE_IMAGE(Moment.EDIT, Step.IMAGE),
  EDIT_BEFORE_EARLIER_ONE_GOES(Moment.EDIT, Step.DROP),
  EDIT_BEFORE_OUTBOX(Moment.EDIT, Step.OUTBOX),
  EDIT_BEFORE_SHOWN(Moment.EDIT, Step.SHOW),
  EDIT_BEFORE_JOURNAL(Moment.EDIT, Step.JOURNAL),
  EDIT_IN_JOURNAL(Moment.EDIT, Step.JOURNAL_TORN),
  EDIT_BETWEEN_JOURNAL_AND_COMMIT(Moment.EDIT, Step.COMMIT),
  EDIT_AFTER_COMMIT(Moment.EDIT, Step.DONE),

  SEAL_BETWEEN_NUMBERS(Moment.SEAL, Step.OUTBOX),
  SEAL_BEFORE_NEXT_NUMBER(Moment.SEAL, Step.DEVICE),
  SEAL_BEFORE_COMMIT(Moment.SEAL, Step.COMMIT),
  SEAL_BEFORE_SENDING(Moment.SEAL, Step.DONE),
  SEAL_AFTER_SENDING(Moment.SEAL, Step.SENT),

  REPLY_BEFORE_TAKEN(Moment.REPLY, Step.ARRIVED),
  REPLY_AFTER_TAKEN(Moment.REPLY, Step.TAKEN),
  REJOIN_BETWEEN_ENTRIES(Moment.REJOIN, Step.OUTBOX),
  REJOIN_BEFORE_NEW_DEVICE(Moment.REJOIN, Step.DEVICE),
  REJOIN_BEFORE_COMMIT(Moment.REJOIN, Step.COMMIT),
  REJOIN_AFTER_COMMIT(Moment.REJOIN, Step.DONE),

  PAGE_BEFORE_FULL_READING(Moment.PAGE, Step.BEGIN_FULL),
  PAGE_BEFORE_ROW_NOTED(Moment.PAGE, Step.SEEN),
  PAGE_BETWEEN_ROWS(Moment.PAGE, Step.SHOW),
  PAGE_BEFORE_IMAGE(Moment.PAGE, Step.IMAGE),
  PAGE_BEFORE_CURSOR(Moment.PAGE, Step.CURSOR),
  PAGE_BEFORE_SWEEP(Moment.PAGE, Step.END_FULL),
  PAGE_BEFORE_CONFIRMATION(Moment.PAGE, Step.CONFIRM),
  PAGE_BEFORE_PLACE_IN_CHAIN(Moment.PAGE, Step.DEVICE),
  PAGE_BEFORE_IMAGE_GOES(Moment.PAGE, Step.DROP_IMAGE),
  PAGE_BEFORE_COMMIT(Moment.PAGE, Step.COMMIT),
  PAGE_AFTER_COMMIT(Moment.PAGE, Step.DONE),
  PAGE_BEFORE_JOURNAL_HEARS(Moment.PAGE, Step.JOURNAL_DONE),
  PAGE_BETWEEN_SLICES(Moment.PAGE, Step.TAKEN),

  START_BEFORE_IMAGE(Moment.START, Step.IMAGE),
  START_BEFORE_OUTBOX(Moment.START, Step.OUTBOX),
  START_BEFORE_SHOWN(Moment.START, Step.SHOW),
  START_BEFORE_COMMIT(Moment.START, Step.COMMIT),
  START_AFTER_COMMIT(Moment.START, Step.DONE),
  START_BEFORE_JOURNAL_ANEW(Moment.START, Step.JOURNAL),
  START_AFTER_JOURNAL_ANEW(Moment.START, Step.JOURNAL_DONE),

  PUSH_BEFORE_LOCK(Moment.PUSH, Step.ARRIVED),
  PUSH_LOCKED(Moment.PUSH, Step.LOCKED),
  PUSH_BETWEEN_MUTATIONS(Moment.PUSH, Step.LOOK_UP),
  PUSH_BEFORE_ROWS(Moment.PUSH, Step.ROWS),
  PUSH_BETWEEN_ROWS(Moment.PUSH, Step.ROW),
  PUSH_BEFORE_LOG(Moment.PUSH, Step.LOG),
  PUSH_BEFORE_COMMIT(Moment.PUSH, Step.COMMIT),
  PUSH_AFTER_COMMIT(Moment.PUSH, Step.DONE),
  PUSH_BETWEEN_ONE_AND_ONE(Moment.RETRY, Step.TAKEN),

  PULL_BEFORE_FIRST_PAGE(Moment.PULL, Step.ARRIVED),
  PULL_BETWEEN_PAGES(Moment.PULL, Step.TAKEN),

  CLAIM_BEFORE_ROWS(Moment.WORKER, Step.ROWS),
  CLAIM_BEFORE_LOG(Moment.WORKER, Step.LOG),
  CLAIM_BEFORE_COMMIT(Moment.WORKER, Step.COMMIT),
  CLAIM_AFTER_COMMIT(Moment.WORKER, Step.DONE),
  HAND_OVER_BEFORE_DOT(Moment.WORKER, Step.DOT),
  HAND_OVER_AFTER_DOT(Moment.WORKER, Step.TAKEN),
  ENDING_BEFORE_ROWS(Moment.ENDING, Step.ROWS),
  ENDING_BEFORE_LOG(Moment.ENDING, Step.LOG),
  ENDING_BEFORE_COMMIT(Moment.ENDING, Step.COMMIT),
  ENDING_AFTER_COMMIT(Moment.ENDING, Step.DONE),

  NEW_EPOCH_BETWEEN_ENTRIES(Moment.NEW_EPOCH, Step.OUTBOX),
  NEW_EPOCH_BEFORE_ENTRY_GOES(Moment.NEW_EPOCH, Step.DROP),
  NEW_EPOCH_BEFORE_NEW_DEVICE(Moment.NEW_EPOCH, Step.DEVICE),
  NEW_EPOCH_IN_JOURNAL(Moment.NEW_EPOCH, Step.JOURNAL_TORN),
  NEW_EPOCH_BEFORE_COMMIT(Moment.NEW_EPOCH, Step.COMMIT),
  NEW_EPOCH_AFTER_COMMIT(Moment.NEW_EPOCH, Step.DONE),

  EPOCH_BEFORE_ROWS(Moment.EPOCH, Step.ROWS),
  EPOCH_BEFORE_LOG(Moment.EPOCH, Step.LOG),
  EPOCH_BEFORE_COMMIT(Moment.EPOCH, Step.COMMIT),

  GARBAGE_BEFORE_FLOOR(Moment.GARBAGE, Step.LOCKED),
  GARBAGE_AFTER_FLOOR(Moment.GARBAGE, Step.DONE),
  GARBAGE_BETWEEN_TOMBSTONES(Moment.GARBAGE, Step.ROW);

  private static final Map<Moment, List<Point>> BY_MOMENT = byMoment();
  private final Moment moment;
  private final Step step;

  Point(Moment moment, Step step) {
    this.moment = moment;
    this.step = step;
  }

  /// What a program is at.
  enum Moment {
    EDIT(1),
    SEAL(1),
    REPLY(2),
    /// The server says that the chain is broken.
    REJOIN(2),
    PAGE(2),
    /// The server lives another life.
    NEW_EPOCH(6),
    START(5),
    PUSH(1),
    /// A stretch that failed as a whole is taken one by one.
    RETRY(8),
    PULL(1),
    /// A worker takes a mail up and hands it over.
    WORKER(4),
    /// How a mail ended is written down.
    ENDING(4),
    /// Another life begins.
    EPOCH(6),
    GARBAGE(8);

    private final int weight;

    Moment(int weight) {
      this.weight = weight;
    }

    /// How much more often a program stops at what it seldom does.
    int weight() {
      return weight;
    }

    boolean isServers() {
      return compareTo(START) > 0;
    }
  }

  /// A step of it.
  enum Step {
    ARRIVED,
    LOCKED,
    LOOK_UP,
    IMAGE,
    DROP_IMAGE,
    OUTBOX,
    DROP,
    CONFIRM,
    SHOW,
    DEVICE,
    CURSOR,
    BEGIN_FULL,
    SEEN,
    END_FULL,
    ROWS,
    ROW,
    LOG,
    JOURNAL,
    JOURNAL_TORN,
    COMMIT,
    DONE,
    JOURNAL_DONE,
    SENT,
    TAKEN,
    DOT
  }

  Step step() {
    return step;
  }

  static List<Point> of(Moment moment) {
    return BY_MOMENT.getOrDefault(moment, List.of());
  }

  private static Map<Moment, List<Point>> byMoment() {
    Map<Moment, List<Point>> points = new EnumMap<>(Moment.class);
    for (Point point : values()) {
      points.computeIfAbsent(point.moment, m -> new ArrayList<>()).add(point);
    }
    points.replaceAll((m, some) -> Collections.unmodifiableList(some));
    return points;
  }
}
