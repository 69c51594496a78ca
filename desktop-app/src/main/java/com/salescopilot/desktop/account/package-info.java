/// Who one is at the server: sign-ins, password, and leaving.
@NullMarked
package com.salescopilot.desktop.account;

import org.jspecify.annotations.NullMarked;
