package com.salescopilot.model.campaign;

import static org.assertj.core.api.Assertions.assertThat;

import com.salescopilot.model.campaign.CampaignMoves.Moved;
import com.salescopilot.model.campaign.CampaignMoves.Refused;
import com.salescopilot.model.campaign.CampaignMoves.Unchanged;
import org.junit.jupiter.api.Test;

final class CampaignMovesTest {
  /// What each command does in each status: `=` nothing to do, `-` refused.
  private static final String MOVES =
      """
      status    START  PAUSE  RESUME COMPLETE  ARCHIVE  REOPEN
      DRAFT     ACTIVE -      -      -         ARCHIVED -
      ACTIVE    =      PAUSED =      COMPLETED -        -
      PAUSED    -      =      ACTIVE COMPLETED ARCHIVED =
      COMPLETED -      -      -      =         ARCHIVED PAUSED
      ARCHIVED  -      -      -      -         =        PAUSED
      """;

  private static final String COMMANDS =
      """
      from\\to   DRAFT ACTIVE PAUSED COMPLETED ARCHIVED
      DRAFT     -     START  -      -         ARCHIVE
      ACTIVE    -     -      PAUSE  COMPLETE  -
      PAUSED    -     RESUME -      COMPLETE  ARCHIVE
      COMPLETED -     -      REOPEN -         ARCHIVE
      ARCHIVED  -     -      REOPEN -         -
      """;

  @Test
  void every_command_does_in_every_status_what_the_design_says() {
    forEachCell(
        MOVES,
        (row, column, cell) ->
            assertThat(shown(CampaignStatus.valueOf(row), CampaignMove.valueOf(column)))
                .as("%s in %s", column, row)
                .isEqualTo(cell));
  }

  @Test
  void a_wanted_status_names_its_command() {
    forEachCell(
        COMMANDS,
        (row, column, cell) ->
            assertThat(
                    CampaignMoves.moveTo(
                            CampaignStatus.valueOf(row), CampaignStatus.valueOf(column))
                        .map(CampaignMove::name)
                        .orElse("-"))
                .as("%s to %s", row, column)
                .isEqualTo(cell));
  }

  @Test
  void a_pause_pressed_offline_never_reopens_a_campaign_that_has_ended() {
    assertThat(CampaignMoves.move(CampaignStatus.COMPLETED, CampaignMove.PAUSE))
        .isEqualTo(new Refused("A campaign that is completed cannot be paused."));
  }

  @Test
  void a_command_is_known_by_its_name_in_a_mutation() {
    for (CampaignMove command : CampaignMove.values()) {
      assertThat(CampaignMove.of(command.op())).contains(command);
    }
    assertThat(CampaignMove.of("campaign.enrol")).isEmpty();
  }

  private static String shown(CampaignStatus status, CampaignMove command) {
    return switch (CampaignMoves.move(status, command)) {
      case Moved(CampaignStatus to) -> to.name();
      case Unchanged(CampaignStatus same) -> same == status ? "=" : "changed";
      case Refused _ -> "-";
    };
  }

  private interface Cell {
    void check(String row, String column, String cell);
  }

  private static void forEachCell(String table, Cell check) {
    String[][] cells =
        table.lines().map(line -> line.strip().split(" +", -1)).toArray(String[][]::new);
    assertThat(cells.length).isEqualTo(1 + CampaignStatus.values().length);
    for (int r = 1; r < cells.length; r++) {
      assertThat(cells[r].length).isEqualTo(cells[0].length);
      for (int c = 1; c < cells[r].length; c++) {
        check.check(cells[r][0], cells[0][c], cells[r][c]);
      }
    }
  }
}
