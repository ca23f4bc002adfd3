// SPDX-License-Identifier: EUPL-1.2
package be.onthaal.decisions.internal.engine;

import be.onthaal.decisions.Value;
import java.io.StringReader;
import java.util.ArrayList;
import java.util.Collections;
import java.util.HashMap;
import java.util.HashSet;
import java.util.List;
import java.util.Map;
import java.util.Set;
import org.kie.api.io.Resource;
import org.kie.dmn.api.core.DMNContext;
import org.kie.dmn.api.core.DMNDecisionResult;
import org.kie.dmn.api.core.DMNMessage;
import org.kie.dmn.api.core.DMNModel;
import org.kie.dmn.api.core.DMNResult;
import org.kie.dmn.api.core.DMNRuntime;
import org.kie.dmn.api.core.event.AfterEvaluateDecisionTableEvent;
import org.kie.dmn.api.core.event.DMNRuntimeEventListener;
import org.kie.dmn.core.compiler.RuntimeTypeCheckOption;
import org.kie.dmn.core.internal.utils.DMNRuntimeBuilder;
import org.kie.internal.io.ResourceFactory;

/** A model that the engine has read; evaluates it as often as asked, on any thread. */
final class Compiled {

    private static final ScopedValue<List<Evaluation.Rows>> FIRED = ScopedValue.newInstance();

    private final DMNRuntime runtime;
    private final DMNModel model;

    private Compiled(DMNRuntime runtime, DMNModel model) {
        this.runtime = runtime;
        this.model = model;
    }

    /** The first of these texts, which may need the others. */
    static Compiled of(List<String> texts) {
        List<Resource> resources = new ArrayList<>();
        texts.forEach(
                text -> resources.add(ResourceFactory.newReaderResource(new StringReader(text))));
        DMNRuntime runtime =
                DMNRuntimeBuilder.fromDefaults()
                        .addProfile(new CheckedFunctions())
                        .setOption(new RuntimeTypeCheckOption(true))
                        .buildConfiguration()
                        .fromResources(resources)
                        .getOrElseThrow(IllegalArgumentException::new);
        runtime.addListener(new Watch());
        String first = texts.getFirst();
        DMNModel model =
                runtime.getModels().stream()
                        .filter(one -> first.contains("\"" + one.getNamespace() + "\""))
                        .filter(one -> first.contains("\"" + one.getDefinitions().getId() + "\""))
                        .findFirst()
                        .orElseGet(() -> runtime.getModels().getFirst());
        return new Compiled(runtime, model);
    }

    /** What the engine itself has against the model. */
    List<String> errors() {
        return errors(model.getMessages());
    }

    Evaluation evaluate(Map<String, Value> inputs) {
        return evaluate(inputs, context -> runtime.evaluateAll(model, context));
    }

    Evaluation evaluateService(String service, Map<String, Value> inputs) {
        return evaluate(
                inputs, context -> runtime.evaluateDecisionService(model, context, service));
    }

    /** One way of evaluating. */
    private interface Way {
        DMNResult with(DMNContext context);
    }

    private Evaluation evaluate(Map<String, Value> inputs, Way way) {
        DMNContext context = runtime.newContext();
        inputs.forEach((name, value) -> context.set(name, KieValues.toKie(value)));
        List<Evaluation.Rows> fired = Collections.synchronizedList(new ArrayList<>());
        DMNResult result = ScopedValue.where(FIRED, fired).call(() -> way.with(context));
        Map<String, Value> values = new HashMap<>();
        Set<String> failed = new HashSet<>();
        for (DMNDecisionResult decision : result.getDecisionResults()) {
            values.put(decision.getDecisionName(), KieValues.fromKie(decision.getResult()));
            if (decision.getEvaluationStatus()
                    != DMNDecisionResult.DecisionEvaluationStatus.SUCCEEDED) {
                failed.add(decision.getDecisionName());
            }
        }
        return new Evaluation(values, failed, fired, errors(result.getMessages()));
    }

    private static List<String> errors(List<DMNMessage> messages) {
        return messages.stream()
                .filter(message -> message.getSeverity() == DMNMessage.Severity.ERROR)
                .map(DMNMessage::getMessage)
                .toList();
    }

    /** Notes which rows counted, for the evaluation on this thread. */
    private static final class Watch implements DMNRuntimeEventListener {

        @Override
        public void afterEvaluateDecisionTable(AfterEvaluateDecisionTableEvent event) {
            FIRED.get()
                    .add(
                            new Evaluation.Rows(
                                    event.getNodeName(), event.getSelected(), event.getMatches()));
        }
    }
}
