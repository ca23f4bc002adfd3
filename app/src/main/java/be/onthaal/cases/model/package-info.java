// SPDX-License-Identifier: EUPL-1.2
/**
 * What a sort of case is, as data: phases, tasks, fields, results. Pure: it knows no database and
 * no clock, so that a draft can be checked and walked through before anybody works with it.
 */
@NullMarked
@NamedInterface("model")
package be.onthaal.cases.model;

import org.jspecify.annotations.NullMarked;
import org.springframework.modulith.NamedInterface;
