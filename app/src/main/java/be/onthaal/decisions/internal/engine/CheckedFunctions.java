// SPDX-License-Identifier: EUPL-1.2
package be.onthaal.decisions.internal.engine;

import java.math.BigDecimal;
import java.util.List;
import java.util.regex.Pattern;
import org.jspecify.annotations.Nullable;
import org.kie.dmn.api.feel.runtime.events.FEELEvent;
import org.kie.dmn.api.marshalling.DMNExtensionRegister;
import org.kie.dmn.core.compiler.DMNProfile;
import org.kie.dmn.core.compiler.DRGElementCompiler;
import org.kie.dmn.feel.runtime.FEELBooleanFunction;
import org.kie.dmn.feel.runtime.FEELFunction;
import org.kie.dmn.feel.runtime.FEELNumberFunction;
import org.kie.dmn.feel.runtime.FEELStringFunction;
import org.kie.dmn.feel.runtime.events.InvalidParametersEvent;
import org.kie.dmn.feel.runtime.functions.BaseFEELFunction;
import org.kie.dmn.feel.runtime.functions.FEELFnResult;
import org.kie.dmn.feel.runtime.functions.MatchesFunction;
import org.kie.dmn.feel.runtime.functions.NumberFunction;
import org.kie.dmn.feel.runtime.functions.ParameterName;
import org.kie.dmn.feel.runtime.functions.ReplaceFunction;

/**
 * Functions of FEEL that the engine hands on unchecked, with a check before them: it puts the flags
 * of a pattern into a query as they are, and reads numbers of any size. They stand in the way of
 * the engine's own at every evaluation, whatever was checked before.
 */
final class CheckedFunctions implements DMNProfile {

    private static final Pattern FLAGS = Pattern.compile("[smixq]{0,5}");
    private static final int FARTHEST_DIGIT = 6_200;

    @Override
    public List<FEELFunction> getFEELFunctions() {
        return List.of(new Matches(), new Replace(), new SaneNumber());
    }

    @Override
    public List<DMNExtensionRegister> getExtensionRegisters() {
        return List.of();
    }

    @Override
    public List<DRGElementCompiler> getDRGElementCompilers() {
        return List.of();
    }

    private static boolean areFlags(@Nullable String flags) {
        return flags == null || FLAGS.matcher(flags).matches();
    }

    private static <T> FEELFnResult<T> refused(String parameter) {
        return FEELFnResult.ofError(
                new InvalidParametersEvent(FEELEvent.Severity.ERROR, parameter, "not allowed"));
    }

    /** Whether a text has a pattern in it; public since the engine calls it by reflection. */
    public static final class Matches extends BaseFEELFunction implements FEELBooleanFunction {

        Matches() {
            super("matches");
        }

        public FEELFnResult<Boolean> invoke(
                @ParameterName("input") @Nullable String input,
                @ParameterName("pattern") @Nullable String pattern) {
            return MatchesFunction.INSTANCE.invoke(input, pattern);
        }

        public FEELFnResult<Boolean> invoke(
                @ParameterName("input") @Nullable String input,
                @ParameterName("pattern") @Nullable String pattern,
                @ParameterName("flags") @Nullable String flags) {
            return areFlags(flags)
                    ? MatchesFunction.INSTANCE.invoke(input, pattern, flags)
                    : refused("flags");
        }
    }

    /** A text with another one where a pattern was. */
    public static final class Replace extends BaseFEELFunction implements FEELStringFunction {

        Replace() {
            super("replace");
        }

        public FEELFnResult<String> invoke(
                @ParameterName("input") @Nullable String input,
                @ParameterName("pattern") @Nullable String pattern,
                @ParameterName("replacement") @Nullable String replacement) {
            return ReplaceFunction.INSTANCE.invoke(input, pattern, replacement);
        }

        public FEELFnResult<String> invoke(
                @ParameterName("input") @Nullable String input,
                @ParameterName("pattern") @Nullable String pattern,
                @ParameterName("replacement") @Nullable String replacement,
                @ParameterName("flags") @Nullable String flags) {
            return areFlags(flags)
                    ? ReplaceFunction.INSTANCE.invoke(input, pattern, replacement, flags)
                    : refused("flags");
        }
    }

    /** A number that is written in a text; not one of a billion digits in ten characters. */
    public static final class SaneNumber extends BaseFEELFunction implements FEELNumberFunction {

        SaneNumber() {
            super("number");
        }

        public FEELFnResult<BigDecimal> invoke(
                @ParameterName("from") @Nullable String from,
                @ParameterName("grouping separator") @Nullable String group,
                @ParameterName("decimal separator") @Nullable String decimal) {
            return sane(NumberFunction.INSTANCE.invoke(from, group, decimal));
        }

        public FEELFnResult<BigDecimal> invoke(@ParameterName("from") @Nullable Object from) {
            return sane(NumberFunction.INSTANCE.invoke(from));
        }

        private static FEELFnResult<BigDecimal> sane(FEELFnResult<BigDecimal> read) {
            return read.flatMap(number ->
                    number != null && Math.abs((long) number.scale()) > FARTHEST_DIGIT
                            ? refused("from")
                            : FEELFnResult.ofResult(number));
        }
    }
}
