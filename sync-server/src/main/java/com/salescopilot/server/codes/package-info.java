/// Codes that are used once: invitations, resets, and what a browser brings back from a sign-in.
@NullMarked
package com.salescopilot.server.codes;

import org.jspecify.annotations.NullMarked;
