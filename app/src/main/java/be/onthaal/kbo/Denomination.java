// SPDX-License-Identifier: EUPL-1.2
package be.onthaal.kbo;

import java.util.Optional;

/**
 * A name of an enterprise or establishment (OSLO rov:legalName, skos:altLabel).
 *
 * @param type social name, abbreviation or commercial name
 * @param language ISO 639, as the code file of the extract explains it; empty if unknown
 */
public record Denomination(Coded type, Optional<String> language, String name) {}
