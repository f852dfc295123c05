/**
 * Plan arithmetic: ecological indices, carbon dioxide, compensation between basins, heavy-pollution warnings, incident
 * grades, hazardous waste, indicators of the plan.
 *
 * <p>Much of it rests on rows that nobody has verified; every judgement says so through its citations.
 */
@NullMarked
package io.jianhu.standards.plan;

import org.jspecify.annotations.NullMarked;
