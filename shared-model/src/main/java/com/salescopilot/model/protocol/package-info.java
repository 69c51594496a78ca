/// The messages of the sync protocol and their JSON (`sync.md` §7).
@NullMarked
package com.salescopilot.model.protocol;

import org.jspecify.annotations.NullMarked;
