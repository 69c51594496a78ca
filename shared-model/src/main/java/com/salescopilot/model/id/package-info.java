/// Identities: made by a client, derived where two machines must meet, and chance that is a hash.
@NullMarked
package com.salescopilot.model.id;

import org.jspecify.annotations.NullMarked;
