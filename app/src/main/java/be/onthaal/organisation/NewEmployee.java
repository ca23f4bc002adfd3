// SPDX-License-Identifier: EUPL-1.2
package be.onthaal.organisation;

import be.onthaal.common.EmailAddress;

/** Somebody who comes to work; the address is also the login. */
public record NewEmployee(String name, String function, EmailAddress email) {}
