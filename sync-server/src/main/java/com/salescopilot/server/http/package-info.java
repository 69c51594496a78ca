/// What lies between Helidon and the features: routes, JSON, problems, admission, listeners.
@NullMarked
package com.salescopilot.server.http;

import org.jspecify.annotations.NullMarked;
