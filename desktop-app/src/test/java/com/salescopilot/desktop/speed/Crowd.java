package com.salescopilot.desktop.speed;

import com.salescopilot.desktop.harness.DeskFixture;
import com.salescopilot.model.entity.Doc;
import com.salescopilot.model.entity.Entity;
import com.salescopilot.model.id.UuidV7;
import java.time.InstantSource;
import java.util.List;
import java.util.Random;
import java.util.TreeMap;
import java.util.stream.IntStream;

/// Very many prospects, always the same ones: their names repeat as those of people do.
final class Crowd {
  static final int ALL = 100_000;

  private static final List<String> FIRST =
      words(
          "Ada Anna Amélie Björn Boris Carla Chen Dora Élodie Emil Farid Fatima Georg Greta Hana"
              + " Hugo Ines Ivan Jana José Karl Lena Luca Maria Mehmet Nadia Noah Olga Otto Paula"
              + " Quentin Rosa Søren Sven Tariq Uma Vera Wim Xenia Yusuf Zoë");
  private static final List<String> LAST =
      words(
          "Adler Becker Berg Čapek Costa Dubois Egger Fischer Fuchs García Haas Ivanova Jansen"
              + " Keller Kowalski Lang Lindqvist Meyer Müller Nakamura Novak Olsen Peters Quist"
              + " Rossi Sato Schmidt Silva Thaler Urban Vogel Weber Yılmaz Zimmermann");
  private static final List<String> TRADE =
      words("Analytics Bakery Cargo Dental Energy Foods Garden Health Insurance Logistics Optics");
  private static final List<String> FORM = words("AG BV GmbH Inc Ltd SA");
  private static final List<String> JOB =
      List.of("Head of sales", "Buyer", "Chief of staff", "Owner", "Engineer", "Office manager");

  private Crowd() {}

  /// Puts that many at a desk, as if the server had sent them.
  static void arrive(DeskFixture desk, int many) {
    Random random = new Random(100);
    UuidV7 ids = new UuidV7(InstantSource.fixed(DeskFixture.NOW), random);
    desk.arrived(IntStream.range(0, many).mapToObj(i -> person(i, ids, random)).toList());
  }

  private static Doc person(int number, UuidV7 ids, Random random) {
    String first = one(FIRST, random);
    String last = one(LAST, random);
    String company = last + " " + one(TRADE, random) + " " + one(FORM, random);
    return new Doc(Entity.PROSPECT, ids.next(), number + 1L, new TreeMap<>())
        .with("email", "person" + number + "@company" + number % 9000 + ".example")
        .with("firstName", first)
        .with("lastName", last)
        .with("company", company)
        .with("jobTitle", one(JOB, random))
        .with("status", "ACTIVE");
  }

  private static String one(List<String> words, Random random) {
    return words.get(random.nextInt(words.size()));
  }

  private static List<String> words(String text) {
    return List.of(text.split(" "));
  }
}
