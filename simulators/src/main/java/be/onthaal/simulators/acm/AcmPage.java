// SPDX-License-Identifier: EUPL-1.2
package be.onthaal.simulators.acm;

import java.util.List;

/** The pages that somebody sees who signs in. */
final class AcmPage {

    private AcmPage() {}

    /** One person can choose among organisations. */
    static String value(AcmPerson person) {
        return person.subject() + "|" + person.organisation();
    }

    static String choice(List<AcmPerson> people, String action) {
        var rows = new StringBuilder();
        for (AcmPerson person : people) {
            rows.append("<li><button name=\"person\" value=\"")
                    .append(escaped(value(person)))
                    .append("\"><b>")
                    .append(escaped(person.name()))
                    .append("</b><span>")
                    .append(escaped(person.organisationName()))
                    .append("</span></button></li>");
        }
        return page(
                """
                <h1>Wie bent u?</h1>
                <p>Dit is een nagebootste aanmelding van de Vlaamse overheid (ACM/IDM). In het echt
                meldt u zich hier aan met eID, itsme of een code.</p>
                <form method="post" action="%s"><ul>%s</ul>
                <button class="quiet" name="person" value="">Afbreken</button></form>
                """
                        .formatted(escaped(action), rows));
    }

    static String problem(String sentence) {
        return page("<h1>Dat lukt niet</h1><p>" + escaped(sentence) + "</p>");
    }

    private static String page(String content) {
        return """
        <!doctype html><html lang="nl-BE"><head><meta charset="utf-8">
        <meta name="viewport" content="width=device-width, initial-scale=1">
        <meta name="color-scheme" content="light dark"><title>Toegang (nagebootst)</title><style>
        :root{color-scheme:light dark;--ink:#1d1c19;--paper:#fdfcf9;--line:#8a867c;--box:#fff}
        @media(prefers-color-scheme:dark){:root{--ink:#eceae4;--paper:#191815;--line:#8d8a81;--box:#23221e}}
        *{box-sizing:border-box}body{margin:0;background:var(--paper);color:var(--ink);
        font:1rem/1.5 system-ui,sans-serif}main{max-width:34rem;margin:0 auto;padding:2rem 1rem}
        h1{font-size:1.5rem;line-height:1.25}ul{list-style:none;margin:1.5rem 0;padding:0;display:grid;gap:.5rem}
        button{font:inherit;color:inherit;width:100%%;min-height:3rem;padding:.6rem 1rem;text-align:start;
        border:1px solid var(--line);border-radius:.5rem;background:var(--box);cursor:pointer}
        button span{display:block;font-size:.9rem}.quiet{text-align:center;background:none}
        button:focus-visible{outline:3px solid #2b6cb0;outline-offset:2px}
        </style></head><body><main>%s</main></body></html>
        """
                .formatted(content);
    }

    private static String escaped(String text) {
        return text.replace("&", "&amp;")
                .replace("<", "&lt;")
                .replace(">", "&gt;")
                .replace("\"", "&quot;");
    }
}
