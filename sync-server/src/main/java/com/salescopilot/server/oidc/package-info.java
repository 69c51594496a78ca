/// Signing in at a provider, by OpenID Connect: what goes over the wire, and what of it is
/// believed.
@NullMarked
package com.salescopilot.server.oidc;

import org.jspecify.annotations.NullMarked;
