@NullMarked
package com.salescopilot.desktop.parity;

import org.jspecify.annotations.NullMarked;
