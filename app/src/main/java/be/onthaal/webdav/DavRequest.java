// SPDX-License-Identifier: EUPL-1.2
package be.onthaal.webdav;

import jakarta.servlet.http.HttpServletRequest;
import java.io.IOException;
import java.net.URI;
import java.time.Duration;
import java.util.Locale;
import java.util.Optional;
import java.util.regex.Matcher;
import java.util.regex.Pattern;

/**
 * What a program asks, read from its headers.
 *
 * @param address the part of the address before the path, as it is written back
 */
record DavRequest(
        String method, String address, DavPath path, IfHeader conditions, HttpServletRequest sent) {

    private static final Duration USUAL = Duration.ofMinutes(10);
    private static final Duration SHORTEST = Duration.ofSeconds(30);
    private static final Pattern SECONDS = Pattern.compile("Second-(\\d{1,10})");

    /** How deep a request reaches. */
    enum Depth {
        THIS,
        NEXT,
        ALL
    }

    /** Reads a request at an address with this secret. */
    static DavRequest of(HttpServletRequest sent, String secret) {
        String address = "/webdav/" + secret;
        DavPath path = behind(address, sent.getRequestURI());
        String header = sent.getHeader("If");
        IfHeader conditions =
                header == null
                        ? IfHeader.NONE
                        : IfHeader.parse(header, path, place -> place(address, place));
        return new DavRequest(sent.getMethod(), address, path, conditions, sent);
    }

    Optional<String> header(String name) {
        return Optional.ofNullable(sent.getHeader(name));
    }

    /** How deep; whoever does not say it reaches everything. */
    Depth depth() {
        return switch (header("Depth").orElse("infinity").strip().toLowerCase(Locale.ROOT)) {
            case "0" -> Depth.THIS;
            case "1" -> Depth.NEXT;
            case "infinity" -> Depth.ALL;
            default -> throw new DavRefusal(DavRefusal.BAD_REQUEST);
        };
    }

    /** Whether what lies there already may go. */
    boolean overwrites() {
        return !header("Overwrite").map(String::strip).filter("F"::equalsIgnoreCase).isPresent();
    }

    /** Where something is copied or moved to; only behind the same address. */
    DavPath destination() {
        String there =
                header("Destination").orElseThrow(() -> new DavRefusal(DavRefusal.BAD_REQUEST));
        return place(address, there).orElseThrow(() -> new DavRefusal(DavRefusal.ELSEWHERE));
    }

    /** For how long a lock is asked; never long, since programs ask again. */
    Duration timeout() {
        Matcher seconds = SECONDS.matcher(header("Timeout").orElse(""));
        if (!seconds.find()) {
            return USUAL;
        }
        Duration asked = Duration.ofSeconds(Long.parseLong(seconds.group(1)));
        return asked.compareTo(USUAL) > 0
                ? USUAL
                : asked.compareTo(SHORTEST) < 0 ? SHORTEST : asked;
    }

    /** Which lock is given back. */
    String lockToken() {
        String token =
                header("Lock-Token").orElseThrow(() -> new DavRefusal(DavRefusal.BAD_REQUEST));
        String bare = token.strip();
        if (!bare.startsWith("<") || !bare.endsWith(">")) {
            throw new DavRefusal(DavRefusal.BAD_REQUEST);
        }
        return bare.substring(1, bare.length() - 1);
    }

    /** A body that describes something; never a long one. */
    byte[] description() throws IOException {
        byte[] body = sent.getInputStream().readNBytes(Xml.LONGEST + 1);
        if (body.length > Xml.LONGEST) {
            throw new DavRefusal(DavRefusal.TOO_LARGE);
        }
        return body;
    }

    /** Where something lies, as it is written back. */
    String written(Entry entry) {
        String path = address + entry.path().written();
        return entry.isFolder() ? path + "/" : path;
    }

    /** By its secret, whatever name the server has where the program stands. */
    private static Optional<DavPath> place(String address, String written) {
        try {
            String path = String.valueOf(URI.create(written.strip()).getRawPath());
            return path.equals(address) || path.startsWith(address + "/")
                    ? Optional.of(behind(address, path))
                    : Optional.empty();
        } catch (IllegalArgumentException nonsense) {
            throw new DavRefusal(DavRefusal.BAD_REQUEST);
        }
    }

    private static DavPath behind(String address, String path) {
        if (!path.startsWith(address)) {
            throw new DavRefusal(DavRefusal.BAD_REQUEST);
        }
        return DavPath.of(path.substring(address.length()));
    }
}
