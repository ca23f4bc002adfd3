// SPDX-License-Identifier: EUPL-1.2
package be.onthaal.cases.model;

import java.util.Collection;
import java.util.List;
import java.util.Optional;
import java.util.Set;

/**
 * What happens next in a case: which tasks start, which are offered, which are no longer needed and
 * what stands in the way of leaving its phase. A pure function of its type, its fields and its
 * tasks since the phase began.
 */
public record Flow(
        CaseTypeDefinition type, Phase phase, FieldValues fields, Collection<Begun> begun) {

    public Flow {
        begun = List.copyOf(begun);
    }

    /** A task that was started in this phase. */
    public record Begun(String code, State state) {

        /** Where it stands. */
        public enum State {
            OPEN,
            DONE,
            DROPPED
        }
    }

    /** The mandatory tasks whose turn it is, in the order of the type. */
    public List<TaskDefinition> starting() {
        return phase.tasks().stream()
                .filter(TaskDefinition::mandatory)
                .filter(task -> isNeeded(task) && isFree(task) && !has(task, Begun.State.DONE))
                .filter(task -> !has(task, Begun.State.OPEN))
                .toList();
    }

    /** The other tasks that one may add now. */
    public List<TaskDefinition> offered() {
        return phase.tasks().stream()
                .filter(task -> !task.mandatory())
                .filter(task -> isNeeded(task) && isFree(task))
                .filter(task -> !has(task, Begun.State.OPEN))
                .filter(task -> task.repeats() || !has(task, Begun.State.DONE))
                .toList();
    }

    /** The open tasks whose conditions do not hold any more. */
    public List<String> superfluous() {
        return begun.stream()
                .filter(task -> task.state() == Begun.State.OPEN)
                .map(Begun::code)
                .filter(code -> task(code).filter(task -> !isNeeded(task)).isPresent())
                .distinct()
                .toList();
    }

    /** The mandatory tasks that are still to be done, started or not. */
    public List<TaskDefinition> toDo() {
        return phase.tasks().stream()
                .filter(TaskDefinition::mandatory)
                .filter(task -> isNeeded(task) && !has(task, Begun.State.DONE))
                .toList();
    }

    /** The fields that must still be filled before the phase is left. */
    public List<FieldDefinition> toFill() {
        return phase.asks().stream()
                .flatMap(code -> type.field(code).stream())
                .filter(field -> isAsked(field) && fields.of(field.code()).isEmpty())
                .toList();
    }

    /** The sorts of pieces without which it may not close well as it stands. */
    public List<DocumentKind> documents() {
        return type.documents().stream()
                .filter(DocumentKind::mandatory)
                .filter(kind -> hold(kind.when()))
                .toList();
    }

    /**
     * The roles without anybody in them, without which it may not close well. Whoever asked for the
     * case is its initiator already.
     *
     * @param held the codes of the roles that somebody has
     * @param asked whether the case is for a customer
     */
    public List<RoleDefinition> rolesWithout(Set<String> held, boolean asked) {
        return type.roles().stream()
                .filter(RoleDefinition::mandatory)
                .filter(role -> !held.contains(role.code()))
                .filter(role -> !(asked && role.kind() == RoleDefinition.RoleKind.INITIATOR))
                .toList();
    }

    /** The fields that are asked or computed as the case stands. */
    public List<FieldDefinition> asked() {
        return type.fields().stream().filter(this::isAsked).toList();
    }

    /** The results it may have now. */
    public List<Result> results() {
        return type.results().stream()
                .filter(result -> result.endsIn(phase.code()) && hold(result.when()))
                .toList();
    }

    /** The phases it may go to now. */
    public List<Phase> next() {
        return phase.next().stream().flatMap(code -> type.phase(code).stream()).toList();
    }

    private boolean isAsked(FieldDefinition field) {
        return hold(field.when());
    }

    private boolean isNeeded(TaskDefinition task) {
        return hold(task.when());
    }

    /** What comes before is done, or was not needed. */
    private boolean isFree(TaskDefinition task) {
        return task.after().stream()
                .flatMap(code -> task(code).stream())
                .allMatch(before -> !isNeeded(before) || has(before, Begun.State.DONE));
    }

    private boolean hold(List<Condition> all) {
        return all.stream()
                .allMatch(condition ->
                        type.field(condition.field())
                                .map(field -> condition.holds(fields, field.kind()))
                                .orElse(false));
    }

    private boolean has(TaskDefinition task, Begun.State state) {
        return begun.stream()
                .anyMatch(each -> each.code().equals(task.code()) && each.state() == state);
    }

    private Optional<TaskDefinition> task(String code) {
        return phase.tasks().stream().filter(task -> task.code().equals(code)).findFirst();
    }
}
