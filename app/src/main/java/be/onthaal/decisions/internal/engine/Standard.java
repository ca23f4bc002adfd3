// SPDX-License-Identifier: EUPL-1.2
package be.onthaal.decisions.internal.engine;

import be.onthaal.decisions.StandardDmn.Results;
import be.onthaal.decisions.Value;
import java.util.List;
import java.util.Map;

/** A model without our limits. */
public final class Standard {

    private final Compiled model;

    private Standard(Compiled model) {
        this.model = model;
    }

    public static Standard of(List<String> texts) {
        return new Standard(Compiled.of(texts));
    }

    public Results evaluate(Map<String, Value> inputs) {
        return results(model.evaluate(inputs));
    }

    public Results evaluateService(String service, Map<String, Value> inputs) {
        return results(model.evaluateService(service, inputs));
    }

    private static Results results(Evaluation evaluation) {
        return new Results(evaluation.values(), evaluation.failed());
    }
}
