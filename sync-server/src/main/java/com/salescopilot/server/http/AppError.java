package com.salescopilot.server.http;

import java.time.Duration;
import java.util.List;
import java.util.Map;
import org.jspecify.annotations.Nullable;

/// Every way in which the server refuses a request; each becomes one `application/problem+json`.
///
/// The code is part of the contract with clients and never changes its meaning; the detail is a
/// sentence for people.
@SuppressWarnings("serial") // nobody serialises an answer
public abstract sealed class AppError extends RuntimeException {
  private static final String CONNECTION = "Connection";
  private static final String CLOSE = "close";

  private final int status;
  private final String code;
  private final String detail;
  private final List<FieldError> errors;
  private final Map<String, String> headers;
  private final Map<String, Object> members;

  private AppError(Refusal refusal) {
    super(refusal.code + ": " + refusal.detail, refusal.cause, true, refusal.traced());
    this.status = refusal.status;
    this.code = refusal.code;
    this.detail = refusal.detail;
    this.errors = refusal.errors;
    this.headers = refusal.headers;
    this.members = refusal.members;
  }

  /// The HTTP status.
  public final int status() {
    return status;
  }

  /// The stable code, in capitals.
  public final String code() {
    return code;
  }

  /// What happened and what to do, in one sentence.
  public final String detail() {
    return detail;
  }

  /// The parts of the request at fault; empty when it is refused as a whole.
  public final List<FieldError> errors() {
    return errors;
  }

  /// Headers that belong to the answer, such as `Retry-After`.
  public final Map<String, String> headers() {
    return headers;
  }

  /// Whether nothing more can be read from the connection after this.
  final boolean endsConnection() {
    return headers.containsKey(CONNECTION);
  }

  /// Further members of the problem, for clients that act on them.
  public final Map<String, Object> members() {
    return members;
  }

  /// 400: the syntax of the body, of the query or of a header is wrong.
  public static final class Malformed extends AppError {
    /// A request that cannot be read.
    public Malformed(String detail) {
      super(new Refusal(400, "MALFORMED", detail));
    }

    /// A request with parameters that cannot be read.
    public Malformed(List<FieldError> errors) {
      super(new Refusal(400, "MALFORMED", "Some parameters cannot be read.").errors(errors));
    }

    /// A request that a program has to mend.
    ///
    /// @param members for the client's program, beside the detail for people
    public Malformed(String code, String detail, Map<String, Object> members) {
      super(new Refusal(400, code, detail).members(members));
    }

    private Malformed(Refusal refusal) {
      super(refusal);
    }

    /// A request of which nobody can say where it ends, so nothing can follow it.
    static Malformed lastOnConnection(String detail) {
      return new Malformed(new Refusal(400, "MALFORMED", detail).header(CONNECTION, CLOSE));
    }
  }

  /// 401: nobody, or nobody we know.
  public static final class Unauthenticated extends AppError {
    /// One answer for a missing, a forged, an expired and a revoked token.
    public Unauthenticated() {
      this("UNAUTHENTICATED", "Sign in, then try again.");
    }

    /// A refused sign-in.
    public Unauthenticated(String code, String detail) {
      super(new Refusal(401, code, detail).header("WWW-Authenticate", "Bearer"));
    }
  }

  /// 403: known, and not allowed.
  public static final class Forbidden extends AppError {
    /// The role does not suffice.
    public Forbidden() {
      this("FORBIDDEN", "Your role in this workspace does not allow this.");
    }

    /// Another reason.
    public Forbidden(String code, String detail) {
      super(new Refusal(403, code, detail));
    }
  }

  /// 404: not there, or not yours; the two cannot be told apart.
  public static final class NotFound extends AppError {
    /// The one answer for all of them.
    public NotFound() {
      super(new Refusal(404, "NOT_FOUND", "There is nothing at this address."));
    }
  }

  /// 405: the address exists, the method does not.
  public static final class NotAllowed extends AppError {
    /// Another method is meant.
    ///
    /// @param allow the methods that exist, as in the header of the same name
    public NotAllowed(String allow) {
      super(
          new Refusal(405, "METHOD_NOT_ALLOWED", "This address answers to " + allow + " only.")
              .header("Allow", allow));
    }
  }

  /// 409: true as a request, and in conflict with what is stored.
  public static final class Conflict extends AppError {
    /// A conflict that a sentence explains.
    ///
    /// @param code such as `STATE`, `DUPLICATE`, `EMAIL_TAKEN`
    public Conflict(String code, String detail) {
      this(code, detail, Map.of());
    }

    /// A conflict that a program has to act on.
    ///
    /// @param members for the client's program, beside the detail for people
    public Conflict(String code, String detail, Map<String, Object> members) {
      super(new Refusal(409, code, detail).members(members));
    }
  }

  /// 412: `If-Match` names a revision that is no longer the last.
  public static final class Precondition extends AppError {
    /// The row changed since the client read it.
    public Precondition() {
      super(new Refusal(412, "PRECONDITION", "It has changed since you read it; read it again."));
    }
  }

