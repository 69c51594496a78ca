/// What makes a server that can be tried without an account, a mail provider or any data of one's
/// own.
@NullMarked
package com.salescopilot.server.demo;

import org.jspecify.annotations.NullMarked;
