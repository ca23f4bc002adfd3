// SPDX-License-Identifier: EUPL-1.2
/** Identity cards that nobody has, with an issuer of their own. */
package be.onthaal.simulators.eid;
