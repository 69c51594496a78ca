/// The event log: what happened, in the order in which it can be known to be complete, and
/// consumers that take up each event once.
@NullMarked
package com.salescopilot.server.events;

import org.jspecify.annotations.NullMarked;
