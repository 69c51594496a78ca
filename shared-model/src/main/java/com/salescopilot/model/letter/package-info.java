/// What becomes of a draft when it is made out to one person.
@NullMarked
package com.salescopilot.model.letter;

import org.jspecify.annotations.NullMarked;
