// SPDX-License-Identifier: EUPL-1.2
/**
 * The register of enterprises (Crossroads Bank for Enterprises) as KBO Open Data publishes it.
 *
 * <p>Owns the extract, one for all authorities of the installation, and how it comes in: the full
 * one beside the live one and then in its place, the daily update into it. {@link
 * be.onthaal.kbo.Enterprises} finds enterprises by number, name or fragment; {@link
 * be.onthaal.kbo.Extracts} takes files.
 */
@NullMarked
@ApplicationModule(allowedDependencies = {"common", "database", "access", "audit", "jobs", "web"})
package be.onthaal.kbo;

import org.jspecify.annotations.NullMarked;
import org.springframework.modulith.ApplicationModule;
