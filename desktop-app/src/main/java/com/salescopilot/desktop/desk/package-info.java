/// The account that is worked for: who it is, its rows, its edits and its connection. The window
/// and the command line stand on the same desk.
@NullMarked
package com.salescopilot.desktop.desk;

import org.jspecify.annotations.NullMarked;
