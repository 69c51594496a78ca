/// Measures the server on a real, durable PostgreSQL. Run by hand (CONTRIBUTING.md); no test.
@NullMarked
package com.salescopilot.server.bench;

import org.jspecify.annotations.NullMarked;
