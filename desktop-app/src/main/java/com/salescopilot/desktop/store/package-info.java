/// What this machine keeps: rows, outbox and cursors in a SQLite file per account, pending edits a
/// second time in a journal. An edit that was acknowledged survives the loss of either file.
@NullMarked
package com.salescopilot.desktop.store;

import org.jspecify.annotations.NullMarked;
