/// The server program: its commands, its settings and the wiring of its parts.
@NullMarked
package com.salescopilot.server;

import org.jspecify.annotations.NullMarked;
