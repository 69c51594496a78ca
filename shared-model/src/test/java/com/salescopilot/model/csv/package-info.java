@NullMarked
package com.salescopilot.model.csv;

import org.jspecify.annotations.NullMarked;
