// SPDX-License-Identifier: EUPL-1.2
package be.onthaal.desk;

import java.util.UUID;

/** A way of looking at a list that an employee keeps; the query holds choices and ids only. */
public record SavedView(UUID id, String name, String query) {}
