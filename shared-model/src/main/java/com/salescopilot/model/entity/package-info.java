/// What rows there are, what fields they have and who may write them: the one table that storage,
/// JSON and merging are made from.
@NullMarked
package com.salescopilot.model.entity;

import org.jspecify.annotations.NullMarked;
