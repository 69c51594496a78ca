package com.salescopilot.server.db;

import java.time.Duration;
import java.util.Optional;
import org.jspecify.annotations.Nullable;

/// Why the database did not do what it was asked. Messages hold statement names, constraints and
/// SQLSTATEs (PostgreSQL manual, appendix A), never values.
public abstract sealed class DbFailure extends RuntimeException {

  private static final long serialVersionUID = 1L;

  private DbFailure(String message, @Nullable Throwable cause) {
    super(message, cause);
  }

  /// What to throw where a queue before the database is too long.
  public static Unavailable busy(String what) {
    return new Unavailable(what + ": many wait", false, null);
  }

  /// The row would stand beside one that excludes it (23505, 23P01).
  public static final class Conflict extends DbFailure {
    private static final long serialVersionUID = 1L;
    private final String constraint;

    Conflict(String constraint, Throwable cause) {
      super("conflicts with " + constraint, cause);
      this.constraint = constraint;
    }

    /// Name of the unique constraint or index, which says what was taken.
    public String constraint() {
      return constraint;
    }
  }

  /// The values are not acceptable: syntax, range, a check, a missing row referred to (22, 23).
  public static final class Invalid extends DbFailure {
    private static final long serialVersionUID = 1L;
    private final String constraint;

    Invalid(String sqlState, String constraint, Throwable cause) {
      super("refused with " + sqlState + (constraint.isEmpty() ? "" : " by " + constraint), cause);
      this.constraint = constraint;
    }

    /// Name of the check or foreign key, where one refused.
    public Optional<String> constraint() {
      return constraint.isEmpty() ? Optional.empty() : Optional.of(constraint);
    }
  }

  /// Not now: no connection, no room, a lock or a time limit (08, 53, 55P03, 57), or a transaction
  /// that lost against others again and again (40001, 40P01). The same request may succeed later.
  public static final class Unavailable extends DbFailure {
    private static final long serialVersionUID = 1L;
    private final boolean contention;

    Unavailable(String message, boolean contention, @Nullable Throwable cause) {
      super(message, cause);
      this.contention = contention;
    }

    /// How long a caller should wait before it tries again.
    public Duration retryAfter() {
      return Duration.ofSeconds(contention ? 1 : 2);
    }

    /// Whether PostgreSQL asked for the whole transaction to be run again.
    boolean contention() {
      return contention;
    }
  }

  /// Anything else: a fault of ours, or an SQLSTATE that [SqlErrors] should learn.
  public static final class Internal extends DbFailure {
    private static final long serialVersionUID = 1L;

    Internal(String message, Throwable cause) {
      super(message, cause);
    }
  }
}
