// SPDX-License-Identifier: EUPL-1.2
package be.onthaal.access;

import java.util.UUID;

/** A token was taken back; told in the transaction that did. */
public record MachineTokenRevoked(UUID id) {}
