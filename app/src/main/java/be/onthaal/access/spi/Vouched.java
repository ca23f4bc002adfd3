// SPDX-License-Identifier: EUPL-1.2
package be.onthaal.access.spi;

import java.util.Optional;

/**
 * Whom a provider of identities vouches for.
 *
 * @param subject names the person for good, at this issuer
 * @param person the number that ACM/IDM has for him as an employee ({@code vo_id})
 * @param organisation the OVO code or enterprise number that he works for ({@code vo_orgcode})
 * @param national his national number as a citizen ({@code rrn})
 */
public record Vouched(
        String issuer,
        String subject,
        Optional<String> person,
        Optional<String> organisation,
        Optional<String> national) {

    /** The name by which an administrator can write him down. */
    public String recordable() {
        return person.orElse(subject);
    }

    @Override
    public String toString() {
        return "Vouched[***]";
    }
}
