// SPDX-License-Identifier: EUPL-1.2
package be.onthaal.web;

/** Somebody of the demo town whom a visitor may be with one click. */
public record DemoRole(String login, String name, String description, String icon) {}
