// SPDX-License-Identifier: EUPL-1.2
package be.onthaal.kbo;

/** The register is renewed; told in the commit that renews it. */
public record ExtractTaken(ExtractAbout about) {}
