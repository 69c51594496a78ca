/// Makes the mails of campaigns when they are due, as the planner says.
@NullMarked
package com.salescopilot.server.dispatch;

import org.jspecify.annotations.NullMarked;
