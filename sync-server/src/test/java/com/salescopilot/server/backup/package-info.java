/// Copies of a database, and putting them back.
@NullMarked
package com.salescopilot.server.backup;

import org.jspecify.annotations.NullMarked;
