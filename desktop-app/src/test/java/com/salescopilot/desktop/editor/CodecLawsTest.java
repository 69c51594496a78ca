package com.salescopilot.desktop.editor;

import static org.assertj.core.api.Assertions.assertThat;

import com.salescopilot.model.template.FieldCatalogue;
import com.salescopilot.model.template.MergeField;
import com.salescopilot.model.template.Mode;
import com.salescopilot.model.template.Template;
import java.util.List;
import java.util.SplittableRandom;
import org.jsoup.Jsoup;
import org.junit.jupiter.api.Test;

final class CodecLawsTest {
  private static final int LETTERS = 1_500;

  private final long seed = new SplittableRandom().nextLong();
  private final Letters letters = new Letters(new SplittableRandom(seed));

  @Test
  void a_letter_comes_back_from_html_as_it_was() {
    for (int i = 0; i < LETTERS; i++) {
      Document letter = letters.document();
      String html = HtmlCodec.write(letter);
      assertThat(HtmlCodec.read(html).document()).as("seed %d: %s", seed, html).isEqualTo(letter);
    }
  }

  @Test
  void html_that_was_read_and_written_stays_as_it_is() {
    for (int i = 0; i < LETTERS; i++) {
      String html = letters.html();
      String once = HtmlCodec.write(HtmlCodec.read(html).document());
      assertThat(HtmlCodec.write(HtmlCodec.read(once).document()))
          .as("seed %d: %s", seed, html)
          .isEqualTo(once);
    }
  }

  @Test
  void normal_form_is_normal() {
    for (int i = 0; i < LETTERS; i++) {
      Document letter = letters.document();
      assertThat(
              new Document(
                  letter.lines().stream().map(l -> new Line(l.shape(), l.content())).toList()))
          .as("seed %d", seed)
          .isEqualTo(letter);
    }
  }

  /// The letter path respells HTML before it fills in fields (`Letter.canonical`).
  @Test
  void the_letter_path_finds_html_as_it_wants_it_and_the_same_fields() {
    for (int i = 0; i < LETTERS; i++) {
      Document letter = letters.document();
      String html = HtmlCodec.write(letter);
      var parsed = Jsoup.parseBodyFragment(html);
      parsed.outputSettings().prettyPrint(false);
      assertThat(parsed.body().html()).as("seed %d", seed).isEqualTo(html);
      var catalogue = new FieldCatalogue(List.of("x é"));
      var compiled = Template.compile(html, Mode.HTML, catalogue);
      assertThat(compiled.fields())
          .as("seed %d: %s", seed, html)
          .containsAll(
              letter.fields().map(MergeField::name).filter(catalogue::knows).distinct().toList());
    }
  }

  @Test
  void plain_text_comes_back_as_it_was() {
    for (int i = 0; i < LETTERS; i++) {
      String text = letters.text();
      Document letter = TextCodec.read(text);
      String written = TextCodec.write(letter);
      assertThat(TextCodec.read(written)).as("seed %d: %s", seed, text).isEqualTo(letter);
      // fields are written in their one spelling
      assertThat(written.replaceAll("[ \u2060]", ""))
          .as("seed %d", seed)
          .isEqualTo(text.replace(" ", ""));
    }
  }
}
