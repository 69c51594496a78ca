package com.salescopilot.server.stream;

import static org.assertj.core.api.Assertions.assertThat;

import com.salescopilot.model.protocol.ChainPosition;
import com.salescopilot.model.protocol.PushRequest;
import com.salescopilot.model.value.Value;
import java.util.ArrayList;
import java.util.List;
import java.util.UUID;
import org.junit.jupiter.api.Test;

final class SlicesTest {
  private static final long MOMENT = 25_000_000;

  @Test
  void a_long_push_is_taken_in_stretches_whose_length_follows_the_time_they_take() {
    PushRequest push = push(500);
    Slices slices = new Slices(push);
    List<Integer> sizes = new ArrayList<>();
    List<PushRequest.Item> all = new ArrayList<>();
    long nanosEach = MOMENT / 20; // a slow machine: 20 in a moment
    ChainPosition reached = push.after();
    do {
      PushRequest slice = slices.next();
      assertThat(slice.after()).isEqualTo(reached);
      sizes.add(slice.mutations().size());
      all.addAll(slice.mutations());
      slices.held(slice.mutations().size() * nanosEach);
      PushRequest.Item last = slice.mutations().getLast();
      reached = new ChainPosition(last.seq(), last.id());
      slices.took(reached);
    } while (!slices.done());
    assertThat(all).isEqualTo(push.mutations());
    assertThat(sizes.subList(1, sizes.size())).containsOnly(20);
    assertThat(slices.reached()).isEqualTo(reached);
  }

  @Test
  void a_short_push_is_one_stretch() {
    for (int many : List.of(0, 1, 7)) {
      PushRequest push = push(many);
      Slices slices = new Slices(push);
      assertThat(slices.next()).isEqualTo(push);
      slices.held(1_000);
      slices.took(new ChainPosition(many, UUID.randomUUID()));
      assertThat(slices.done()).isTrue();
    }
  }

  private static PushRequest push(int many) {
    List<PushRequest.Item> items = new ArrayList<>();
    for (int i = 1; i <= many; i++) {
      items.add(new PushRequest.Item(i, UUID.randomUUID(), 0, Value.Fields.none()));
    }
    return new PushRequest(UUID.randomUUID(), ChainPosition.START, items);
  }
}
