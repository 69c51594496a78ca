package com.salescopilot.desktop.editor;

import static org.assertj.core.api.Assertions.assertThat;

import com.salescopilot.desktop.editor.Shape.Kind;
import java.util.List;
import org.junit.jupiter.api.Test;

final class ShapesTest {
  private static final Shape BULLET = new Shape(Kind.BULLET, 0, 0);
  private static final Shape NUMBER = new Shape(Kind.NUMBER, 0, 0);

  @Test
  void a_list_is_left_only_if_all_lines_are_of_it() {
    assertThat(Shapes.toggle(Kind.BULLET, List.of(Shape.TEXT, BULLET, NUMBER)))
        .containsOnly(BULLET);
    assertThat(Shapes.toggle(Kind.BULLET, List.of(BULLET, BULLET))).containsOnly(Shape.TEXT);
  }

  @Test
  void a_quote_keeps_how_deep_it_is_quoted() {
    Shape twice = new Shape(Kind.TEXT, 0, 2);
    assertThat(Shapes.toggleQuote(List.of(Shape.TEXT, twice)))
        .containsExactly(new Shape(Kind.TEXT, 0, 1), twice);
    assertThat(Shapes.toggleQuote(List.of(twice))).containsExactly(Shape.TEXT);
  }

  @Test
  void only_items_are_indented_and_not_out_of_range() {
    assertThat(Shapes.indent(1, List.of(Shape.TEXT, BULLET)))
        .containsExactly(Shape.TEXT, new Shape(Kind.BULLET, 1, 0));
    assertThat(Shapes.indent(-1, List.of(BULLET))).containsExactly(BULLET);
  }

  @Test
  void a_line_becomes_plain_step_by_step() {
    Shape shape = new Shape(Kind.NUMBER, 1, 1);
    List<Shape> steps =
        List.of(new Shape(Kind.NUMBER, 0, 1), new Shape(Kind.TEXT, 0, 1), Shape.TEXT, Shape.TEXT);
    for (Shape step : steps) {
      shape = Shapes.plainer(shape);
      assertThat(shape).isEqualTo(step);
    }
  }

  @Test
  void an_item_is_at_most_one_level_below_the_one_before_it() {
    Shape deep = new Shape(Kind.BULLET, 4, 0);
    Document letter = new Document(List.of(new Line(deep, List.of()), new Line(deep, List.of())));
    assertThat(letter.lines()).extracting(line -> line.shape().level()).containsExactly(0, 1);
  }
}
