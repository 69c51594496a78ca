/// What one has to do, and being reminded of it.
@NullMarked
package com.salescopilot.desktop.tasks;

import org.jspecify.annotations.NullMarked;
