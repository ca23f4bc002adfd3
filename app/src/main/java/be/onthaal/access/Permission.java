// SPDX-License-Identifier: EUPL-1.2
package be.onthaal.access;

/** Every right of the product; roles are sets of these. */
public enum Permission {
    /** See the desk: the dashboard, notifications and own settings. */
    DESK,
    /** Search and open customers. */
    PARTY_VIEW,
    /** Make and change customers. */
    PARTY_EDIT,
    /** Ask authentic sources about persons and enterprises. */
    REGISTER_CONSULT,
    /** Ask them about the social rights and the living wage of somebody. */
    SOCIAL_CONSULT,
    /** See the post and mail of the own units. */
    POST_VIEW,
    /** Register, route and settle post and mail. */
    POST_HANDLE,
    /** Record contacts. */
    CONTACT_HANDLE,
    /** See cases. */
    CASE_VIEW,
    /** Open, handle, answer and close cases. */
    CASE_HANDLE,
    /** Open a case beyond one's rights in an emergency, with a reason that is reviewed. */
    CASE_EMERGENCY,
    /** Spread work over people in the own units. */
    COORDINATE,
    /** The same in every unit; who may coordinate in no unit in particular has it by that. */
    COORDINATE_ALL,
    /** See who saw and did what. */
    AUDIT_VIEW,
    /** Manage units, employees, roles and mailboxes. */
    ADMINISTER,
    /** Bring data in and take it out. */
    TRANSFER,
    /** Keep the decision tables: change, try, publish and retire them. */
    DECISIONS_MANAGE,
    /** Keep the case types: change, try, publish and end them. */
    CASE_TYPES_MANAGE,
    /** Have programs elsewhere told what happens in cases. */
    WEBHOOKS_MANAGE,
    /** Look through what is proposed for destruction, and take out what must stay. */
    RECORDS_REVIEW,
    /** Keep the archive: place holds, propose and approve what is destroyed. */
    RECORDS_MANAGE
}
