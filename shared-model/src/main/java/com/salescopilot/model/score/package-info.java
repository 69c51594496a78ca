/// The score of a letter: ten checks with evidence, each arguable, and what must not leave at all.
@NullMarked
package com.salescopilot.model.score;

import org.jspecify.annotations.NullMarked;
