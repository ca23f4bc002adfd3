// SPDX-License-Identifier: EUPL-1.2
/**
 * Reads files that strangers sent, in a process that may die of it.
 *
 * <p>The process has little memory, one processor, a folder of its own and a time to answer in; it
 * is asked over its standard input and answers over its standard output. Whatever a file does to
 * it, the product goes on and knows why the file was not read.
 */
@NullMarked
package be.onthaal.documents.internal.reader;

import org.jspecify.annotations.NullMarked;
