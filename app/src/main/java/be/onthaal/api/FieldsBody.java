// SPDX-License-Identifier: EUPL-1.2
package be.onthaal.api;

import java.util.List;
import java.util.Map;

/** What is filled in, by code of the field; an empty list empties it. */
record FieldsBody(Map<String, List<String>> fields) {}
