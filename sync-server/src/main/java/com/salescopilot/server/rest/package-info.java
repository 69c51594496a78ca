/// What the routes of rows share: bodies read against the fields of an entity, changes made through
/// the streams, refusals said in HTTP.
@NullMarked
package com.salescopilot.server.rest;

import org.jspecify.annotations.NullMarked;
