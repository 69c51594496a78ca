/// How fast the sync engine is: `mvn -q -Pbench -Dbench=sync`.
@NullMarked
package com.salescopilot.desktop.syncbench;

import org.jspecify.annotations.NullMarked;
