// SPDX-License-Identifier: EUPL-1.2
package be.onthaal.party.matching;

import java.util.ArrayList;
import java.util.Arrays;
import java.util.BitSet;
import java.util.Iterator;
import java.util.List;

/** The profiles side by side, each value as the code of its text. */
final class Columns {

    /** The columns of codes; names share one list of texts, for they change places. */
    static final int FAMILY = 0;

    static final int GIVEN = 1;
    static final int DATE = 2;
    static final int NUMBER = 3;
    static final int EMAIL = 4;
    static final int SEX = 5;
    static final int STREET = 6;
    static final int HOUSE_NUMBER = 7;
    static final int POSTCODE = 8;
    static final int MUNICIPALITY = 9;
    private static final int COLUMNS = 10;

    private static final int BATCH = 4096;
    private static final int[] NONE = {};

    private final List<String> ids = new ArrayList<>();
    private final Values[] values = new Values[COLUMNS];
    private final Values phones = new Values();
    private final Values mailboxes = new Values();
    private final Numbers validNumbers = new Numbers();
    private final Numbers mailboxOf = new Numbers();
    private final Numbers keys = new Numbers();
    private final int keyBits;
    private int[][] codes = new int[COLUMNS][BATCH];
    private int[][] phonesOf = new int[BATCH][];
    private final BitSet namedMailboxes = new BitSet();

    private Columns(int keyBits) {
        this.keyBits = keyBits;
        Arrays.setAll(values, _ -> new Values());
        values[GIVEN] = values[FAMILY];
    }

    /** Reads profiles; with so many bits for the place of a profile beside each of its keys. */
    static Columns of(Iterator<Profile> profiles, int keyBits) {
        var columns = new Columns(keyBits);
        List<Profile> batch = new ArrayList<>(BATCH);
        while (profiles.hasNext()) {
            batch.add(profiles.next());
            if (batch.size() == BATCH || !profiles.hasNext()) {
                batch.parallelStream().map(Filed::of).toList().forEach(columns::add);
                batch.clear();
            }
        }
        return columns;
    }

    private record Filed(Standard profile, long[] keys) {

        static Filed of(Profile profile) {
            Standard standard = Standard.of(profile);
            long[] keys = BlockingKeys.of(standard).stream().mapToLong(Filed::mixed).toArray();
            return new Filed(standard, keys);
        }

        /** A number for a text, the same on every machine (Fowler, Noll and Vo; Steele 2014). */
        private static long mixed(String text) {
            long hash = 0xcbf29ce484222325L;
            for (int i = 0; i < text.length(); i++) {
                hash = (hash ^ text.charAt(i)) * 0x100000001b3L;
            }
            hash = (hash ^ (hash >>> 30)) * 0xbf58476d1ce4e5b9L;
            return hash ^ (hash >>> 31);
        }
    }

    private void add(Filed filed) {
        int at = ids.size();
        grow(at);
        Standard profile = filed.profile();
        ids.add(profile.id());
        codes[FAMILY][at] = values[FAMILY].add(Names.joined(profile.family()));
        codes[GIVEN][at] = values[GIVEN].add(Names.joined(profile.given()));
        codes[DATE][at] = values[DATE].add(profile.birthDate());
        codes[NUMBER][at] = addNumber(profile);
        codes[EMAIL][at] = addEmail(profile);
        namedMailboxes.set(at, profile.hasNamedMailbox());
        codes[SEX][at] = values[SEX].add(profile.sex());
        codes[STREET][at] = values[STREET].add(profile.street());
        codes[HOUSE_NUMBER][at] = values[HOUSE_NUMBER].add(profile.houseNumber());
        codes[POSTCODE][at] = values[POSTCODE].add(profile.postcode());
        codes[MUNICIPALITY][at] = values[MUNICIPALITY].add(profile.municipality());
        phonesOf[at] =
                profile.phones().isEmpty()
                        ? NONE
                        : profile.phones().stream().mapToInt(phones::add).toArray();
        for (long key : filed.keys()) {
            keys.add(key >>> 1 >>> keyBits << keyBits | at);
        }
    }

    private int addNumber(Standard profile) {
        int before = values[NUMBER].size();
        int code = values[NUMBER].add(profile.number());
        if (code == before) {
            validNumbers.add(profile.validNumber() ? 1 : 0);
        }
        return code;
    }

    private int addEmail(Standard profile) {
        int before = values[EMAIL].size();
        int code = values[EMAIL].add(profile.email());
        if (code == before) {
            mailboxOf.add(mailboxes.add(profile.mailbox()));
        }
        return code;
    }

    private void grow(int size) {
        if (size == phonesOf.length) {
            int larger = size + (size >> 1);
            phonesOf = Arrays.copyOf(phonesOf, larger);
            for (int column = 0; column < COLUMNS; column++) {
                codes[column] = Arrays.copyOf(codes[column], larger);
            }
        }
    }

    int size() {
        return ids.size();
    }

    String id(int profile) {
        return ids.get(profile);
    }

    int code(int column, int profile) {
        return codes[column][profile];
    }

    Values values(int column) {
        return values[column];
    }

    Values phones() {
        return phones;
    }

    int[] phones(int profile) {
        return phonesOf[profile];
    }

    /** Whether both have a national number that can exist, and not the same one. */
    boolean areTwo(int a, int b) {
        int one = codes[NUMBER][a];
        int other = codes[NUMBER][b];
        return one != other && isValidNumber(one) && isValidNumber(other);
    }

    boolean isValidNumber(int code) {
        return code > 0 && validNumbers.get(code - 1) == 1;
    }

    /** The part before the at sign of an e-mail address, as text. */
    String mailbox(int email) {
        return mailboxes.text((int) mailboxOf.get(email - 1));
    }

    /** Whether the e-mail address is made of the name, and so tells nothing that is new. */
    boolean hasNamedMailbox(int profile) {
        return namedMailboxes.get(profile);
    }

    /** All keys, sorted; the low bits of each are the place of the profile. Empties the list. */
    long[] takeKeys() {
        return keys.takeSorted();
    }
}
