/// A copy of the whole database in one file, and the way back. The master key is never in it.
@NullMarked
package com.salescopilot.server.backup;

import org.jspecify.annotations.NullMarked;
