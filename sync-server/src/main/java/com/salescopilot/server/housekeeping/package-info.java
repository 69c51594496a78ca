/// What is done at night: forgetting what nobody can ask for any more.
@NullMarked
package com.salescopilot.server.housekeeping;

import org.jspecify.annotations.NullMarked;
