// SPDX-License-Identifier: EUPL-1.2
package be.onthaal.api;

import java.util.List;
import java.util.Map;

/** What a program found out about the case while it worked, by code of the field. */
record WorkDoneBody(String worker, Map<String, List<String>> fields) {}
