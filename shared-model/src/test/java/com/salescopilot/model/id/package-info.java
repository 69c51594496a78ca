@NullMarked
package com.salescopilot.model.id;

import org.jspecify.annotations.NullMarked;
