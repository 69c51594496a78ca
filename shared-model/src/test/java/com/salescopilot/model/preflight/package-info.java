@NullMarked
package com.salescopilot.model.preflight;

import org.jspecify.annotations.NullMarked;
