/// What one sees in the morning: what went out, what came back, what happened last.
@NullMarked
package com.salescopilot.desktop.dashboard;

import org.jspecify.annotations.NullMarked;
