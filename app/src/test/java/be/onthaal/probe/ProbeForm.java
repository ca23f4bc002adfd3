// SPDX-License-Identifier: EUPL-1.2
package be.onthaal.probe;

import be.onthaal.testing.TownFixtures.TestAuthority;
import java.util.HashMap;
import java.util.Map;
import java.util.stream.Stream;

/** A form with something sensible for every field that any page asks. */
final class ProbeForm {

    private ProbeForm() {}

    static Map<String, String> whole(
            ProbeTown.Planted planted, TestAuthority where, Map<String, String> with) {
        Map<String, String> form = new HashMap<>();
        Stream.of("name", "function", "text", "subject", "reason", "note", "draft", "q")
                .forEach(field -> form.put(field, "Iets"));
        form.put("email", "iemand@voorbeeld.be");
        form.put("to", "iemand@voorbeeld.be");
        form.put("unit", where.unit().toString());
        form.put("successor", where.unit().toString());
        form.put("handler", with.getOrDefault("employee", ""));
        form.put("role", "READER");
        form.put("result", "answered");
        form.put("colleague", with.getOrDefault("employee", ""));
        form.put("entrusted", new java.util.UUID(0, 1).toString());
        form.put("verdict", "right");
        form.put("identity", "vo-kenmerk");
        form.put("revision", "0");
        form.put("do", "none");
        form.put("id", with.getOrDefault("entry", ""));
        form.put("view", "ALL_OPEN");
        form.put("sort", "DUE_FIRST");
        form.put("channel", "PHONE");
        form.put("party", with.getOrDefault("party", ""));
        form.put("other", with.getOrDefault("other", ""));
        form.put("relation", "HOUSEHOLD-FROM");
        form.put("ended", with.getOrDefault("relation", ""));
        form.put("detail", "NATIONALITY");
        form.put("as", "RELATED");
        form.put("phase", "handling");
        form.put("task", "ask-customer");
        form.put("link", new java.util.UUID(0, 1).toString());
        form.put("holder", new java.util.UUID(0, 1).toString());
        form.put("outcome", "ANSWERED");
        form.put("type", "information-question");
        form.put("kind", "PHONE");
        form.put("value", "03 444 55 66");
        form.put("how", "IN_PERSON");
        form.put("why", "UNWANTED");
        form.put("list", "cases");
        form.put("query", "view=ALL_OPEN");
        form.put("authority", where.authority().id().toString());
        form.put("locale", "nl");
        form.put("right", "CASE_VIEW");
        form.put("days", "30");
        form.put("until", "2030-01-01");
        form.put("date", "2030-01-02");
        form.put("hours", "9-12");
        form.put("target", where.unit().toString());
        form.put("number", planted.open().file().number().display());
        form.put("caseType", "information-question");
        form.put("by", "POST");
        form.put("language", "fr");
        form.put("customer", with.getOrDefault("party", ""));
        form.put("purpose", "NEWS");
        form.put("given", "yes");
        form.put("proof", "Gezegd aan het loket");
        form.put("who", with.getOrDefault("party", ""));
        form.put("item", "CASE:" + new java.util.UUID(0, 1));
        form.put("nonce", "niet gevraagd");
        form.put("card", "Niemand");
        form.put("flag", new java.util.UUID(0, 1).toString());
        form.put("template", "answer");
        form.put("postcode", "2640");
        form.put("street", "1011");
        form.put("on", "2026-11-23");
        form.put("status", "BIM_BVT");
        form.put("verified", "CARD_SHOWN");
        form.put("verifiedBy", "Kaart");
        form.put("q", "Kanarie");
        form.put("zoek", "Kanarie");
        form.put("waarvoor", "CASE");
        form.put("form", "CSV");
        form.put("sender", "Kanarie");
        form.put("sheet", with.getOrDefault("scanSheet", ""));
        form.put("degrees", "90");
        form.put("rijen", "50");
        form.put("kolom", "CUSTOMER");
        return form;
    }
}
