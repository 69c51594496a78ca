@NullMarked
package com.salescopilot.model.sync;

import org.jspecify.annotations.NullMarked;
