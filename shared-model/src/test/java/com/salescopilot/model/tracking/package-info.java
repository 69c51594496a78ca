@NullMarked
package com.salescopilot.model.tracking;

import org.jspecify.annotations.NullMarked;
