/// Whether mails may leave, by what is stored: the worker decides by it, and "why" tells it.
@NullMarked
package com.salescopilot.server.gate;

import org.jspecify.annotations.NullMarked;
