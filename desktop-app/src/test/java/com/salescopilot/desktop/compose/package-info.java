@NullMarked
package com.salescopilot.desktop.compose;

import org.jspecify.annotations.NullMarked;
