/// Campaigns over REST.
@NullMarked
package com.salescopilot.server.campaign;

import org.jspecify.annotations.NullMarked;
