/// What the server and the desktop agree on: values, entities, mutations and the rules that apply
/// them. Pure: no input or output, no clock, no hidden randomness.
@NullMarked
package com.salescopilot.model;

import org.jspecify.annotations.NullMarked;
