// SPDX-License-Identifier: EUPL-1.2
package be.onthaal.api;

import be.onthaal.testing.Browser;
import java.nio.charset.StandardCharsets;
import java.util.HashMap;
import java.util.Map;
import tools.jackson.databind.JsonNode;
import tools.jackson.databind.json.JsonMapper;

/** A program that calls the API as programs do. */
record Program(Browser line) {

    private static final JsonMapper JSON = JsonMapper.builder().build();

    /** Reads; headers by pairs of name and value. */
    Browser.Answer get(String path, String... headers) {
        return line.send("GET", path, pairs(headers), new byte[0]);
    }

    /** Asks a change; headers by pairs of name and value. */
    Browser.Answer post(String path, String json, String... headers) {
        Map<String, String> all = pairs(headers);
        all.putIfAbsent("Content-Type", "application/json");
        return line.send("POST", path, all, json.getBytes(StandardCharsets.UTF_8));
    }

    static JsonNode json(Browser.Answer answer) {
        return JSON.readTree(answer.body());
    }

    static String text(Browser.Answer answer, String field) {
        return json(answer).path(field).asString("");
    }

    private static Map<String, String> pairs(String... headers) {
        Map<String, String> pairs = new HashMap<>();
        for (int i = 0; i < headers.length; i += 2) {
            pairs.put(headers[i], headers[i + 1]);
        }
        return pairs;
    }
}
