@NullMarked
package com.salescopilot.desktop.boot;

import org.jspecify.annotations.NullMarked;
