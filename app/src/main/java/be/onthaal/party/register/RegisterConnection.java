// SPDX-License-Identifier: EUPL-1.2
package be.onthaal.party.register;

/** Whether the authority of the caller can ask authentic sources at all. */
public interface RegisterConnection {

    /** False hides what would need an answer; asking all the same gets "not connected". */
    boolean isOffered();
}
