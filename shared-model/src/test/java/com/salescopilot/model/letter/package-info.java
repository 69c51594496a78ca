@NullMarked
package com.salescopilot.model.letter;

import org.jspecify.annotations.NullMarked;
