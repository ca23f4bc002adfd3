// SPDX-License-Identifier: EUPL-1.2
package be.onthaal.organisation;

import static be.onthaal.access.Permission.ADMINISTER;
import static be.onthaal.access.Permission.AUDIT_VIEW;
import static be.onthaal.access.Permission.CASE_EMERGENCY;
import static be.onthaal.access.Permission.CASE_HANDLE;
import static be.onthaal.access.Permission.CASE_TYPES_MANAGE;
import static be.onthaal.access.Permission.CASE_VIEW;
import static be.onthaal.access.Permission.CONTACT_HANDLE;
import static be.onthaal.access.Permission.COORDINATE;
import static be.onthaal.access.Permission.DECISIONS_MANAGE;
import static be.onthaal.access.Permission.DESK;
import static be.onthaal.access.Permission.PARTY_EDIT;
import static be.onthaal.access.Permission.PARTY_VIEW;
import static be.onthaal.access.Permission.POST_HANDLE;
import static be.onthaal.access.Permission.POST_VIEW;
import static be.onthaal.access.Permission.RECORDS_MANAGE;
import static be.onthaal.access.Permission.RECORDS_REVIEW;
import static be.onthaal.access.Permission.REGISTER_CONSULT;
import static be.onthaal.access.Permission.SOCIAL_CONSULT;
import static be.onthaal.access.Permission.TRANSFER;
import static be.onthaal.access.Permission.WEBHOOKS_MANAGE;

import be.onthaal.access.Confidentiality;
import be.onthaal.access.Permission;
import java.util.EnumSet;
import java.util.Set;

/** The roles that every authority starts with; it may change them and add its own. */
public enum StandardRole {
    FIRST_LINE(
            "Medewerker onthaal",
            Confidentiality.INTERNAL,
            EnumSet.of(
                    DESK,
                    PARTY_VIEW,
                    PARTY_EDIT,
                    REGISTER_CONSULT,
                    POST_VIEW,
                    POST_HANDLE,
                    CONTACT_HANDLE,
                    CASE_VIEW,
                    CASE_HANDLE)),
    POST_CLERK(
            "Medewerker post",
            Confidentiality.INTERNAL,
            EnumSet.of(DESK, PARTY_VIEW, PARTY_EDIT, POST_VIEW, POST_HANDLE)),
    CASE_HANDLER(
            "Dossierbehandelaar",
            Confidentiality.INTERNAL,
            EnumSet.of(
                    DESK,
                    PARTY_VIEW,
                    PARTY_EDIT,
                    REGISTER_CONSULT,
                    POST_VIEW,
                    POST_HANDLE,
                    CONTACT_HANDLE,
                    CASE_VIEW,
                    CASE_HANDLE,
                    CASE_EMERGENCY)),
    SOCIAL_WORKER(
            "Maatschappelijk werker",
            Confidentiality.INTERNAL,
            EnumSet.of(
                    DESK,
                    PARTY_VIEW,
                    PARTY_EDIT,
                    REGISTER_CONSULT,
                    SOCIAL_CONSULT,
                    POST_VIEW,
                    POST_HANDLE,
                    CONTACT_HANDLE,
                    CASE_VIEW,
                    CASE_HANDLE,
                    CASE_EMERGENCY)),
    COORDINATOR(
            "Coördinator",
            Confidentiality.INTERNAL,
            EnumSet.of(
                    DESK,
                    PARTY_VIEW,
                    PARTY_EDIT,
                    REGISTER_CONSULT,
                    POST_VIEW,
                    POST_HANDLE,
                    CONTACT_HANDLE,
                    CASE_VIEW,
                    CASE_HANDLE,
                    CASE_EMERGENCY,
                    COORDINATE,
                    RECORDS_REVIEW)),
    READER("Lezer", Confidentiality.INTERNAL, EnumSet.of(DESK, PARTY_VIEW, POST_VIEW, CASE_VIEW)),
    PRIVACY_OFFICER(
            "Functionaris gegevensbescherming",
            Confidentiality.SECRET,
            EnumSet.of(DESK, AUDIT_VIEW)),
    ARCHIVIST(
            "Archivaris", Confidentiality.SECRET, EnumSet.of(DESK, RECORDS_REVIEW, RECORDS_MANAGE)),
    ADMINISTRATOR(
            "Beheerder",
            Confidentiality.INTERNAL,
            EnumSet.of(
                    DESK,
                    ADMINISTER,
                    AUDIT_VIEW,
                    TRANSFER,
                    DECISIONS_MANAGE,
                    CASE_TYPES_MANAGE,
                    WEBHOOKS_MANAGE));

    private final String label;
    private final Confidentiality clearance;
    private final Set<Permission> permissions;

    StandardRole(String label, Confidentiality clearance, Set<Permission> permissions) {
        this.label = label;
        this.clearance = clearance;
        this.permissions = Set.copyOf(permissions);
    }

    public String label() {
        return label;
    }

    public Confidentiality clearance() {
        return clearance;
    }

    public Set<Permission> permissions() {
        return permissions;
    }
}
