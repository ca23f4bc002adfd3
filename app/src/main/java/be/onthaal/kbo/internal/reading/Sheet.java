// SPDX-License-Identifier: EUPL-1.2
package be.onthaal.kbo.internal.reading;

import static be.onthaal.kbo.internal.reading.Column.of;
import static be.onthaal.kbo.internal.reading.Column.said;
import static be.onthaal.kbo.internal.reading.Column.text;

import java.util.List;
import java.util.Locale;

/** The files of an extract (cookbook chapter 2), in the order in which they are read. */
public enum Sheet {
    CODE(
            said("Category", "category"),
            said("Code", "value"),
            said("Language", "language"),
            text("Description", "words")),
    ESTABLISHMENT(
            of("EstablishmentNumber", "number", Column.Form.ESTABLISHMENT),
            of("StartDate", "started_on", Column.Form.DATE),
            of("EnterpriseNumber", "enterprise_number", Column.Form.ENTERPRISE)),
    BRANCH(
            of("Id", "number", Column.Form.BRANCH),
            of("StartDate", "started_on", Column.Form.DATE),
            of("EnterpriseNumber", "enterprise_number", Column.Form.ENTERPRISE)),
    ADDRESS(
            of("EntityNumber", "entity_number", Column.Form.ENTITY),
            text("TypeOfAddress", "type"),
            text("CountryNL", "country_nl"),
            text("CountryFR", "country_fr"),
            text("Zipcode", "postcode"),
            text("MunicipalityNL", "municipality_nl"),
            text("MunicipalityFR", "municipality_fr"),
            text("StreetNL", "street_nl"),
            text("StreetFR", "street_fr"),
            text("HouseNumber", "house_number"),
            text("Box", "box"),
            text("ExtraAddressInfo", "extra"),
            of("DateStrikingOff", "struck_off_on", Column.Form.DATE)),
    ENTERPRISE(
            of("EnterpriseNumber", "number", Column.Form.ENTERPRISE),
            text("Status", "status"),
            text("JuridicalSituation", "situation"),
            text("TypeOfEnterprise", "type"),
            text("JuridicalForm", "form"),
            text("JuridicalFormCAC", "form_cac"),
            of("StartDate", "started_on", Column.Form.DATE)),
    CONTACT(
            of("EntityNumber", "entity_number", Column.Form.ENTITY),
            text("EntityContact", "entity_kind"),
            text("ContactType", "type"),
            said("Value", "value")),
    DENOMINATION(
            of("EntityNumber", "entity_number", Column.Form.ENTITY),
            of("Language", "language", Column.Form.LANGUAGE),
            text("TypeOfDenomination", "type"),
            said("Denomination", "name")),
    ACTIVITY(
            of("EntityNumber", "entity_number", Column.Form.ENTITY),
            text("ActivityGroup", "activity_group"),
            text("NaceVersion", "nace_version"),
            text("NaceCode", "nace_code"),
            text("Classification", "classification"));

    private final List<Column> columns;

    Sheet(Column... columns) {
        this.columns = List.of(columns);
    }

    public List<Column> columns() {
        return columns;
    }

    /** What an update names to take rows away. */
    public List<Column> key() {
        return columns.subList(0, 1);
    }

    /** The table of ours that holds its rows. */
    public String table() {
        return name().toLowerCase(Locale.ROOT);
    }

    /** True where rows have no number of their own, but the line of the file. */
    public boolean byLine() {
        return columns.getFirst().form() == Column.Form.ENTITY;
    }

    /** Extracts of before it existed, or of who does not want it, come without. */
    public boolean optional() {
        return this == BRANCH || this == ACTIVITY;
    }

    /** Its file in a full extract; the codes have it in an update too. */
    public String file() {
        return table() + ".csv";
    }

    public String deletes() {
        return table() + "_delete.csv";
    }

    public String inserts() {
        return table() + "_insert.csv";
    }
}
