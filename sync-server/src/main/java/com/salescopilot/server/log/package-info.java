/// One JSON object a line on stderr, for every logger in the process.
@NullMarked
package com.salescopilot.server.log;

import org.jspecify.annotations.NullMarked;
