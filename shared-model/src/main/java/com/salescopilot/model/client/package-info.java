/// A client of the sync protocol as a state machine without I/O: what to keep, what to send, what
/// to make of an answer. A store and a connection are ports.
@NullMarked
package com.salescopilot.model.client;

import org.jspecify.annotations.NullMarked;