  /// 426: the client is too old to be served.
  public static final class UpgradeRequired extends AppError {
    /// Whoever runs the client has to renew it.
    public UpgradeRequired(String code, String detail) {
      super(new Refusal(426, code, detail));
    }
  }

  /// 413: the body is over the limit.
  public static final class TooLarge extends AppError {
    /// Refused before the body was read whole.
    public TooLarge() {
      super(refusal());
    }

    private TooLarge(Refusal refusal) {
      super(refusal);
    }

    /// Refused in the middle of the body: what is still on its way would be read as a request.
    static TooLarge lastOnConnection() {
      return new TooLarge(refusal().header(CONNECTION, CLOSE));
    }

    private static Refusal refusal() {
      return new Refusal(413, "TOO_LARGE", "The request is larger than this address accepts.");
    }
  }

  /// 415: the body is of a kind that this address does not read.
  public static final class WrongMediaType extends AppError {
    /// The body cannot be read.
    ///
    /// @param expected the media type that would have been read
    public WrongMediaType(String expected) {
      super(new Refusal(415, "MEDIA_TYPE", "Send the body as " + expected + "."));
    }
  }

  /// 422: readable, and refused for its content.
  public static final class Invalid extends AppError {
    /// Some members are not acceptable.
    public Invalid(List<FieldError> errors) {
      this("INVALID", "Some fields are not acceptable.", errors);
    }

    /// One member is not acceptable.
    public Invalid(String pointer, String message) {
      this(List.of(new FieldError(pointer, message)));
    }

    /// A code that opens nothing; why not is not told.
    ///
    /// @param pointer where it stands in the body
    public static Invalid badCode(String pointer) {
      String reason = "is wrong, was used, or is too old.";
      return new Invalid(
          "BAD_CODE",
          "The code " + reason.replace(".", "; ask for a new one."),
          List.of(new FieldError(pointer, reason)));
    }

    /// Some members are not acceptable, for a reason with a name.
    ///
    /// @param code such as `UNKNOWN_FIELD`, `READ_ONLY`, `PREFLIGHT`
    public Invalid(String code, String detail, List<FieldError> errors) {
      super(new Refusal(422, code, detail).errors(errors));
    }

    /// The same with further members, for clients that act on them.
    public Invalid(
        String code, String detail, List<FieldError> errors, Map<String, Object> members) {
      super(new Refusal(422, code, detail).errors(errors).members(members));
    }
  }

  /// 426: the client speaks a version that the server no longer reads.
  public static final class TooOld extends AppError {
    /// An update is needed.
    ///
    /// @param detail names the version that is needed
    public TooOld(String detail) {
      super(new Refusal(426, "TOO_OLD", detail));
    }
  }

  /// 429: too often.
  public static final class Limited extends AppError {
    /// A limit is reached.
    ///
    /// @param retryAfter when to come again, rounded up to seconds
    public Limited(String detail, Duration retryAfter) {
      super(new Refusal(429, "LIMITED", detail).retryAfter(retryAfter));
    }
  }

  /// 500: our fault; the answer says the request id and nothing else.
  public static final class Internal extends AppError {
    /// An error that nobody foresaw.
    ///
    /// @param cause for the log alone
    public Internal(Throwable cause) {
      super(new Refusal(500, "INTERNAL", "Something went wrong here; it is in the log.", cause));
    }
  }

  /// 503: not now.
  public static final class Unavailable extends AppError {
    /// The server is busy, or something that it needs is away.
    ///
    /// @param retryAfter when to come again, rounded up to seconds
    public Unavailable(String detail, Duration retryAfter) {
      super(new Refusal(503, "UNAVAILABLE", detail).retryAfter(retryAfter));
    }
  }

  private record Refusal(
      int status,
      String code,
      String detail,
      List<FieldError> errors,
      Map<String, String> headers,
      Map<String, Object> members,
      @Nullable Throwable cause) {

    Refusal(int status, String code, String detail) {
      this(status, code, detail, List.of(), Map.of(), Map.of(), null);
    }

    Refusal(int status, String code, String detail, Throwable cause) {
      this(status, code, detail, List.of(), Map.of(), Map.of(), cause);
    }

    /// To be busy is no fault in any line of code, and writing down all lines would cost more than
    /// the rest of the refusal.
    boolean traced() {
      return status != 429 && status != 503;
    }

    Refusal errors(List<FieldError> found) {
      return new Refusal(status, code, detail, List.copyOf(found), headers, members, cause);
    }

    Refusal header(String name, String value) {
      return new Refusal(status, code, detail, errors, Map.of(name, value), members, cause);
    }

    Refusal members(Map<String, Object> more) {
      return new Refusal(status, code, detail, errors, headers, Map.copyOf(more), cause);
    }

    Refusal retryAfter(Duration wait) {
      long seconds = Math.max(1, wait.plusMillis(999).toSeconds());
      return header("Retry-After", Long.toString(seconds));
    }
  }
}
