@NullMarked
package com.salescopilot.desktop.store;

import org.jspecify.annotations.NullMarked;
