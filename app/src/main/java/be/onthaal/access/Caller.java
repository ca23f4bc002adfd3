// SPDX-License-Identifier: EUPL-1.2
package be.onthaal.access;

import java.util.Optional;
import java.util.Set;
import java.util.UUID;

/**
 * Who is asking, for which authority, with which rights, and why. Immutable.
 *
 * @param actor the account, token or service that asks
 * @param name how the log calls the actor
 * @param employee the actor as an employee of the authority, if he is one
 * @param purpose why, unless the page knows better
 */
public record Caller(
        Kind kind,
        UUID actor,
        String name,
        Optional<Scope> scope,
        Optional<UUID> employee,
        Rights rights,
        Purpose purpose) {

    private static final UUID NOBODY = new UUID(0, 0);

    /** What sort of asker. */
    public enum Kind {
        /** Somebody who works for the authority. */
        EMPLOYEE,
        /** A program with a token. */
        MACHINE,
        /** The product itself: intake, timers, sending; bound to one authority at a time. */
        SERVICE,
        /** Anybody on a public page of one authority: may add, may not read. */
        PUBLIC,
        /** Somebody who is signing in, and nobody yet. */
        SIGN_IN
    }

    /** The authority that is worked for, and the group whose customers it shares. */
    public record Scope(AuthorityId authority, AuthorityGroupId group) {}

    /**
     * What the caller may do and see.
     *
     * @param things what was entrusted to him beyond his units and his clearance
     */
    public record Rights(
            Set<Permission> permissions,
            Set<UnitId> units,
            Confidentiality clearance,
            Set<UUID> things) {

        static final Rights NONE = new Rights(Set.of(), Set.of(), Confidentiality.OPEN);

        public Rights {
            permissions = Set.copyOf(permissions);
            units = Set.copyOf(units);
            things = Set.copyOf(things);
        }

        /** Of somebody to whom nothing was entrusted by itself. */
        public Rights(Set<Permission> permissions, Set<UnitId> units, Confidentiality clearance) {
            this(permissions, units, clearance, Set.of());
        }
    }

    /** An employee at work. */
    public static Caller employee(
            AccountId account, Standing standing, Scope scope, Purpose purpose) {
        return new Caller(
                Kind.EMPLOYEE,
                account.value(),
                standing.name(),
                Optional.of(scope),
                Optional.of(standing.employee()),
                new Rights(
                        standing.permissions(),
                        standing.units(),
                        standing.clearance(),
                        standing.things()),
                purpose);
    }

    /** A program with a token of the authority. */
    public static Caller machine(UUID token, String name, Scope scope, Rights rights) {
        return new Caller(
                Kind.MACHINE,
                token,
                name,
                Optional.of(scope),
                Optional.empty(),
                rights,
                Purpose.MACHINE);
    }

    /** The product itself, working for one authority. */
    public static Caller service(String name, Authority authority) {
        var scope = new Scope(authority.id(), authority.group());
        var rights = new Rights(Set.of(), Set.of(), Confidentiality.SECRET);
        return new Caller(
                Kind.SERVICE,
                NOBODY,
                name,
                Optional.of(scope),
                Optional.empty(),
                rights,
                Purpose.SYSTEM);
    }

    /** The product itself, for what belongs to no authority. */
    public static Caller service(String name) {
        return new Caller(
                Kind.SERVICE,
                NOBODY,
                name,
                Optional.empty(),
                Optional.empty(),
                Rights.NONE,
                Purpose.SYSTEM);
    }

    /** Anybody on a public page of an authority. */
    public static Caller visitor(Authority authority) {
        var scope = new Scope(authority.id(), authority.group());
        return new Caller(
                Kind.PUBLIC,
                NOBODY,
                "burger",
                Optional.of(scope),
                Optional.empty(),
                Rights.NONE,
                Purpose.OWN);
    }

    /**
     * The product, for a customer who has signed in: on his own data and nothing else, which
     * whoever makes one sees to. What is secret stays so.
     */
    public static Caller customer(Authority authority) {
        var scope = new Scope(authority.id(), authority.group());
        var rights = new Rights(Set.of(), Set.of(), Confidentiality.CONFIDENTIAL);
        return new Caller(
                Kind.SERVICE,
                NOBODY,
                "klant zelf",
                Optional.of(scope),
                Optional.empty(),
                rights,
                Purpose.OWN);
    }

    /** Somebody who is signing in. */
    public static Caller signingIn() {
        return new Caller(
                Kind.SIGN_IN,
                NOBODY,
                "aanmelding",
                Optional.empty(),
                Optional.empty(),
                Rights.NONE,
                Purpose.SYSTEM);
    }

    public boolean may(Permission permission) {
        return rights.permissions().contains(permission);
    }

    /**
     * True when work of every unit is the caller's to spread, and not only that of the own ones.
     */
    public boolean coordinatesAll() {
        return kind == Kind.SERVICE
                || may(Permission.COORDINATE_ALL)
                || (kind == Kind.MACHINE && may(Permission.COORDINATE));
    }

    /** True when work of this unit is the caller's to spread. */
    public boolean coordinates(UnitId unit) {
        return coordinatesAll() || (may(Permission.COORDINATE) && rights.units().contains(unit));
    }

    /** The authority worked for; a caller without one has no business here. */
    public AuthorityId authority() {
        return scope.orElseThrow(() -> new IllegalStateException("No authority")).authority();
    }

    public AuthorityGroupId group() {
        return scope.orElseThrow(() -> new IllegalStateException("No authority")).group();
    }

    public AccountId account() {
        return new AccountId(actor);
    }

    /** The same caller with a purpose of its own, as a page or case gives it; a program has one. */
    public Caller with(Purpose other) {
        return kind == Kind.MACHINE
                ? this
                : new Caller(kind, actor, name, scope, employee, rights, other);
    }
}
