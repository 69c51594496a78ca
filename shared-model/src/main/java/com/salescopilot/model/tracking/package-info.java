/// What a hit on a tracking address says about who made it, and whether it counts.
@NullMarked
package com.salescopilot.model.tracking;

import org.jspecify.annotations.NullMarked;
