/// Real clients on SQLite files, two server processes on one PostgreSQL, and a bad network between
/// them: what the simulator promises, held by the real parts.
@NullMarked
package com.salescopilot.desktop.storm;

import org.jspecify.annotations.NullMarked;
