// SPDX-License-Identifier: EUPL-1.2
/**
 * What is put on paper: one text, laid out as a PDF that lasts and that everybody can read.
 *
 * <p>Every PDF is at once PDF/A-3a (ISO 19005-3) and PDF/UA-1 (ISO 14289-1): tagged, with a title,
 * a language and its own fonts. Takes a small part of HTML and fetches nothing, so that a text of a
 * stranger can do no harm. Knows where the window of an envelope is. Owns no data.
 */
@NullMarked
@ApplicationModule(allowedDependencies = {"common"})
package be.onthaal.paper;

import org.jspecify.annotations.NullMarked;
import org.springframework.modulith.ApplicationModule;
