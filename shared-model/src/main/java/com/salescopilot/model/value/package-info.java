/// The one shape of data that rows, mutations and the wire share: immutable JSON without null.
@NullMarked
package com.salescopilot.model.value;

import org.jspecify.annotations.NullMarked;
