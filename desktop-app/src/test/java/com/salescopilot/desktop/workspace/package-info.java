@NullMarked
package com.salescopilot.desktop.workspace;

import org.jspecify.annotations.NullMarked;
