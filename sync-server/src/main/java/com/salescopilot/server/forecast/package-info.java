/// What of campaigns will leave, when and why; nothing here changes anything.
@NullMarked
package com.salescopilot.server.forecast;

import org.jspecify.annotations.NullMarked;
