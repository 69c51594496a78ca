/// How the program looks and speaks on this machine, which keys do what, and the server.
@NullMarked
package com.salescopilot.desktop.settings;

import org.jspecify.annotations.NullMarked;
