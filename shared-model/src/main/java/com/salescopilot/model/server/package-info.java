/// The server of the sync protocol as a state machine without I/O: it takes mutations in order,
/// applies them with everything that follows from them, and reads out what is new. A store is a
/// port.
@NullMarked
package com.salescopilot.model.server;

import org.jspecify.annotations.NullMarked;
