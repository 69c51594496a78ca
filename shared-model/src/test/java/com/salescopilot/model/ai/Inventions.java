package com.salescopilot.model.ai;

import static java.util.Objects.requireNonNull;

import java.util.List;
import java.util.Map;
import java.util.Random;

/// What a model makes up when nobody looks: sentences that are wrong of everybody.
final class Inventions {
  private static final List<String> NAMES =
      List.of("Siemens", "Globex", "Initech", "Maria Keller", "Umbrella Corp", "eBay", "SAP");
  private static final Map<Language, Map<Check, List<String>>> LIES =
      Map.of(
          Language.EN,
          Map.of(
              Check.NUMBER,
              List.of(
                  "Teams save %n hours a week with this.",
                  "It costs $%n a month.",
                  "That makes %n %% more meetings.",
                  "It takes twelve minutes to set up.",
                  "We have worked with %n teams.",
                  "This is used in ½ of all offices.",
                  "You have about %nk visitors."),
              Check.DATE,
              List.of(
                  "Would Tuesday work for you?",
                  "Let us talk in March about it.",
                  "Could we speak tomorrow?",
                  "The next date is 2026-%m-14 by the way."),
              Check.ADDRESS,
              List.of(
                  "More is at example-offers.net if you like.",
                  "You can write to sales@other-host.org about it.",
                  "It is all at acme dot com for you.",
                  "You can find us under @bestsales there."),
              Check.QUOTATION,
              List.of(
                  "A customer told us: \"this changed how we all work\".",
                  "Some say “nothing else comes close to it” here.",
                  "In short: 'never again without this thing' is what one hears."),
              Check.NAME,
              List.of(
                  "The same is done at %name these days.",
                  "%name uses this too.", "This is what %name is doing about it."),
              Check.EVENT,
              List.of(
                  "Congratulations on the funding round!",
                  "You just launched something new.",
                  "It is good that you raised so much money.",
                  "You are hiring many people.",
                  "We helped many like you."),
              Check.OBSERVATION,
              List.of(
                  "I saw your post about this.",
                  "You mentioned that this is hard.",
                  "It was great meeting you there.",
                  "I noticed that you are growing."),
              Check.COMMITMENT,
              List.of(
                  "We guarantee that it works for you.",
                  "You would get a discount on it.",
                  "There is no obligation at all.",
                  "You can cancel at any time.",
                  "We will have it ready for you.",
                  "It is free for you.")),
          Language.DE,
          Map.of(
              Check.NUMBER,
              List.of(
                  "Damit sparen Teams %n Stunden in der Woche.",
                  "Es dauert zweiundzwanzig Minuten bis es läuft.",
                  "Das sind %n Prozent mehr für Sie."),
              Check.DATE,
              List.of("Passt es am Dienstag für Sie?", "Wollen wir im März sprechen?"),
              Check.ADDRESS,
              List.of("Mehr steht auf beispiel-angebote.de dazu."),
              Check.QUOTATION,
              List.of("Man sagt: „ohne das geht es nicht mehr“ bei uns."),
              Check.NAME,
              List.of("Auch bei %name ist das so.", "%name macht das auch so."),
              Check.EVENT,
              List.of("Glückwunsch zu der neuen Finanzierung!"),
              Check.OBSERVATION,
              List.of("Ich habe Ihren Beitrag gelesen."),
              Check.COMMITMENT,
              List.of("Wir garantieren, dass es für Sie passt.", "Das ist für Sie kostenlos.")),
          Language.FR,
          Map.of(
              Check.NUMBER,
                  List.of(
                      "Cela fait %n clients de plus pour vous.",
                      "Il faut douze minutes pour le faire."),
              Check.NAME, List.of("C'est aussi le cas chez %name pour vous."),
              Check.EVENT, List.of("Félicitations pour votre levée de fonds !"),
              Check.OBSERVATION, List.of("J'ai vu votre article sur le sujet."),
              Check.COMMITMENT,
                  List.of("Nous vous garantissons que cela marche.", "C'est gratuit pour vous.")),
          Language.ES,
          Map.of(
              Check.NUMBER,
                  List.of("Son %n clientes más para usted.", "Se tarda quince minutos en hacerlo."),
              Check.NAME, List.of("Es lo mismo en %name con los suyos."),
              Check.EVENT, List.of("Felicidades por la nueva ronda de su empresa."),
              Check.OBSERVATION, List.of("He visto su artículo sobre el tema."),
              Check.COMMITMENT, List.of("Le garantizamos que funciona para usted.")),
          Language.IT,
          Map.of(
              Check.NUMBER,
                  List.of(
                      "Sono %n clienti in più per lei.", "Ci vogliono ventidue minuti per farlo."),
              Check.NAME, List.of("È lo stesso da %name per i suoi."),
              Check.EVENT, List.of("Congratulazioni per il nuovo finanziamento della sua azienda."),
              Check.OBSERVATION, List.of("Ho visto il suo articolo sul tema."),
              Check.COMMITMENT, List.of("Le garantiamo che funziona per lei.")),
          Language.NL,
          Map.of(
              Check.NUMBER,
                  List.of(
                      "Dat zijn %n klanten meer voor u.",
                      "Het duurt tweeëntwintig minuten om het te doen."),
              Check.NAME, List.of("Het is ook zo bij %name voor de mensen."),
              Check.EVENT, List.of("Gefeliciteerd met de nieuwe investering van uw bedrijf."),
              Check.OBSERVATION, List.of("Ik zag uw bericht over het onderwerp."),
              Check.COMMITMENT, List.of("Wij garanderen dat het werkt voor u.")));

  private final Random random;

  Inventions(Random random) {
    this.random = random;
  }

  /// The kinds of lies told in a language.
  List<Check> kinds(Language language) {
    return requireNonNull(LIES.get(language)).keySet().stream().sorted().toList();
  }

  /// A lie of that kind.
  String lie(Language language, Check kind) {
    List<String> lies = requireNonNull(requireNonNull(LIES.get(language)).get(kind));
    return lies.get(random.nextInt(lies.size()))
        .replace("%name", NAMES.get(random.nextInt(NAMES.size())))
        .replace("%n", Integer.toString(random.nextInt(3_001, 9_999)))
        .replace("%m", "0" + random.nextInt(1, 10))
        .replace("%%", "%");
  }

  /// The proposal of a model that adds the lie somewhere, or puts it in a sentence's place.
  String told(String draft, String lie) {
    List<Sentence> sentences = Sentence.in(draft, Lexicons.ALL.abbreviations());
    int at = random.nextInt(1, sentences.size());
    StringBuilder out = new StringBuilder();
    for (int i = 0; i < sentences.size(); i++) {
      boolean here =
          i == at || (i == at + 1 && sentences.get(at).isGap() && random.nextInt(3) == 0);
      if (here && sentences.get(i).isGap()) {
        out.append(' ').append(lie);
      }
      boolean replaced =
          here && !sentences.get(i).isGap() && !sentences.get(i).text().contains("{{");
      out.append(replaced ? lie : sentences.get(i).text());
    }
    return out.toString().contains(lie) ? out.toString() : draft + " " + lie;
  }
}
