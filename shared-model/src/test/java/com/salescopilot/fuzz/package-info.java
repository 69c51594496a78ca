/// Coverage-guided fuzzing: what takes texts and bytes of strangers is a [Fuzzed], and Jazzer looks
/// for inputs that it does not bear. Jazzer runs in a process of its own, so that its agent changes
/// no class of other tests.
@NullMarked
package com.salescopilot.fuzz;

import org.jspecify.annotations.NullMarked;
