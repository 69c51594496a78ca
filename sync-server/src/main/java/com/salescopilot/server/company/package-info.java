/// What is known of companies, by the domain of their addresses.
@NullMarked
package com.salescopilot.server.company;

import org.jspecify.annotations.NullMarked;
