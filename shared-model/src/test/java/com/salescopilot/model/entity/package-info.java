@NullMarked
package com.salescopilot.model.entity;

import org.jspecify.annotations.NullMarked;
