/// Writing a letter: to whom, about what, and what each of them will read.
@NullMarked
package com.salescopilot.desktop.compose;

import org.jspecify.annotations.NullMarked;
