@NullMarked
package com.salescopilot.desktop.sync;

import org.jspecify.annotations.NullMarked;
