@NullMarked
package com.salescopilot.model.score;

import org.jspecify.annotations.NullMarked;
