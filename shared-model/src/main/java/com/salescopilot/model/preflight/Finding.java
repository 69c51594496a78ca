package com.salescopilot.model.preflight;

import java.util.Comparator;
import java.util.LinkedHashMap;
import java.util.Map;
import java.util.Optional;
import java.util.UUID;

/// Something that stands against starting a campaign as it is.
///
/// @param step that it is about
/// @param prospect that it is about
/// @param detail a sentence for people, or the words that it is about
public record Finding(Code code, Optional<UUID> step, Optional<UUID> prospect, String detail)
    implements Comparable<Finding> {
  private static final Comparator<Finding> ORDER =
      Comparator.comparing((Finding finding) -> finding.code().severity())
          .thenComparing(Finding::code)
          .thenComparing(finding -> finding.step().map(UUID::toString).orElse(""))
          .thenComparing(finding -> finding.prospect().map(UUID::toString).orElse(""))
          .thenComparing(Finding::detail);

  static Finding of(Code code, String detail) {
    return new Finding(code, Optional.empty(), Optional.empty(), detail);
  }

  static Finding ofStep(Code code, UUID step, String detail) {
    return new Finding(code, Optional.of(step), Optional.empty(), detail);
  }

  static Finding ofProspect(Code code, UUID prospect, String detail) {
    return new Finding(code, Optional.empty(), Optional.of(prospect), detail);
  }

  /// As callers read it.
  public Map<String, String> members() {
    Map<String, String> members = new LinkedHashMap<>();
    members.put("code", code.name());
    members.put("severity", code.severity().name());
    step.ifPresent(id -> members.put("stepId", id.toString()));
    prospect.ifPresent(id -> members.put("prospectId", id.toString()));
    members.put("detail", detail);
    return members;
  }

  @Override
  public int compareTo(Finding other) {
    return ORDER.compare(this, other);
  }

  /// How much it stands against it.
  public enum Severity {
    /// The campaign cannot start.
    BLOCKER,
    /// This prospect waits until the data is mended; the others go on.
    WAITING,
    /// Worth knowing.
    WARNING
  }

  /// What was found.
  public enum Code {
    NO_PROSPECTS(Severity.BLOCKER),
    NO_MAILBOX(Severity.BLOCKER),
    MAILBOX_PAUSED(Severity.BLOCKER),
    TEMPLATE_ERROR(Severity.BLOCKER),
    EMPTY_SUBJECT(Severity.BLOCKER),
    EMPTY_BODY(Severity.BLOCKER),
    LEFTOVER_MARKUP(Severity.BLOCKER),
    NO_UNSUBSCRIBE(Severity.BLOCKER),
    BAD_LINK(Severity.BLOCKER),
    POSITION_GAP(Severity.BLOCKER),
    NO_WINDOW(Severity.BLOCKER),
    DATES(Severity.BLOCKER),
    EMPTY_FIELD(Severity.WAITING),
    UNSAFE_URL(Severity.WAITING),
    VALUE_TOO_LONG(Severity.WAITING),
    SUPPRESSED(Severity.WAITING),
    WRONG_NAME(Severity.WAITING),
    ENROLLED_ELSEWHERE(Severity.WARNING),
    BAD_ZONE(Severity.WARNING),
    SCORE_LOW(Severity.WARNING),
    CAPACITY(Severity.WARNING);

    private final Severity severity;

    Code(Severity severity) {
      this.severity = severity;
    }

    public Severity severity() {
      return severity;
    }
  }
}
