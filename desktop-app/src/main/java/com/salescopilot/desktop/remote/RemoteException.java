package com.salescopilot.desktop.remote;

import java.time.Duration;

/// Why the server did not do what it was asked. No edit is lost by any of these. The message is one
/// sentence for people, the code is stable.
public abstract sealed class RemoteException extends RuntimeException {
  private static final long serialVersionUID = 1L;
  private final String code;

  private RemoteException(String code, String message) {
    super(message);
    this.code = code;
  }

  private RemoteException(String code, String message, Throwable cause) {
    super(message, cause);
    this.code = code;
  }

  /// The stable name of the reason, in capitals.
  public String code() {
    return code;
  }

  /// How long the server asks to be left alone; zero if it does not say.
  public Duration retryAfter() {
    return Duration.ZERO;
  }

  /// This person chose to work offline.
  public static final class Offline extends RemoteException {
    private static final long serialVersionUID = 1L;

    public Offline() {
      super("OFFLINE", "You are working offline; go online first.");
    }
  }

  /// No network, no server, or something else answers in its place.
  public static final class NoAnswer extends RemoteException {
    private static final long serialVersionUID = 1L;

    NoAnswer(String server) {
      super("NO_ANSWER", "The server at " + server + " does not answer.");
    }

    NoAnswer(String server, Throwable cause) {
      super("NO_ANSWER", "The server at " + server + " does not answer.", cause);
    }
  }

  /// The server does not know who this is any more, or not yet.
  public static final class Unauthenticated extends RemoteException {
    private static final long serialVersionUID = 1L;

    public Unauthenticated() {
      super("UNAUTHENTICATED", "Sign in to go on; your changes are safe on this machine.");
    }
  }

  /// The server understood and said no; asking again changes nothing.
  public static final class Refused extends RemoteException {
    private static final long serialVersionUID = 1L;
    private final int status;

    Refused(int status, String code, String detail) {
      super(code, detail);
      this.status = status;
    }

    /// The HTTP status of the answer; 0 if nothing was asked.
    public int status() {
      return status;
    }
  }

  /// The server serves this program, or this person, no more; what waits stays on this machine.
  public static final class Unserved extends RemoteException {
    private static final long serialVersionUID = 1L;
    private static final Duration RARELY = Duration.ofHours(1);

    Unserved(String code, String detail) {
      super(code, detail);
    }

    /// Somebody may have renewed what is old.
    @Override
    public Duration retryAfter() {
      return RARELY;
    }
  }

  /// The server cannot just now.
  public static final class Busy extends RemoteException {
    private static final long serialVersionUID = 1L;
    private final transient Duration retryAfter;

    Busy(String code, String detail, Duration retryAfter) {
      super(code, detail);
      this.retryAfter = retryAfter;
    }

    @Override
    public Duration retryAfter() {
      return retryAfter;
    }
  }

  /// An answer that is damaged or cut off; what came whole before it was taken.
  public static final class Garbled extends RemoteException {
    private static final long serialVersionUID = 1L;

    public Garbled(String problem) {
      super("GARBLED", "The server's answer cannot be used: " + problem + ".");
    }

    Garbled(Throwable cause) {
      super("GARBLED", "The server's answer cannot be used: " + cause.getMessage() + ".", cause);
    }
  }
}
