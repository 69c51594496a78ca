/// The contract that the server keeps, for those who call it: as a file, and to be read in a
/// browser.
@NullMarked
package com.salescopilot.server.contract;

import org.jspecify.annotations.NullMarked;
