/// A workspace and its people: its name, who is a member with which role, and who is invited.
@NullMarked
package com.salescopilot.server.workspace;

import org.jspecify.annotations.NullMarked;
