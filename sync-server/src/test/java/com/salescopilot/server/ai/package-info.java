/// Suggestions, with models that misbehave.
@NullMarked
package com.salescopilot.server.ai;

import org.jspecify.annotations.NullMarked;
