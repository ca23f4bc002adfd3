// SPDX-License-Identifier: EUPL-1.2
package be.onthaal.cases.model;

/** What sort of thing is to be done, and by whom: a person, the product or another program. */
public enum TaskKind {
    /** Anything that somebody does and ticks off. */
    WORK(By.PERSON, With.NOTHING),
    /** Something is asked of the customer; the term stands still until he answers. */
    ASK_CUSTOMER(By.PERSON, With.TEMPLATE),
    /** A colleague is asked for advice, in the unit of the task. */
    INTERNAL_ADVICE(By.PERSON, With.NOTHING),
    /** Somebody outside is asked for advice. */
    EXTERNAL_ADVICE(By.PERSON, With.NOTHING),
    /**
     * Somebody other than the handler agrees or not; the outcome stands in a field of yes or no.
     */
    APPROVE(By.PERSON, With.FIELD),
    /** A letter or mail goes out, made of a template. */
    SEND(By.PERSON, With.TEMPLATE),
    /** The product itself sends the customer a mail, made of a template. */
    NOTIFY(By.PRODUCT, With.TEMPLATE),
    /** The product waits so many days, or until the date in a field. */
    WAIT(By.PRODUCT, With.DAYS_OR_FIELD),
    /** The product opens a case of another type below this one. */
    OPEN_CASE(By.PRODUCT, With.CASE_TYPE),
    /** A program outside fetches it by its topic, does it and says so; a person when it cannot. */
    WORKER(By.PROGRAM, With.TOPIC);

    /** Who does it. */
    public enum By {
        PERSON,
        PRODUCT,
        PROGRAM
    }

    /** What stands in {@link TaskDefinition#with()}. */
    public enum With {
        NOTHING,
        TEMPLATE,
        FIELD,
        DAYS_OR_FIELD,
        CASE_TYPE,
        TOPIC
    }

    private final By by;
    private final With with;

    TaskKind(By by, With with) {
        this.by = by;
        this.with = with;
    }

    public By by() {
        return by;
    }

    public With with() {
        return with;
    }
}
