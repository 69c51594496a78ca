@NullMarked
package com.salescopilot.model.template;

import org.jspecify.annotations.NullMarked;
