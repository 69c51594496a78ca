/// Numbers that people act on, with how far they can be trusted.
@NullMarked
package com.salescopilot.model.stats;

import org.jspecify.annotations.NullMarked;
