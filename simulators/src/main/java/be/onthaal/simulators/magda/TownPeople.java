// SPDX-License-Identifier: EUPL-1.2
package be.onthaal.simulators.magda;

import java.time.LocalDate;
import java.util.ArrayList;
import java.util.List;

/**
 * The people of an invented Mortsel, the same at every start. Streets exist, those who live there
 * do not.
 */
final class TownPeople {

    private static final int FIRST_SERIAL = 701;

    /** A household a line: its home, then its people. */
    private static final String TABLE =
            """
            1011;Statielei;14;;2004-05-01|Karel;Vermeiren;1951-03-12;M;01;20;NONE|Godelieve;Haegemans;1953-07-22;V;02;20;RAISED_COMPENSATION
            1011;Statielei;27;2;2016-09-15|Soumaya;Belkadi;1988-11-03;V;01;20;NONE|Younes;Chaouki;1985-01-19;M;02;20;NONE|Lina;Chaouki;2014-06-08;V;03;10;NONE|Adam;Chaouki;2017-10-27;M;03;10;NONE
            1024;Osylei;8;;1998-02-01|Hubert;Wouterickx;1939-12-05;M;01;30;PROTECTED
            1024;Osylei;51;;2011-06-20|Ilse;Roggeman;1974-04-30;V;01;40;NONE|Stan;De Brabandere;2005-08-14;M;03;10;NONE|Fien;De Brabandere;2008-02-29;V;03;10;NONE
            1037;Liersesteenweg;112;;2019-01-10|Marek;Zielonka;1979-05-25;M;01;20;YEAR_ONLY|Agnieszka;Zielonka;1981-09-09;V;02;20;NONE|Zofia;Zielonka;2010-03-17;V;03;10;NONE
            1037;Liersesteenweg;238;A;2022-04-04|Priscilla;Onyango;1992-02-11;V;01;10;LIVING_WAGE|Joshua;Onyango;2019-12-24;M;03;10;NONE
            1042;Edegemsestraat;63;;2001-11-12|Raymond;Stuyvaert;1947-06-02;M;01;20;DECEASED|Yvonne;Clinckemaille;1949-10-18;V;02;30;NONE
            1042;Edegemsestraat;90;;2014-08-01|Wannes;Lauwereyns;1983-03-08;M;01;20;NONE|Katrien;Vandeghinste;1984-12-01;V;02;20;NONE|Mil;Lauwereyns;2012-05-05;M;03;10;NONE|Roos;Lauwereyns;2015-01-23;V;03;10;NONE|Tuur;Lauwereyns;2018-07-30;M;03;10;NONE
            1055;Deurnestraat;5;;2020-10-01|Nele;Schoonbroodt;1990-08-21;V;01;10;SECRET|Jade;Schoonbroodt;2016-04-12;V;03;10;SECRET
            1055;Deurnestraat;77;3;2017-03-15|Ferhat;Karadeniz;1969-11-11;M;01;20;NONE|Emine;Karadeniz;1971-02-02;V;02;20;FILTERED|Deniz;Karadeniz;1999-09-19;M;03;10;NONE
            1068;Krijgsbaan;201;;2009-07-07|Gunther;Persoons;1966-01-28;M;01;40;UNAVAILABLE
            1068;Krijgsbaan;215;;2013-05-13|Annelore;Huysentruyt;1980-06-15;V;01;10;NONE|Thibault;Gheeraert;1978-08-08;M;12;10;NONE|Olivia;Gheeraert;2021-11-02;V;03;10;NONE
            1071;Roderveldlaan;19;;1995-09-09|Philemon;Baeckelandt;1958-04-16;M;01;20;RENUMBERED|Marie-Rose;Tollenaere;1960-05-27;V;02;20;UNKNOWN_CODE
            1071;Roderveldlaan;44;;2018-12-01|Chidi;Nwosu;1995-07-07;M;01;20;MORE|Blessing;Nwosu;1997-03-03;V;02;20;NONE|Grace;Nwosu;2022-09-16;V;03;10;NONE
            1086;Drabstraat;33;;2006-06-06|Octaaf;Verstraelen;1944-02-20;M;01;20;NONE|Celestine;Dhondtvoort;1946-08-26;V;02;20;NONE|Bart;Verstraelen;1972-12-12;M;03;10;ABROAD
            1086;Drabstraat;58;1;2023-02-01|Elif;Yurdakul;2000-05-31;V;01;10;NONE|Simone;Fabbrucci;1998-10-10;M;12;10;NONE
            """;

    private TownPeople() {}

    /** Household after household, the reference person first. */
    static List<Resident> all() {
        List<Resident> all = new ArrayList<>();
        for (String line : TABLE.lines().toList()) {
            String[] parts = line.split("\\|");
            String[] home = parts[0].split(";", -1);
            var address =
                    new Resident.Home(home[0], home[1], home[2], home[3], LocalDate.parse(home[4]));
            for (int i = 1; i < parts.length; i++) {
                all.add(resident(parts[i].split(";"), address, all.size()));
            }
        }
        return List.copyOf(all);
    }

    private static Resident resident(String[] cells, Resident.Home home, int count) {
        LocalDate birth = LocalDate.parse(cells[2]);
        boolean male = cells[3].equals("M");
        int serial = FIRST_SERIAL + 2 * count + (male ? 0 : 1);
        return new Resident(
                Resident.number(birth, serial),
                cells[0],
                cells[1],
                birth,
                male,
                cells[4],
                cells[5],
                Resident.Trait.valueOf(cells[6]),
                home);
    }
}
