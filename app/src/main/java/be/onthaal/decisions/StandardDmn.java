// SPDX-License-Identifier: EUPL-1.2
package be.onthaal.decisions;

import be.onthaal.decisions.internal.engine.Standard;
import be.onthaal.decisions.internal.model.HostileModel;
import be.onthaal.decisions.internal.model.ModelReader;
import java.util.List;
import java.util.Map;
import java.util.Set;

/**
 * All that DMN has, for measuring the engine with the compatibility kit of the standard: also what
 * an authority may not keep, such as functions and imports. Never code in another language. Has no
 * limits of time, so nothing of the product asks it.
 */
public final class StandardDmn {

    private final Standard model;

    private StandardDmn(Standard model) {
        this.model = model;
    }

    /**
     * What came out.
     *
     * @param failed the decisions that could not be made
     */
    public record Results(Map<String, Value> values, Set<String> failed) {

        public Results {
            values = Map.copyOf(values);
            failed = Set.copyOf(failed);
        }
    }

    /** The first of these texts, which may import the others. */
    public static StandardDmn of(List<String> texts) {
        for (String text : texts) {
            try {
                ModelReader.refuseForeignCode(text);
            } catch (HostileModel refused) {
                throw new IllegalArgumentException(refused.getMessage(), refused);
            }
        }
        return new StandardDmn(Standard.of(texts));
    }

    public Results evaluate(Map<String, Value> inputs) {
        return model.evaluate(inputs);
    }

    /** One decision service of the model. */
    public Results evaluateService(String service, Map<String, Value> inputs) {
        return model.evaluateService(service, inputs);
    }
}
