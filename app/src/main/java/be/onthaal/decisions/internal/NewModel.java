// SPDX-License-Identifier: EUPL-1.2
package be.onthaal.decisions.internal;

import java.io.IOException;
import java.io.InputStream;
import java.io.UncheckedIOException;
import java.nio.charset.StandardCharsets;

/** The model that somebody begins with: one table with one input, one result and one row. */
final class NewModel {

    private static final String TEXT = load();

    private NewModel() {}

    static String text(String key) {
        return TEXT.replace("new-table", key);
    }

    private static String load() {
        try (InputStream file = NewModel.class.getResourceAsStream("/decisions/new.dmn")) {
            if (file == null) {
                throw new IllegalStateException("No model to begin with");
            }
            return new String(file.readAllBytes(), StandardCharsets.UTF_8);
        } catch (IOException failure) {
            throw new UncheckedIOException(failure);
        }
    }
}
