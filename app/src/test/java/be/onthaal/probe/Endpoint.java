// SPDX-License-Identifier: EUPL-1.2
package be.onthaal.probe;

import be.onthaal.access.OpenToAll;
import be.onthaal.access.Permission;
import be.onthaal.access.Requires;
import java.util.ArrayList;
import java.util.Comparator;
import java.util.List;
import java.util.Map;
import java.util.Optional;
import java.util.Set;
import java.util.regex.Matcher;
import java.util.regex.Pattern;
import org.springframework.http.MediaType;
import org.springframework.web.method.HandlerMethod;
import org.springframework.web.servlet.mvc.method.RequestMappingInfo;
import org.springframework.web.servlet.mvc.method.annotation.RequestMappingHandlerMapping;

/** A handler as the started application knows it: its address and who may ask it. */
record Endpoint(
        String method, String pattern, HandlerMethod handler, boolean json, boolean stream) {

    private static final Pattern VARIABLE = Pattern.compile("\\{(\\w+)}");

    /** What stands behind the variables of an address; the longest beginning that fits counts. */
    private static final Map<String, String> FILLINGS =
            Map.ofEntries(
                    Map.entry("/zaken/{id}", "case"),
                    Map.entry("/zaken/{id}/taken/{task}", "task"),
                    Map.entry("/zaken/versies/{type}", "typeCode"),
                    Map.entry("/beheer/zaaktypes/{id}", "caseType"),
                    Map.entry("/beheer/zaaktypes/{id}/delen/{part}", "typePart"),
                    Map.entry("/beheer/zaaktypes/{id}/delen/{part}/{step}", "typeStep"),
                    Map.entry("/beheer/zaaktypes/{id}/fasen/{phase}", "typePhase"),
                    Map.entry("/beheer/zaaktypes/{id}/fasen/{phase}/taken/{step}", "typeStep"),
                    Map.entry("/post/{id}", "entry"),
                    Map.entry("/post/{id}/beeld/{part}", "picture"),
                    Map.entry("/post/{id}/bijlage/{part}", "picture"),
                    Map.entry("/post/scans/{id}", "scan"),
                    Map.entry("/post/scans/{id}/blad/{sheet}", "scanSheet"),
                    Map.entry("/post/scans/stapels/{stack}", "scanStack"),
                    Map.entry("/postvak/opzij/mail/{id}", "aside"),
                    Map.entry("/postvak/opzij/formulier/{id}", "form"),
                    Map.entry("/logboek/nood/{id}", "emergency"),
                    Map.entry("/klanten/{id}", "party"),
                    Map.entry("/samenvoegingen/{id}", "merge"),
                    Map.entry("/beheer/diensten/{id}", "unit"),
                    Map.entry("/beheer/mailboxen/{id}", "mailbox"),
                    Map.entry("/beheer/niets-verloren/{id}", "mailbox"),
                    Map.entry("/beheer/routering/{id}", "routingRule"),
                    Map.entry("/beheer/medewerkers/{id}", "employee"),
                    Map.entry("/beheer/medewerkers/{id}/rollen/{grant}", "grant"),
                    Map.entry("/beheer/verzendingen/{id}", "dispatch"),
                    Map.entry("/beheer/effecten/{id}", "effect"),
                    Map.entry("/weergaven/{id}", "case"),
                    Map.entry("/vraag/{slug}", "slug"),
                    Map.entry("/volg/{secret}", "secret"),
                    Map.entry("/mijn/{slug}", "slug"),
                    Map.entry("/uitnodiging/{token}", "secret"),
                    Map.entry("/webdav/{token}", "secret"),
                    Map.entry("/beheer/koppelingen/{id}", "token"),
                    Map.entry("/beheer/beslissingstabellen/{id}", "decision"),
                    Map.entry("/beheer/verhuizing/{id}", "transfer"),
                    Map.entry("/beheer/verhuizing/sjabloon/{name}", "sheet"),
                    Map.entry("/beheer/verhuizing/uitvoer/{id}", "export"),
                    Map.entry("/stukken/{id}", "document"),
                    Map.entry("/documenten/{id}", "piece"),
                    Map.entry("/documenten/{id}/versies/{number}", "pieceVersion"),
                    Map.entry("/documenten/{id}/versies/{number}/beeld/{page}", "piecePage"),
                    Map.entry("/api/documents/{id}", "piece"),
                    Map.entry("/api/documents/{id}/versions/{number}", "pieceVersion"),
                    Map.entry("/api/parties/{id}", "party"),
                    Map.entry("/api/parties/{id}/relations/{relation}", "relation"),
                    Map.entry("/api/merges/{id}", "merge"),
                    Map.entry("/api/cases/{id}", "case"),
                    Map.entry("/api/cases/{id}/tasks/{task}", "task"),
                    Map.entry("/api/work/{task}", "task"),
                    Map.entry("/api/post/{id}", "entry"),
                    Map.entry("/api/contacts/{id}", "contact"),
                    Map.entry("/beheer/archief/lijsten/{list}", "list"),
                    Map.entry("/beheer/archief/lijsten/{list}/zaken/{file}", "listed"),
                    Map.entry("/beheer/archief/bewaring/{hold}", "hold"),
                    Map.entry("/api/records/lists/{id}", "list"),
                    Map.entry("/beheer/webhooks/{id}", "webhook"),
                    Map.entry("/beheer/webhooks/{id}/zendingen/{delivery}", "delivery"),
                    Map.entry("/api/webhooks/{id}", "webhook"),
                    Map.entry("/api/messages/{id}", "message"),
                    Map.entry("/api/messages/{id}/attachments/{part}", "picture"));

    private static final Set<String> BY_POST =
            Set.of(
                    "POST /zoeken",
                    "POST /zoeken/voorstellen",
                    "POST /zaken/zoeken",
                    "POST /zaken/uitvoer",
                    "POST /post/afzenders",
                    "POST /post/uitvoer",
                    "POST /api/cases/list",
                    "POST /api/cases/search");

    /** Every handler of the application, the framework's own included. */
    static List<Endpoint> all(RequestMappingHandlerMapping mapping) {
        List<Endpoint> endpoints = new ArrayList<>();
        mapping.getHandlerMethods()
                .forEach((info, handler) -> {
                    for (String pattern : patterns(info)) {
                        endpoints.add(
                                new Endpoint(
                                        method(info),
                                        pattern,
                                        handler,
                                        pattern.startsWith("/api/"),
                                        info.getProducesCondition()
                                                .getProducibleMediaTypes()
                                                .contains(MediaType.TEXT_EVENT_STREAM)));
                    }
                });
        endpoints.sort(Comparator.comparing(Endpoint::pattern).thenComparing(Endpoint::method));
        return endpoints;
    }

    boolean ours() {
        return handler.getBeanType().getName().startsWith("be.onthaal.");
    }

    boolean open() {
        return handler.hasMethodAnnotation(OpenToAll.class);
    }

    /** True when it only shows something, be it by post, so that its words are in no address. */
    boolean looks() {
        return reads() || BY_POST.contains(toString());
    }

    boolean reads() {
        return method.equals("GET");
    }

    Permission permission() {
        return Optional.ofNullable(handler.getMethodAnnotation(Requires.class))
                .orElseThrow()
                .value();
    }

    /** The address with these ids in it; empty when the probe does not know what stands there. */
    Optional<String> path(Map<String, String> ids) {
        var path = new StringBuilder();
        Matcher variable = VARIABLE.matcher(pattern);
        while (variable.find()) {
            String what = FILLINGS.get(pattern.substring(0, variable.end()));
            String id = what == null ? null : ids.get(what);
            if (id == null) {
                return Optional.empty();
            }
            variable.appendReplacement(path, Matcher.quoteReplacement(id));
        }
        return Optional.of(variable.appendTail(path).toString());
    }

    /** True when its address names a thing of one authority; an empty sheet is everybody's. */
    boolean namesSomething() {
        return pattern.contains("{") && !pattern.endsWith("/sjabloon/{name}");
    }

    @Override
    public String toString() {
        return method + " " + pattern;
    }

    private static List<String> patterns(RequestMappingInfo info) {
        var patterns = info.getPathPatternsCondition();
        return patterns == null ? List.of() : List.copyOf(patterns.getPatternValues());
    }

    private static String method(RequestMappingInfo info) {
        return info.getMethodsCondition().getMethods().stream()
                .map(Enum::name)
                .findFirst()
                .orElse("GET");
    }
}
