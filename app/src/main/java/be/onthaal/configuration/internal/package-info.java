// SPDX-License-Identifier: EUPL-1.2
@NullMarked
package be.onthaal.configuration.internal;

import org.jspecify.annotations.NullMarked;
