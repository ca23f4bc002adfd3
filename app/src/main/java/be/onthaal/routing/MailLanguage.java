// SPDX-License-Identifier: EUPL-1.2
package be.onthaal.routing;

/** A language that a mail may be written in, as far as its small words tell. */
public enum MailLanguage {
    NL,
    FR,
    EN,
    DE
}
