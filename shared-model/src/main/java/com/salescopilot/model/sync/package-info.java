/// Changes and how they are applied: the one pure write path that desktop and server share.
@NullMarked
package com.salescopilot.model.sync;

import org.jspecify.annotations.NullMarked;
