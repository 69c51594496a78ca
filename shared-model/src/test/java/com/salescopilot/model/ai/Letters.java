package com.salescopilot.model.ai;

import static java.util.Objects.requireNonNull;

import java.util.List;
import java.util.Map;
import java.util.Random;

/// Letters as people write them, slips included.
final class Letters {
  private static final Map<Language, List<String>> SENTENCES =
      Map.of(
          Language.EN,
          List.of(
              "I hope this email finds you well.",
              "I just wanted to reach out to you in order to tell you about our product.",
              "We leverage numerous tools so as to facilitate the work of teams,and it is  really"
                  + " good.",
              "I am sure that you are busy and we do not want to take your time but it is worth it"
                  + " because you can see how your team works and it can be better.",
              "Would you be open to a chat?",
              "Could you tell me who is in charge?",
              "teh team did not recieve the the letter!!!",
              "Due to the fact that we are small , we can help you.",
              "Actually, this is what {{company}} needs.",
              "More is at https://acme.example/in-order-to/x for you.",
              "> I am in order to be quoted",
              "please let me know if you have any questions.",
              "What is your view , i ask?",
              "Thanks a lot guys, that is super cool.",
              "Basically",
              "it costs $1,500 e.g. for utilize.com users."),
          Language.DE,
          List.of(
              "Ich hoffe, es geht Ihnen gut.",
              "Ich wollte nur kurz fragen, ob Sie bezüglich Ihrer Prozesse eine Vielzahl von Fragen"
                  + " haben.",
              "Wir verwenden eigentlich viele Werkzeuge und wir können Ihnen damit helfen, aber wir"
                  + " wissen auch, dass Sie zum gegenwärtigen Zeitpunkt sehr viel zu tun haben und"
                  + " wir wollen Sie nicht stören.",
              "Hätten Sie Zeit?",
              "Passt das für {{company}} ?",
              "Das ist echt super!!",
              "Mit freundlichen Grüßen",
              "Für Rückfragen stehe ich Ihnen gerne zur Verfügung."),
          Language.FR,
          List.of(
              "J'espère que vous allez bien.",
              "Je vous écris afin de vous parler de notre outil et nous pensons que vous pouvez"
                  + " gagner du temps avec lui car il fait pour vous ce que vous faites à la main.",
              "Est-ce un sujet pour vous ?",
              "Avez-vous le temps ?",
              "C'est vraiment super  bien."));

  private final Random random;

  Letters(Random random) {
    this.random = random;
  }

  Language language(int i) {
    return List.of(Language.EN, Language.EN, Language.DE, Language.FR).get(i % 4);
  }

  /// A letter of a few sentences.
  String letter(Language language) {
    List<String> sentences = requireNonNull(SENTENCES.get(language));
    StringBuilder out = new StringBuilder(greeting(language));
    int count = random.nextInt(1, 9);
    for (int i = 0; i < count; i++) {
      String sentence = sentences.get(random.nextInt(sentences.size()));
      out.append(List.of(" ", " ", "\n", "\n\n", "  ").get(random.nextInt(5)));
      out.append(sentence.startsWith(">") ? "\n" + sentence + "\n" : sentence);
    }
    return out.append(random.nextBoolean() ? "\n\nSincerely,\nJo" : "").toString();
  }

  private String greeting(Language language) {
    return switch (language) {
      case EN -> List.of("Dear {{firstName}},\n", "Hi Ana,\n\n", "").get(random.nextInt(3));
      case DE ->
          List.of("Hallo {{firstName}},\n\n", "Guten Tag Herr Berg,\n", "").get(random.nextInt(3));
      case FR -> "Bonjour,\n\n";
      case ES -> "Hola,\n\n";
      case IT -> "Buongiorno,\n\n";
      case NL -> "Beste,\n\n";
    };
  }
}
