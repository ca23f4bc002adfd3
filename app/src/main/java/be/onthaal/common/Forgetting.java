// SPDX-License-Identifier: EUPL-1.2
package be.onthaal.common;

/**
 * What a module forgets when its time is over, as the comments on its tables promise. A bean of
 * this kind is asked each hour, once for every authority.
 */
public interface Forgetting {

    /** Forgets it for the authority of the caller; returns how many. */
    int forget();
}
