package com.salescopilot.model.preflight;

import static com.salescopilot.model.preflight.Finding.Code;

import com.salescopilot.model.campaign.ThreadMode;
import com.salescopilot.model.entity.Doc;
import com.salescopilot.model.sync.CampaignCommand.Move.Waiting;
import com.salescopilot.model.value.Value;
import java.time.Instant;
import java.time.zone.ZoneRulesProvider;
import java.util.ArrayList;
import java.util.HashSet;
import java.util.List;
import java.util.Optional;
import java.util.Set;

/// Looks at a campaign as a whole before it starts: what keeps it from starting, who will have to
/// wait, and what is worth knowing. The same on a desktop, before the command is made, and on the
/// server, in its transaction.
public final class Preflight {
  /// The most that are told of: a list of ten thousand helps nobody.
  public static final int MOST = 500;

  private static final int USUAL_CAP = 50;
  private static final int LONGEST_DRAIN = 30;

  private final Facts facts;
  private final List<Finding> found = new ArrayList<>();

  private Preflight(Facts facts) {
    this.facts = facts;
  }

  /// Everything that was found, the gravest first.
  public static List<Finding> of(Facts facts) {
    Preflight preflight = new Preflight(facts);
    preflight.dates();
    if (!facts.steps().isEmpty()) {
      preflight.steps();
      preflight.people();
      preflight.sending();
    }
    return preflight.found.stream().sorted().limit(MOST).toList();
  }

  /// Why a campaign does not start with these findings, in a sentence; empty if it does.
  public static Optional<String> refusal(List<Finding> findings, Waiting waiting) {
    List<Finding> against =
        findings.stream().filter(finding -> stands(finding.code().severity(), waiting)).toList();
    if (against.isEmpty()) {
      return Optional.empty();
    }
    String first = against.getFirst().code() + ": " + against.getFirst().detail();
    return Optional.of(
        against.size() == 1 ? first : first + " And " + (against.size() - 1) + " more.");
  }

  private static boolean stands(Finding.Severity severity, Waiting waiting) {
    return switch (severity) {
      case BLOCKER -> true;
      case WAITING -> waiting == Waiting.REFUSED;
      case WARNING -> false;
    };
  }

  private void dates() {
    Optional<Instant> start = facts.campaign().instant("startDate");
    Optional<Instant> end = facts.campaign().instant("endDate");
    if (end.isPresent() && !end.get().isAfter(facts.now())) {
      add(Code.DATES, "The end date has passed.");
    } else if (end.isPresent() && start.isPresent() && !start.get().isBefore(end.get())) {
      add(Code.DATES, "The campaign would end before it begins.");
    }
  }

  private void steps() {
    Set<Long> positions = new HashSet<>();
    for (Doc step : facts.steps()) {
      if (step.text("variant").equals(Optional.of("A"))) {
        positions.add(step.whole("position"));
      }
    }
    for (Doc step : facts.steps()) {
      long position = step.whole("position");
      if (!positions.contains(position)) {
        found.add(
            Finding.ofStep(
                Code.POSITION_GAP, step.id(), "Step " + position + " has no variant A."));
      } else if (position > 1 && !positions.contains(position - 1)) {
        found.add(
            Finding.ofStep(
                Code.POSITION_GAP, step.id(), "There is no step " + (position - 1) + "."));
      }
      if (isOnOffer(step)) {
        new StepCheck(facts, step, found).run();
      }
    }
    positions.stream()
        .filter(
            position ->
                facts.steps().stream()
                    .filter(s -> s.whole("position") == position)
                    .noneMatch(Preflight::isOnOffer))
        .forEach(
            position -> add(Code.POSITION_GAP, "No variant of step " + position + " has a share."));
  }

  /// A variant that nobody gets is not judged.
  private static boolean isOnOffer(Doc step) {
    return step.whole("weight") > 0;
  }

  /// Whether a step needs a subject of its own.
  static boolean begins(Doc step) {
    return step.whole("position") == 1
        || step.text("threadMode").equals(Optional.of(ThreadMode.NEW.name()));
  }

  private void people() {
    if (facts.people().isEmpty()) {
      add(Code.NO_PROSPECTS, "Nobody is enrolled who could get a mail.");
    }
    for (Facts.Person person : facts.people()) {
      switch (person.reach()) {
        case SUPPRESSED ->
            found.add(
                Finding.ofProspect(
                    Code.SUPPRESSED, person.prospect().id(), address(person.prospect())));
        case OPEN -> {}
      }
      switch (person.elsewhere()) {
        case YES ->
            found.add(
                Finding.ofProspect(
                    Code.ENROLLED_ELSEWHERE, person.prospect().id(), address(person.prospect())));
        case NO -> {}
      }
      zone(person.prospect().get("customFields"), "timezone")
          .ifPresent(
              zone -> found.add(Finding.ofProspect(Code.BAD_ZONE, person.prospect().id(), zone)));
    }
    zone(facts.campaign().get("policy"), "zone").ifPresent(zone -> add(Code.BAD_ZONE, zone));
  }

  /// A zone that does not exist.
  private static Optional<String> zone(Optional<Value> map, String key) {
    return member(map, key)
        .flatMap(v -> v instanceof Value.Text(String t) ? Optional.of(t) : Optional.empty())
        .filter(zone -> !ZoneRulesProvider.getAvailableZoneIds().contains(zone));
  }

  private void sending() {
    switch (facts.way()) {
      case NONE -> add(Code.NO_MAILBOX, "There is no mailbox to send with.");
      case PAUSED -> add(Code.MAILBOX_PAUSED, "The mailbox is paused.");
      case OPEN, UNKNOWN -> {}
    }
    Optional<Value> policy = facts.campaign().get("policy");
    boolean noDay =
        member(policy, "days")
            .filter(days -> days instanceof Value.Items(var items) && items.isEmpty())
            .isPresent();
    Optional<String> from = text(policy, "from");
    Optional<String> to = text(policy, "to");
    boolean noHour = from.isPresent() && to.isPresent() && from.get().compareTo(to.get()) >= 0;
    if (noDay || noHour) {
      add(Code.NO_WINDOW, "No hour is open in which a mail could leave.");
    }
    long positions = facts.steps().stream().map(s -> s.whole("position")).distinct().count();
    long mails = positions * facts.people().size();
    long cap =
        member(policy, "dailyCap")
            .flatMap(v -> v instanceof Value.Whole(long n) ? Optional.of(n) : Optional.empty())
            .orElse((long) USUAL_CAP);
    if (mails > cap * LONGEST_DRAIN) {
      add(
          Code.CAPACITY,
          mails + " mails at " + cap + " a day take longer than " + LONGEST_DRAIN + " days.");
    }
  }

  private static Optional<String> text(Optional<Value> map, String key) {
    return member(map, key)
        .flatMap(v -> v instanceof Value.Text(String t) ? Optional.of(t) : Optional.empty());
  }

  private static Optional<Value> member(Optional<Value> map, String key) {
    return map.isPresent() && map.get() instanceof Value.Fields(var members)
        ? Optional.ofNullable(members.get(key))
        : Optional.empty();
  }

  private static String address(Doc prospect) {
    return prospect.text("email").orElse("");
  }

  private void add(Code code, String detail) {
    found.add(Finding.of(code, detail));
  }
}
