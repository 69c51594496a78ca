/// What can be done, by a name, a key and a button.
@NullMarked
package com.salescopilot.desktop.command;

import org.jspecify.annotations.NullMarked;
