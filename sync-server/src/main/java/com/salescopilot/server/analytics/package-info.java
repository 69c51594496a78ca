/// Takes opens and replies from the event log into rows and into the facts of each e-mail.
@NullMarked
package com.salescopilot.server.analytics;

import org.jspecify.annotations.NullMarked;
