// SPDX-License-Identifier: EUPL-1.2
package be.onthaal.bench;

import be.onthaal.party.matching.MatchedPair;
import be.onthaal.party.matching.Matching;
import be.onthaal.party.matching.Profile;
import be.onthaal.party.matching.ProfileMatcher;
import be.onthaal.party.matching.Settings;
import be.onthaal.party.matching.Trait;
import java.time.Duration;
import java.util.ArrayList;
import java.util.EnumMap;
import java.util.List;
import java.util.Locale;
import java.util.Map;
import java.util.SplittableRandom;

/**
 * Who is the same among very many: one in twenty of a population is written down a second time, by
 * somebody who heard it wrong, without the national number.
 */
final class MatchRun {

    private static final int PARTIES = 3;
    private static final int TWICE = 20;

    private final Run run;

    MatchRun(Run run) {
        this.run = run;
    }

    void measure() {
        int size = run.options().persons();
        List<Profile> profiles = profiles(size);
        long begin = System.nanoTime();
        Matching matching =
                new ProfileMatcher(Settings.standard()).match(profiles.iterator(), List.of());
        double seconds = Duration.ofNanos(System.nanoTime() - begin).toMillis() / 1_000.0;
        long sure = 0;
        long right = 0;
        for (MatchedPair pair : matching.pairs()) {
            if (pair.probability() >= Settings.standard().automatic()) {
                sure++;
                right += person(pair.first()).equals(person(pair.second())) ? 1 : 0;
            }
        }
        long twice = profiles.stream().filter(profile -> profile.id().endsWith("b")).count();
        System.out.printf(
                Locale.ROOT,
                "%,d pairs to look at or sure, %,d sure, %,d of them right, %,d written twice%n",
                matching.pairs().size(),
                sure,
                right,
                twice);
        var setting =
                new Run.Setting(
                        PARTIES,
                        String.format(Locale.ROOT, "%,d profiles", profiles.size()),
                        "match",
                        "one at a time",
                        "cold");
        run.low(new Run.Measured("matching: all compared", seconds, "s", 45), setting);
        run.high(
                new Run.Measured("matching: sure pairs right", 100.0 * right / sure, "%", 99),
                setting);
        run.high(
                new Run.Measured("matching: doubles found", 100.0 * right / twice, "%", 90),
                setting);
    }

    private static String person(String id) {
        return id.endsWith("b") ? id.substring(0, id.length() - 1) : id;
    }

    private List<Profile> profiles(int size) {
        var population = new Population(run.options().seed());
        var random = new SplittableRandom(run.options().seed());
        List<Profile> profiles = new ArrayList<>(size);
        for (int i = 0; profiles.size() < size; i++) {
            Profile profile = People.profile("p" + i, population.next());
            profiles.add(profile);
            if (random.nextInt(TWICE) == 0 && profiles.size() < size) {
                profiles.add(again(profile, random));
            }
        }
        return profiles;
    }

    /** The same person as another colleague heard him. */
    private static Profile again(Profile first, SplittableRandom random) {
        Map<Trait, List<String>> heard = new EnumMap<>(first.values());
        heard.remove(Trait.NATIONAL_NUMBER);
        if (random.nextInt(2) == 0) {
            heard.remove(Trait.EMAIL);
        }
        if (random.nextInt(3) == 0) {
            heard.remove(Trait.PHONE);
        }
        if (random.nextInt(4) == 0) {
            heard.remove(Trait.SEX);
        }
        switch (random.nextInt(6)) {
            case 0 -> slip(heard, Trait.FAMILY_NAME, random);
            case 1 -> slip(heard, Trait.GIVEN_NAMES, random);
            case 2 -> {
                heard.remove(Trait.STREET);
                heard.remove(Trait.HOUSE_NUMBER);
            }
            case 3 -> heard.remove(Trait.BIRTH_DATE);
            default -> {
                // heard well
            }
        }
        return new Profile(first.id() + "b", heard);
    }

    private static void slip(Map<Trait, List<String>> heard, Trait trait, SplittableRandom random) {
        String word = heard.getOrDefault(trait, List.of("x")).getFirst();
        int at = 1 + random.nextInt(Math.max(1, word.length() - 1));
        heard.put(
                trait,
                List.of(word.substring(0, at) + word.substring(Math.min(word.length(), at + 1))));
    }
}
