// SPDX-License-Identifier: EUPL-1.2
/**
 * The demo town: three towns with their OCMW, people, and a story of the past weeks up to today.
 *
 * <p>Only there when {@code onthaal.demo} is true and nothing else is. It lives through the public
 * services, at moments of the past, so that what it shows is what the product really does.
 */
@NullMarked
@ApplicationModule
package be.onthaal.demo;

import org.jspecify.annotations.NullMarked;
import org.springframework.modulith.ApplicationModule;
