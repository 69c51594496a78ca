/// Drafts over REST: a letter that its author is still writing.
@NullMarked
package com.salescopilot.server.draft;

import org.jspecify.annotations.NullMarked;
