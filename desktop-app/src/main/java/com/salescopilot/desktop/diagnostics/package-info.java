/// What happens when something goes wrong that nobody expected: it is named, written down without
/// anything private, and said quietly.
@NullMarked
package com.salescopilot.desktop.diagnostics;

import org.jspecify.annotations.NullMarked;
