/// What was done to a row, and what can still be brought back.
@NullMarked
package com.salescopilot.server.history;

import org.jspecify.annotations.NullMarked;
