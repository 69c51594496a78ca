/// Mails over REST: sent once, and looked at.
@NullMarked
package com.salescopilot.server.email;

import org.jspecify.annotations.NullMarked;
