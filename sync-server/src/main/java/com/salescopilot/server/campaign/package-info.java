/// Campaigns over REST, and what mails mean for them.
@NullMarked
package com.salescopilot.server.campaign;

import org.jspecify.annotations.NullMarked;
