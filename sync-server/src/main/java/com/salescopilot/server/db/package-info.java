/// PostgreSQL and everything that speaks to it: the façade every feature goes through, the roles
/// and migrations, and the database that comes with the server.
@NullMarked
package com.salescopilot.server.db;

import org.jspecify.annotations.NullMarked;
