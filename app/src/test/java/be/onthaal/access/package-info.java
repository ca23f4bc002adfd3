// SPDX-License-Identifier: EUPL-1.2
@NullMarked
package be.onthaal.access;

import org.jspecify.annotations.NullMarked;
