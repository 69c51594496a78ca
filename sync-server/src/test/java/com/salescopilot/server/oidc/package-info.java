@NullMarked
package com.salescopilot.server.oidc;

import org.jspecify.annotations.NullMarked;
