@NullMarked
package com.salescopilot.model.stats;

import org.jspecify.annotations.NullMarked;
