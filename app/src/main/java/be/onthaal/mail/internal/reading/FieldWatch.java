// SPDX-License-Identifier: EUPL-1.2
package be.onthaal.mail.internal.reading;

import org.apache.james.mime4j.MimeException;
import org.apache.james.mime4j.stream.DefaultFieldBuilder;
import org.apache.james.mime4j.stream.RawField;
import org.jspecify.annotations.Nullable;

/** Builds header fields and notes which lines were none; a part without any header is no damage. */
final class FieldWatch extends DefaultFieldBuilder {

    private static final int NO_LIMIT = -1;

    private final Reading reading;

    FieldWatch(Reading reading) {
        super(NO_LIMIT);
        this.reading = reading;
    }

    @Override
    public @Nullable RawField build() throws MimeException {
        if (getRaw().length() == 0) {
            return null;
        }
        try {
            return super.build();
        } catch (MimeException | IndexOutOfBoundsException e) {
            reading.warn(MailWarning.DAMAGED_HEADER);
            throw new MimeException(e);
        }
    }
}
