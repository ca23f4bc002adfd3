// SPDX-License-Identifier: EUPL-1.2
package be.onthaal.api;

/** Which work a program takes: at most so many, for so many seconds. */
record FetchBody(String topic, String worker, int most, int seconds) {}
