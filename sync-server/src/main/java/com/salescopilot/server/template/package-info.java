/// Templates over REST.
@NullMarked
package com.salescopilot.server.template;

import org.jspecify.annotations.NullMarked;
