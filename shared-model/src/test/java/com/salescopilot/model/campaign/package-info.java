@NullMarked
package com.salescopilot.model.campaign;

import org.jspecify.annotations.NullMarked;
