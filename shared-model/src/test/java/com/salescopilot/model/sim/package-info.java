/// The sync protocol under every accident at once: the real client and server cores on one thread,
/// with virtual time, everything drawn from one seed. [World] runs a [Plan]; the oracles judge it;
/// [Bug]s prove that the oracles see.
@NullMarked
package com.salescopilot.model.sim;

import org.jspecify.annotations.NullMarked;
