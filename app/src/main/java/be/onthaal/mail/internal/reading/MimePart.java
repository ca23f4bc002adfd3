// SPDX-License-Identifier: EUPL-1.2
package be.onthaal.mail.internal.reading;

import be.onthaal.common.CleanText;
import java.util.List;
import java.util.Locale;

/**
 * One node of the structure of a mail: a container with its parts, or a leaf with its decoded
 * bytes. The preamble is what a container says before its first part.
 */
record MimePart(
        HeaderBlock header,
        String type,
        List<MimePart> children,
        PartBytes bytes,
        PartBytes preamble) {

    boolean isContainer() {
        return !children.isEmpty();
    }

    boolean isText() {
        return type.startsWith("text/");
    }

    String parameter(String name, Reading reading) {
        return HeaderParameters.of(header, "content-type", reading).text(name);
    }

    String disposition(Reading reading) {
        return HeaderParameters.of(header, "content-disposition", reading).value();
    }

    /** The name the sender gave to the file, empty when there is none. */
    String writtenName(Reading reading) {
        String name = HeaderParameters.of(header, "content-disposition", reading).text("filename");
        return name.isEmpty() ? parameter("name", reading) : name;
    }

    String contentId(Reading reading) {
        String id = header.text("content-id", reading);
        boolean bracketed = id.startsWith("<") && id.endsWith(">") && id.length() > 2;
        return CleanText.cut(bracketed ? id.substring(1, id.length() - 1) : id, 500);
    }

    String charset(Reading reading) {
        return parameter("charset", reading).toLowerCase(Locale.ROOT);
    }
}
