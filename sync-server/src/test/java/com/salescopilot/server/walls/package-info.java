/// The walls between workspaces, and between the server and what is thrown at it: every route of
/// the real server, called by people who should not get through.
@NullMarked
package com.salescopilot.server.walls;

import org.jspecify.annotations.NullMarked;
