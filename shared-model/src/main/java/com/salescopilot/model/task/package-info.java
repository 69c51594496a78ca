/// What somebody has to do.
@NullMarked
package com.salescopilot.model.task;

import org.jspecify.annotations.NullMarked;
