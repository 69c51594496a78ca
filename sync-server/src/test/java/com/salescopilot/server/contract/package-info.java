/// The contract as tests use it: what it says, whether it is sound, and whether the server keeps
/// it.
@NullMarked
package com.salescopilot.server.contract;

import org.jspecify.annotations.NullMarked;
