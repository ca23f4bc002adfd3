// SPDX-License-Identifier: EUPL-1.2
package be.onthaal.party.matching;

import java.util.stream.IntStream;

/** Of each name its forms for comparing, made once. */
final class NameForms {

    private static final int LETTERS = 26;

    private final Values names;
    private final String[] cores;
    private final String[] sounds;
    private final int[] letters;

    private NameForms(Values names) {
        this.names = names;
        cores = new String[names.size()];
        sounds = new String[names.size()];
        letters = new int[names.size()];
    }

    static NameForms of(Values names) {
        var forms = new NameForms(names);
        IntStream.range(0, names.size()).parallel().forEach(forms::make);
        return forms;
    }

    private void make(int name) {
        cores[name] = Names.core(names.text(name));
        sounds[name] = Names.sound(cores[name]);
        letters[name] = letters(cores[name]);
    }

    /** As written, without spaces. */
    String whole(int name) {
        return names.text(name);
    }

    /** Without particles. */
    String core(int name) {
        return cores[name];
    }

    boolean soundAlike(int a, int b) {
        return sounds[a].equals(sounds[b]);
    }

    /** How many letters of the alphabet only one of both has. */
    int differentLetters(int a, int b) {
        return Integer.bitCount(letters[a] ^ letters[b]);
    }

    private static int letters(String core) {
        int letters = 0;
        for (int i = 0; i < core.length(); i++) {
            int letter = core.charAt(i) - 'a';
            letters |= letter >= 0 && letter < LETTERS ? 1 << letter : 1 << LETTERS;
        }
        return letters;
    }
}
