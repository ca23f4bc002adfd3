// SPDX-License-Identifier: EUPL-1.2
package be.onthaal.api;

import java.util.UUID;

/** The case that an entry belongs to. */
record EntryCaseBody(UUID caseId) {}
