package com.salescopilot.server.ai;

import com.fasterxml.jackson.databind.JsonNode;
import com.fasterxml.jackson.databind.node.ObjectNode;
import com.salescopilot.model.value.ValueJson;
import com.salescopilot.server.egress.StreamClient;
import java.io.IOException;
import java.io.InterruptedIOException;
import java.lang.System.Logger.Level;
import java.net.URI;
import java.time.Duration;
import java.time.InstantSource;
import java.util.Optional;
import java.util.concurrent.CountDownLatch;
import java.util.concurrent.TimeUnit;
import org.jspecify.annotations.Nullable;

/// A model somewhere else. Whatever it does, there is an outcome within the budget.
final class Model {
  private static final System.Logger LOG = System.getLogger(Model.class.getName());
  private static final Duration LONGEST_WAIT = Duration.ofSeconds(20);
  private static final int TOO_MANY = 429;
  private static final int OK = 200;
  private static final int SERVER_ERROR = 500;
  private static final int MOST_BYTES = 512 << 10;

  private final EngineSettings settings;
  private final Protocol protocol;
  private final StreamClient web;
  private final StreamClient.Patience patience;
  private final Breaker breaker;
  private final Wait wait;

  /// Waits until a server wants to be asked again.
  interface Wait {
    void pause(Duration time) throws InterruptedException;
  }

  /// How a question went.
  sealed interface Outcome {
    /// What was used, also if nothing came of it.
    Usage usage();

    /// It answered in the form that was asked for.
    record Said(String text, Usage usage) implements Outcome {}

    /// It did not.
    record Failed(Degraded reason, Usage usage) implements Outcome {}
  }

  Model(
      EngineSettings settings,
      StreamClient web,
      StreamClient.Patience patience,
      InstantSource clock,
      Wait wait) {
    this.settings = settings;
    this.protocol = Protocol.of(settings);
    this.web = web;
    this.patience = patience;
    this.breaker = new Breaker(clock);
    this.wait = wait;
  }

  static Model of(EngineSettings settings, StreamClient web, InstantSource clock) {
    boolean local = settings.provider() == EngineSettings.Provider.OLLAMA;
    return new Model(
        settings,
        web,
        new StreamClient.Patience(
            Duration.ofSeconds(3),
            Duration.ofSeconds(local ? 30 : 8), // it may have to load the model first
            Duration.ofSeconds(15),
            Duration.ofSeconds(45),
            MOST_BYTES),
        clock,
        time -> {
          boolean _ = new CountDownLatch(1).await(time.toMillis(), TimeUnit.MILLISECONDS);
        });
  }

  EngineSettings settings() {
    return settings;
  }

  Outcome ask(Question question) {
    if (!breaker.lets()) {
      return new Outcome.Failed(Degraded.BREAKER, Usage.NONE);
    }
    Outcome outcome = twice(question);
    switch (outcome) {
      case Outcome.Said _ -> breaker.worked();
      case Outcome.Failed failed -> {
        if (failed.reason() == Degraded.NO_ENGINE || failed.reason() == Degraded.TIMEOUT) {
          breaker.failed();
        } else {
          breaker.worked(); // it answered, only not as one would like
        }
      }
    }
    return outcome;
  }

  private Outcome twice(Question question) {
    Attempt first = once(question);
    if (first.again == null) {
      return first.outcome;
    }
    try {
      if (!first.again.isZero()) {
        wait.pause(first.again);
      }
      return once(question).outcome;
    } catch (InterruptedException _) {
      Thread.currentThread().interrupt();
      return first.outcome;
    }
  }

  /// @param again after how long a second attempt makes sense; null: it makes none
  private record Attempt(Outcome outcome, @Nullable Duration again) {}

  private Attempt once(Question question) {
    Speech speech = new Speech();
    try {
      StreamClient.Taken taken =
          web.post(
              URI.create(settings.base() + protocol.path()),
              protocol.headers(),
              protocol.body(question),
              patience,
              line -> {
                protocol.hear(line, speech);
                return !speech.isOver();
              });
      if (taken.status() != OK) {
        LOG.log(Level.WARNING, "the engine for suggestions answered {0}", taken.status());
        boolean later = taken.status() == TOO_MANY || taken.status() >= SERVER_ERROR;
        return failed(Degraded.NO_ENGINE, speech, later ? after(taken.retryAfter()) : null);
      }
      return new Attempt(heard(question, speech), null);
    } catch (InterruptedIOException _) {
      return failed(Degraded.TIMEOUT, speech, null);
    } catch (IOException e) {
      LOG.log(Level.WARNING, "the engine for suggestions: {0}", e.getClass().getSimpleName());
      boolean begun = !speech.text().isEmpty();
      return failed(
          begun ? Degraded.BAD_OUTPUT : Degraded.NO_ENGINE, speech, begun ? null : Duration.ZERO);
    } catch (IllegalArgumentException _) {
      return failed(Degraded.BAD_OUTPUT, speech, null);
    }
  }

  private static Attempt failed(Degraded why, Speech speech, @Nullable Duration again) {
    return new Attempt(new Outcome.Failed(why, speech.usage()), again);
  }

  /// How long to wait, if it is not too long for somebody who waits for an answer.
  private static @Nullable Duration after(Optional<String> header) {
    try {
      Duration wanted = Duration.ofSeconds(Math.max(0, Long.parseLong(header.orElse("1").strip())));
      return wanted.compareTo(LONGEST_WAIT) <= 0 ? wanted : null;
    } catch (NumberFormatException _) {
      return Duration.ofSeconds(1); // a date; nobody of them sends one
    }
  }

  private static Outcome heard(Question question, Speech speech) {
    return switch (speech.end()) {
      case REFUSED -> new Outcome.Failed(Degraded.REFUSED, speech.usage());
      case FAILED -> new Outcome.Failed(Degraded.NO_ENGINE, speech.usage());
      case NONE, CUT -> new Outcome.Failed(Degraded.BAD_OUTPUT, speech.usage());
      case WHOLE -> said(question, speech);
    };
  }

  /// Nothing but the object that was asked for counts: many servers do not hold a model to its
  /// form.
  private static Outcome said(Question question, Speech speech) {
    try {
      ObjectNode answer = ValueJson.object(speech.text());
      JsonNode text = answer.path(question.member());
      if (text.isTextual() && answer.size() == 1 && !text.textValue().isBlank()) {
        return new Outcome.Said(text.textValue(), speech.usage());
      }
    } catch (IllegalArgumentException _) {
      // prose, or half an object
    }
    return new Outcome.Failed(Degraded.BAD_OUTPUT, speech.usage());
  }
}
