// SPDX-License-Identifier: EUPL-1.2
package be.onthaal.api;

import com.fasterxml.jackson.databind.JavaType;
import io.swagger.v3.core.converter.AnnotatedType;
import io.swagger.v3.core.converter.ModelConverter;
import io.swagger.v3.core.converter.ModelConverterContext;
import io.swagger.v3.oas.models.media.Schema;
import java.lang.reflect.RecordComponent;
import java.util.Iterator;
import java.util.Optional;
import java.util.stream.Stream;
import org.jspecify.annotations.Nullable;
import org.springframework.stereotype.Component;

/** Says in the description what the records say: a part that is not optional is always there. */
@Component
class RequiredParts implements ModelConverter {

    private static final String REFERENCE = "#/components/schemas/";

    @Override
    public @Nullable Schema<?> resolve(
            AnnotatedType type, ModelConverterContext context, Iterator<ModelConverter> chain) {
        Schema<?> schema = chain.hasNext() ? chain.next().resolve(type, context, chain) : null;
        Class<?> described = described(type);
        if (schema != null && schema.get$ref() != null && described.isRecord()) {
            String name = schema.get$ref().replace(REFERENCE, "");
            Schema<?> model = context.getDefinedModels().get(name);
            if (model != null) {
                model.setRequired(
                        Stream.of(described.getRecordComponents())
                                .filter(part -> part.getType() != Optional.class)
                                .map(RecordComponent::getName)
                                .toList());
            }
        }
        return schema;
    }

    private static Class<?> described(AnnotatedType type) {
        return switch (type.getType()) {
            case JavaType known -> known.getRawClass();
            case Class<?> plain -> plain;
            default -> Object.class;
        };
    }
}
