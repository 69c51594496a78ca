@NullMarked
package com.salescopilot.model.schedule;

import org.jspecify.annotations.NullMarked;
