// SPDX-License-Identifier: EUPL-1.2
package be.onthaal.common;

import java.util.List;
import java.util.regex.Pattern;

/** Onthaal says no, with a stable code that has a text in every bundle and a page in the manual. */
public abstract sealed class OnthaalException extends RuntimeException
        permits NotFound, Refused, Conflict {

    private static final Pattern CODE =
            Pattern.compile("[a-z][a-zA-Z0-9-]{0,60}(\\.[a-zA-Z0-9-]{1,60}){1,5}");
    private static final long serialVersionUID = 1L;

    private final String code;
    private final transient List<Object> arguments;

    /** The message is the code alone, so that arguments never end up in a log by accident. */
    OnthaalException(String code, Object... arguments) {
        super(code);
        if (!CODE.matcher(code).matches()) {
            throw new IllegalArgumentException("A code reads like cases.closed: " + code);
        }
        this.code = code;
        this.arguments = List.of(arguments);
    }

    public String code() {
        return code;
    }

    /** What the message text needs, such as a date or a limit; personal data is not allowed. */
    public List<Object> arguments() {
        return arguments;
    }
}
