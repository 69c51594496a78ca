package com.salescopilot.server.rest;

import com.salescopilot.model.server.RefusedException;
import com.salescopilot.model.sync.Outcome;
import com.salescopilot.server.http.AppError;
import com.salescopilot.server.http.FieldError;
import java.util.List;
import java.util.function.Supplier;

/// What the rules' refusals are in HTTP.
public final class Refusals {
  private Refusals() {}

  /// Runs a write; what the rules refuse becomes an [AppError].
  public static <T> T told(Supplier<T> write) {
    try {
      return write.get();
    } catch (RefusedException e) {
      throw error(e.reason());
    }
  }

  /// The error that says the same.
  public static AppError error(Outcome.Rejected refused) {
    return switch (refused.code()) {
      case INVALID -> new AppError.Invalid(List.of(fault(refused)));
      case PREFLIGHT ->
          new AppError.Invalid("PREFLIGHT", refused.detail(), List.of(fault(refused)));
      case FORBIDDEN -> new AppError.Forbidden("FORBIDDEN", refused.detail());
      case GONE -> new AppError.NotFound();
      case STATE, DUPLICATE, ALREADY_SENT, TOO_LATE, STALE, QUARANTINED ->
          new AppError.Conflict(refused.code().name(), refused.detail());
    };
  }

  private static FieldError fault(Outcome.Rejected refused) {
    return new FieldError(refused.field().isEmpty() ? "" : "/" + refused.field(), refused.detail());
  }
}
