/// Who works together, and in which workspace one is.
@NullMarked
package com.salescopilot.desktop.workspace;

import org.jspecify.annotations.NullMarked;
