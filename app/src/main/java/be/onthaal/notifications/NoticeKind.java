// SPDX-License-Identifier: EUPL-1.2
package be.onthaal.notifications;

/** What an employee can be told; he chooses per kind how. */
public enum NoticeKind {
    /** A case became his. */
    CASE_ASSIGNED,
    /** A customer answered in one of his cases. */
    ANSWER_RECEIVED,
    /** A term of one of his cases ends soon. */
    TERM_NEAR,
    /** The term of a task of his, or of his unit, ends soon. */
    TASK_NEAR,
    /** A task of his, or of his unit, is not done in its term. */
    TASK_LATE,
    /** The term of a case in a unit whose work he spreads has passed. */
    CASE_LATE,
    /** Something he sent did not arrive. */
    SENDING_FAILED,
    /** A colleague looked into his own file; for those who watch over the log. */
    OWN_FILE,
    /** A colleague opened a case beyond his rights; for those who watch over the log. */
    EMERGENCY,
    /** A program elsewhere is left alone; for those who keep webhooks. */
    WEBHOOK_PAUSED
}
