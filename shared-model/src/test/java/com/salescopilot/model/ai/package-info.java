/// Help with writing that cannot invent: what is known of a person, what a proposal may say beyond
/// it (nothing), and an engine that needs neither network nor key.
@NullMarked
package com.salescopilot.model.ai;

import org.jspecify.annotations.NullMarked;
