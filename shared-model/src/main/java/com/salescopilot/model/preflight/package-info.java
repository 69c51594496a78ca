/// Whether a campaign may start.
@NullMarked
package com.salescopilot.model.preflight;

import org.jspecify.annotations.NullMarked;
