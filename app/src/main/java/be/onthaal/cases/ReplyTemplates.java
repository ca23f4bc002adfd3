// SPDX-License-Identifier: EUPL-1.2
package be.onthaal.cases;

import java.util.List;
import java.util.Map;
import org.springframework.stereotype.Service;

/** The texts that employees answer customers with. */
@Service
public class ReplyTemplates {

    /** The templates in a language, by name; Dutch ones when there are none in it. */
    public List<ReplyTemplate> list(String locale) {
        throw new UnsupportedOperationException();
    }

    /** A template with its fields filled in, in Dutch when it is not there in the language. */
    public ReplyTemplate.Filled fill(
            String code, String locale, Map<ReplyTemplate.Field, String> values) {
        throw new UnsupportedOperationException();
    }

    /** Keeps a template; fields that do not exist are refused. */
    public void save(ReplyTemplate template) {
        throw new UnsupportedOperationException();
    }
}
