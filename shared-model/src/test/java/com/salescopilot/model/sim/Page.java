package com.salescopilot.model.sim;

import com.salescopilot.model.client.PullPage;
import com.salescopilot.model.entity.StreamKind;
import com.salescopilot.model.protocol.ChainPosition;
import java.util.Map;

/// One page of an answer on its way.
///
/// @param sums of the streams as the server has them where the page ends the answer; not part of
///   the protocol: the oracles compare by them
/// @param chain the place of the device's chain in that snapshot; for the oracles, too
record Page(PullPage content, Map<StreamKind, Long> sums, ChainPosition chain) {}
