package com.salescopilot.model.ai;

import static java.util.Objects.requireNonNull;
import static org.assertj.core.api.Assertions.assertThat;

import java.util.ArrayList;
import java.util.EnumSet;
import java.util.List;
import java.util.Map;
import java.util.Optional;
import java.util.Random;
import java.util.Set;
import org.junit.jupiter.api.Test;

final class InventingModelTest {
  private static final long SEED = 20261128;
  private static final int PROSPECTS = 200;
  private static final Map<Language, String> DRAFTS =
      Map.of(
          Language.EN,
          "Hi {{firstName}},\n\nI work on tools for sales teams. They take the typing out of"
              + " follow-ups. We do not sell data.\n\nWould it be worth a short look?\n\nBest,\nJo",
          Language.DE,
          "Hallo {{firstName}},\n\nich arbeite an Werkzeugen für den Vertrieb. Sie nehmen Ihnen das"
              + " Nachfassen ab.\n\nWäre das einen kurzen Blick wert?\n\nViele Grüße\nJo",
          Language.FR,
          "Bonjour {{firstName}},\n\nje travaille sur des outils pour la vente. Ils vous aident à"
              + " relancer vos contacts.\n\nEst-ce un sujet pour vous ?\n\nCordialement,\nJo",
          Language.ES,
          "Hola {{firstName}},\n\ntrabajo en herramientas para la venta. Le ayudan a hacer el"
              + " seguimiento de sus contactos.\n\n¿Es un tema para usted?\n\nSaludos,\nJo",
          Language.IT,
          "Buongiorno {{firstName}},\n\nlavoro su strumenti per la vendita. La aiutano a seguire i"
              + " suoi contatti.\n\nÈ un tema per lei?\n\nCordiali saluti,\nJo",
          Language.NL,
          "Hallo {{firstName}},\n\nik werk aan hulpmiddelen voor de verkoop. Ze helpen u om uw"
              + " contacten op te volgen.\n\nIs dat iets voor u?\n\nGroeten,\nJo");

  private record Told(String lie, Check kind, String text, List<Flag> flags, boolean verified) {
    boolean isUnflagged() {
      return verified && flags.stream().noneMatch(flag -> flag.text().contains(lie.strip()));
    }

    boolean isShown() {
      return text.contains(lie);
    }
  }

  @Test
  void of_a_thousand_invented_facts_none_is_shown_and_none_goes_unflagged() {
    List<Told> told = told(EnumSet.allOf(Check.class), PROSPECTS);
    System.out.println(
        "seed "
            + SEED
            + ", lies "
            + told.size()
            + ", unflagged "
            + told.stream().filter(Told::isUnflagged).count());
    assertThat(told).hasSizeGreaterThan(PROSPECTS * 8);
    assertThat(told).filteredOn(Told::isUnflagged).isEmpty();
    assertThat(told).filteredOn(Told::isShown).isEmpty();
  }

  @Test
  void with_any_check_left_out_some_invention_gets_through() {
    for (Check kind : new Inventions(new Random(SEED)).kinds(Language.EN)) {
      Set<Check> less = EnumSet.complementOf(EnumSet.of(kind));
      assertThat(told(less, 10)).as("without %s", kind).anyMatch(Told::isShown);
    }
  }

  @Test
  void a_reading_of_the_facts_is_let_through() {
    FactSheet facts = person(new Random(1), 7);
    Optional<String> company = facts.from("company");
    String draft = requireNonNull(DRAFTS.get(Language.EN));
    for (String honest :
        List.of(
            "As "
                + facts.from("jobTitle").orElseThrow()
                + " at "
                + company.orElseThrow()
                + ", how do you do this now?",
            "Is this a topic for " + company.orElseThrow() + "?",
            "With 250 people, is there one way to do it?",
            "Would you be open to a short chat?",
            "I would be glad to hear what you think.")) {
      String proposal = draft.replace("I work on", honest + " I work on");
      Verdict verdict = new Verifier().judge(draft, proposal, facts, Optional.empty());
      assertThat(verdict.flags()).isEmpty();
      assertThat(Hunks.apply(draft, verdict.hunks())).isEqualTo(proposal);
    }
  }

  private static List<Told> told(Set<Check> checks, int prospects) {
    Random random = new Random(SEED);
    Inventions inventions = new Inventions(random);
    Verifier verifier = new Verifier(checks);
    List<Told> told = new ArrayList<>();
    for (int i = 0; i < prospects; i++) {
      FactSheet facts = person(random, i);
      Language other = List.of(Language.values()).get(i % Language.values().length);
      for (Language language : List.of(Language.EN, other)) {
        String draft = requireNonNull(DRAFTS.get(language));
        for (Check kind : inventions.kinds(language)) {
          String lie = inventions.lie(language, kind);
          String proposal = inventions.told(draft, lie);
          Verdict verdict = verifier.judge(draft, proposal, facts, Optional.of(language.tag()));
          String text = Hunks.apply(draft, verdict.hunks());
          told.add(new Told(lie, kind, text, verdict.flags(), verdict.verified()));
        }
      }
    }
    return told;
  }

  private static FactSheet person(Random random, int i) {
    return FactSheet.of(
        Map.of(
            "firstName",
            List.of("Ana", "Ben", "Chloé", "Dmitri").get(random.nextInt(4)),
            "lastName",
            "Person" + i,
            "company",
            "Company " + i,
            "jobTitle",
            List.of("Head of Sales", "CFO", "Buyer").get(random.nextInt(3)),
            "companyData.industry",
            "Logistics",
            "companyData.size",
            "250 people"),
        random.nextBoolean() ? Optional.of("Thanks, please send me the price.") : Optional.empty(),
        Optional.empty(),
        List.of());
  }
}
