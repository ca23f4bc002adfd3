// SPDX-License-Identifier: EUPL-1.2
package be.onthaal.webdav;

import java.nio.ByteBuffer;
import java.nio.charset.CharacterCodingException;
import java.nio.charset.StandardCharsets;
import java.util.ArrayList;
import java.util.HexFormat;
import java.util.List;

/** Where something lies behind an address, as names from the outside in. Immutable. */
record DavPath(List<String> steps) {

    static final DavPath ROOT = new DavPath(List.of());

    private static final int DEEPEST = 8;
    private static final int LONGEST_NAME = 200;
    private static final int LONGEST = 4_000;
    private static final String PLAIN = "-._~";

    DavPath {
        steps = List.copyOf(steps);
    }

    /** What the last part of an address says, as it was sent; refused when it is no plain path. */
    static DavPath of(String sent) {
        if (sent.length() > LONGEST) {
            throw new DavRefusal(DavRefusal.BAD_REQUEST);
        }
        List<String> steps = new ArrayList<>();
        String bare = sent.startsWith("/") ? sent.substring(1) : sent;
        String inner = bare.endsWith("/") ? bare.substring(0, bare.length() - 1) : bare;
        if (inner.isEmpty()) {
            return ROOT;
        }
        for (String step : inner.split("/", -1)) {
            steps.add(named(decoded(step)));
        }
        if (steps.size() > DEEPEST) {
            throw new DavRefusal(DavRefusal.FORBIDDEN);
        }
        return new DavPath(steps);
    }

    /** The path as it is kept. */
    static DavPath kept(String key) {
        return key.isEmpty() ? ROOT : new DavPath(List.of(key.split("/")));
    }

    String key() {
        return String.join("/", steps);
    }

    boolean isRoot() {
        return steps.isEmpty();
    }

    String name() {
        return isRoot() ? "" : steps.getLast();
    }

    DavPath parent() {
        return new DavPath(steps.subList(0, Math.max(0, steps.size() - 1)));
    }

    /** True for this place itself and for all that lies in it. */
    boolean holds(DavPath other) {
        return other.steps.size() >= steps.size()
                && other.steps.subList(0, steps.size()).equals(steps);
    }

    /** Where this comes to lie when its folder goes to another place. */
    DavPath moved(DavPath from, DavPath to) {
        List<String> path = new ArrayList<>(to.steps);
        path.addAll(steps.subList(from.steps.size(), steps.size()));
        if (path.size() > DEEPEST) {
            throw new DavRefusal(DavRefusal.FORBIDDEN);
        }
        return new DavPath(path);
    }

    /** As it stands in an address. */
    String written() {
        var path = new StringBuilder();
        steps.forEach(step -> path.append('/').append(encoded(step)));
        return path.toString();
    }

    private static String named(String name) {
        boolean plain =
                !name.isEmpty()
                        && !name.equals(".")
                        && !name.equals("..")
                        && name.length() <= LONGEST_NAME
                        && name.chars().noneMatch(c -> c < 0x20 || c == 0x7F)
                        && name.indexOf('/') < 0
                        && name.indexOf('\\') < 0;
        if (!plain) {
            throw new DavRefusal(DavRefusal.BAD_REQUEST);
        }
        return name;
    }

    private static String decoded(String step) {
        byte[] sent = step.getBytes(StandardCharsets.UTF_8);
        ByteBuffer bytes = ByteBuffer.allocate(sent.length);
        try {
            for (int i = 0; i < sent.length; i++) {
                if (sent[i] == '%') {
                    bytes.put((byte) HexFormat.fromHexDigits(step(sent, i)));
                    i += 2;
                } else {
                    bytes.put(sent[i]);
                }
            }
            return StandardCharsets.UTF_8.newDecoder().decode(bytes.flip()).toString();
        } catch (CharacterCodingException | IllegalArgumentException nonsense) {
            throw new DavRefusal(DavRefusal.BAD_REQUEST);
        }
    }

    private static String step(byte[] sent, int at) {
        if (at + 2 >= sent.length) {
            throw new DavRefusal(DavRefusal.BAD_REQUEST);
        }
        return new String(sent, at + 1, 2, StandardCharsets.ISO_8859_1);
    }

    private static String encoded(String step) {
        var out = new StringBuilder();
        for (byte one : step.getBytes(StandardCharsets.UTF_8)) {
            char c = (char) (one & 0xFF);
            boolean letter = (c >= 'a' && c <= 'z') || (c >= 'A' && c <= 'Z');
            boolean digit = c >= '0' && c <= '9';
            if (letter || digit || PLAIN.indexOf(c) >= 0) {
                out.append(c);
            } else {
                out.append('%').append(HexFormat.of().withUpperCase().toHexDigits((byte) c));
            }
        }
        return out.toString();
    }
}
