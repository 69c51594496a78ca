package com.salescopilot.desktop.store;

import java.io.IOException;
import java.sql.SQLException;
import org.sqlite.SQLiteException;

/// What can go wrong with the files of this machine. The message is one sentence for people; what
/// was acknowledged before stays on disk.
public abstract sealed class StoreException extends RuntimeException {
  private static final long serialVersionUID = 1L;

  private final String code;

  private StoreException(String code, String message, Throwable cause) {
    super(message, cause);
    this.code = code;
  }

  private StoreException(String code, String message) {
    super(message);
    this.code = code;
  }

  /// The stable name of the reason, in capitals.
  public String code() {
    return code;
  }

  /// Another process works on the same files.
  public static final class InUse extends StoreException {
    private static final long serialVersionUID = 1L;

    InUse(Object directory) {
      super("IN_USE", "Another Sales Copilot is already using " + directory + ".");
    }
  }

  /// The files were written by a newer version of this program.
  public static final class Newer extends StoreException {
    private static final long serialVersionUID = 1L;

    Newer() {
      super("NEWER", "The data on this machine was written by a newer version; update the app.");
    }
  }

  /// There is no room left; nothing of the edit was kept.
  public static final class DiskFull extends StoreException {
    private static final long serialVersionUID = 1L;

    DiskFull(Throwable cause) {
      super("DISK_FULL", "The disk is full, so nothing was saved.", cause);
    }
  }

  /// The database file is damaged; the next start puts it aside and goes on from the journal.
  public static final class Damaged extends StoreException {
    private static final long serialVersionUID = 1L;

    Damaged(Throwable cause) {
      super("DAMAGED", "The local database is damaged; restart the app to repair it.", cause);
    }
  }

  /// The files could not be read or written; nothing of the edit was kept.
  public static final class Unwritable extends StoreException {
    private static final long serialVersionUID = 1L;

    Unwritable(Throwable cause) {
      super("UNWRITABLE", "The data on this machine could not be read or written.", cause);
    }
  }

  static StoreException of(SQLException e) {
    if (!(e instanceof SQLiteException failure)) {
      return new Unwritable(e);
    }
    // the low byte is the primary result code, https://sqlite.org/rescode.html
    return switch (failure.getResultCode().code & 0xff) {
      case 13 -> new DiskFull(e);
      case 11, 26 -> new Damaged(e);
      default -> new Unwritable(e);
    };
  }

  static StoreException of(IOException e) {
    return new Unwritable(e);
  }
}
