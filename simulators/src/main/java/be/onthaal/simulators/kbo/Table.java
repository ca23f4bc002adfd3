// SPDX-License-Identifier: EUPL-1.2
package be.onthaal.simulators.kbo;

import java.io.IOException;
import java.io.Writer;
import java.time.LocalDate;
import java.util.List;
import java.util.Locale;

/** The files of an extract, each with what it tells of an enterprise. */
enum Table {
    ENTERPRISE(
            "EnterpriseNumber",
            "Status,JuridicalSituation,TypeOfEnterprise,JuridicalForm,JuridicalFormCAC,StartDate") {
        @Override
        void write(Writer out, Invented of) throws IOException {
            line(
                    out,
                    enterprise(of.number()),
                    quoted("AC"),
                    quoted(of.situation()),
                    quoted(of.person() ? "1" : "2"),
                    quoted(of.form()),
                    quoted(of.formToRead()),
                    day(of.startedOn()));
        }
    },
    ESTABLISHMENT("EstablishmentNumber", "StartDate,EnterpriseNumber") {
        @Override
        void write(Writer out, Invented of) throws IOException {
            for (Invented.Site site : of.sites()) {
                line(out, site(site), day(site.startedOn()), enterprise(of.number()));
            }
        }

        @Override
        void delete(Writer out, Invented gone) throws IOException {
            for (Invented.Site site : gone.sites()) {
                line(out, site(site));
            }
        }
    },
    DENOMINATION("EntityNumber", "Language,TypeOfDenomination,Denomination") {
        @Override
        void write(Writer out, Invented of) throws IOException {
            String language = quoted(Codes.language(of.language()));
            List<String> names = of.names();
            for (int i = 0; i < names.size(); i++) {
                if (!names.get(i).isEmpty()) {
                    line(
                            out,
                            enterprise(of.number()),
                            language,
                            quoted("00" + (i + 1)),
                            quoted(names.get(i)));
                }
            }
            for (Invented.Site site : of.sites()) {
                if (!site.name().isEmpty()) {
                    line(out, site(site), language, quoted("003"), quoted(site.name()));
                }
            }
        }
    },
    ADDRESS(
            "EntityNumber",
            "TypeOfAddress,CountryNL,CountryFR,Zipcode,MunicipalityNL,MunicipalityFR,StreetNL,StreetFR,"
                    + "HouseNumber,Box,ExtraAddressInfo,DateStrikingOff") {
        @Override
        void write(Writer out, Invented of) throws IOException {
            if (!of.person()) {
                where(out, enterprise(of.number()), "REGO", of.seat(), of.address());
            }
            for (Invented.Site site : of.sites()) {
                where(out, site(site), "BAET", site.where(), site.address());
            }
        }
    },
    CONTACT("EntityNumber", "EntityContact,ContactType,Value") {
        @Override
        void write(Writer out, Invented of) throws IOException {
            for (String[] contact : of.contacts()) {
                line(
                        out,
                        enterprise(of.number()),
                        quoted("ENT"),
                        quoted(contact[0]),
                        quoted(contact[1]));
            }
        }
    },
    BRANCH("Id", "StartDate,EnterpriseNumber") {
        @Override
        void write(Writer out, Invented of) {
            // No enterprise of this register is foreign.
        }

        @Override
        void delete(Writer out, Invented gone) {
            // Nor has it a branch.
        }
    };

    private final String key;
    private final String others;

    Table(String key, String others) {
        this.key = key;
        this.others = others;
    }

    abstract void write(Writer out, Invented of) throws IOException;

    /** By what an update takes its rows away. */
    void delete(Writer out, Invented gone) throws IOException {
        line(out, enterprise(gone.number()));
        if (this == DENOMINATION || this == ADDRESS) {
            for (Invented.Site site : gone.sites()) {
                line(out, site(site));
            }
        }
    }

    String key() {
        return key;
    }

    String header() {
        return "\"" + key + "\",\"" + others.replace(",", "\",\"") + "\"\n";
    }

    String file(String part) {
        return name().toLowerCase(Locale.ROOT) + part + ".csv";
    }

    private static void where(
            Writer out, String number, String type, Region.Municipality town, String street)
            throws IOException {
        line(
                out,
                number,
                quoted(type),
                "",
                "",
                quoted(town.postcode()),
                quoted(town.dutch()),
                quoted(town.french()),
                street);
    }

    private static void line(Writer out, String... cells) throws IOException {
        out.write(String.join(",", cells));
        out.write('\n');
    }

    private static String quoted(String text) {
        return text.isEmpty() ? "" : "\"" + text.replace("\"", "\"\"") + "\"";
    }

    private static String enterprise(long number) {
        String digits = digits(number);
        return "\""
                + digits.substring(0, 4)
                + "."
                + digits.substring(4, 7)
                + "."
                + digits.substring(7)
                + "\"";
    }

    private static String site(Invented.Site site) {
        String digits = digits(site.number());
        return "\""
                + digits.charAt(0)
                + "."
                + digits.substring(1, 4)
                + "."
                + digits.substring(4, 7)
                + "."
                + digits.substring(7)
                + "\"";
    }

    private static String digits(long number) {
        String digits = Long.toString(number);
        return "0".repeat(10 - digits.length()) + digits;
    }

    private static String day(LocalDate date) {
        String day = date.toString();
        return day.substring(8) + "-" + day.substring(5, 7) + "-" + day.substring(0, 4);
    }
}
