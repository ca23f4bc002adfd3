// SPDX-License-Identifier: EUPL-1.2
package be.onthaal.overview;

import java.util.List;
import java.util.Optional;

/**
 * What an authority knows of a customer, for himself (GDPR art. 15 and 20): in codes as the API
 * writes them and days as ISO 8601 does, so that another program can read it.
 *
 * <p>It holds what whoever makes it may see. Others are named only where they act for him, and of
 * who looked at him the day and the reason are told, not the name (CJEU C-579/21).
 *
 * @param format which version of this form it is
 */
public record Overview(
        String format,
        String madeOn,
        String authority,
        Who customer,
        List<Fact> facts,
        List<Reached> contactPoints,
        List<Relative> relations,
        Wanted preferences,
        List<Said> consents,
        List<Happened> history,
        List<Looked> consultations) {

    /** The version of this form. */
    public static final String FORMAT = "onthaal-overview-1";

    /** Who he is. */
    public record Who(String kind, String name, List<Number> identifiers) {}

    /** A number that says who he is. */
    public record Number(String scheme, String value, String source) {}

    /** What is stated of him. */
    public record Fact(
            String kind,
            String value,
            String source,
            Optional<String> since,
            String statedOn,
            Optional<String> endedOn,
            Optional<String> contested) {}

    /** How he is reached, or was. */
    public record Reached(
            String kind,
            String value,
            String source,
            boolean preferred,
            boolean inUse,
            Optional<String> verifiedOn) {}

    /** What somebody is to him; the name only of who acts for him. */
    public record Relative(
            String kind,
            String side,
            Optional<String> name,
            String source,
            Optional<String> since,
            Optional<String> until) {}

    /** How he wants to be reached. */
    public record Wanted(String language, Optional<String> channel) {}

    /** His last word about one purpose; not given where he said nothing. */
    public record Said(
            String purpose,
            boolean given,
            Optional<String> on,
            Optional<String> channel,
            Optional<String> textVersion,
            Optional<String> text,
            Optional<String> proof) {}

    /** What happened with him. */
    public record Happened(
            String on, String event, Optional<String> channel, Optional<String> number) {}

    /** That he was looked at, and why. */
    public record Looked(String on, String purpose, long times) {}
}
