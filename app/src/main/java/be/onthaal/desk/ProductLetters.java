// SPDX-License-Identifier: EUPL-1.2
package be.onthaal.desk;

import be.onthaal.cases.CaseId;
import be.onthaal.cases.spi.CaseLetters;
import org.springframework.stereotype.Component;

/** What a case type lets the product write by itself goes out as an answer of the case does. */
@Component
class ProductLetters implements CaseLetters {

    private final Replies replies;

    ProductLetters(Replies replies) {
        this.replies = replies;
    }

    @Override
    public void send(CaseId id, String template) {
        replies.sendFilled(id, template);
    }
}
