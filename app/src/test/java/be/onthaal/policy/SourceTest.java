// SPDX-License-Identifier: EUPL-1.2
package be.onthaal.policy;

import static org.assertj.core.api.Assertions.assertThat;

import java.io.IOException;
import java.nio.file.Files;
import java.nio.file.Path;
import java.util.ArrayList;
import java.util.HashSet;
import java.util.List;
import java.util.Properties;
import java.util.Set;
import java.util.TreeSet;
import java.util.regex.Matcher;
import java.util.regex.Pattern;
import java.util.stream.Stream;
import org.junit.jupiter.api.Test;

class SourceTest {

    private static final int LONGEST_FILE = 400;
    private static final Path JAVA = Path.of("src/main/java");
    private static final Path TEMPLATES = Path.of("src/main/jte");
    private static final Path STYLES = Path.of("src/main/resources/static/css");
    private static final Path MESSAGES = Path.of("src/main/resources/messages");
    private static final Pattern BANNED =
            Pattern.compile(
                    ".*(Util|Utils|Helper|Manager|Impl|Dto|Entity)\\.java|(Abstract|Base).*");
    private static final Pattern TEXT_KEY =
            Pattern.compile(
                    "(?:shell\\.t|text\\.of|\\.text\\(\\)\\.of)\\(\"([a-zA-Z0-9.-]+)\"[,)]");

    @Test
    void noFileIsLongerThanAReaderCanHold() throws IOException {
        List<String> tooLong = new ArrayList<>();
        List<Path> all = new ArrayList<>(files(JAVA, ".java"));
        all.addAll(files(STYLES, ".css"));
        for (Path file : all) {
            int lines = Files.readAllLines(file).size();
            if (lines > LONGEST_FILE) {
                tooLong.add(file + ": " + lines);
            }
        }
        assertThat(tooLong).isEmpty();
    }

    @Test
    void everyFileSaysUnderWhichLicenceItIs() throws IOException {
        for (Path file : files(JAVA, ".java")) {
            assertThat(Files.readString(file))
                    .as(file.toString())
                    .startsWith("// SPDX-License-Identifier: EUPL-1.2\n");
        }
    }

    @Test
    void everyPackageIsNullMarkedAndSaysWhatItIsFor() throws IOException {
        Set<Path> folders = new HashSet<>();
        files(JAVA, ".java").forEach(file -> folders.add(file.getParent()));
        for (Path folder : folders) {
            Path story = folder.resolve("package-info.java");
            assertThat(story).exists();
            assertThat(Files.readString(story)).contains("@NullMarked").contains("/**");
        }
    }

    @Test
    void namesSayWhatSomethingIs() throws IOException {
        assertThat(files(JAVA, ".java"))
                .noneMatch(file -> BANNED.matcher(file.getFileName().toString()).matches());
    }

    @Test
    void templatesHoldNoTextOfTheirOwn() throws IOException {
        List<String> found = new ArrayList<>();
        for (Path file : files(TEMPLATES, ".jte")) {
            String bare = withoutMarkup(Files.readString(file));
            Matcher words = Pattern.compile("[A-Za-zÀ-ÿ]{3,}").matcher(bare);
            while (words.find()) {
                if (!Set.of("Ctrl", "Enter", "Esc").contains(words.group())) {
                    found.add(file.getFileName() + ": " + words.group());
                }
            }
        }
        assertThat(found).isEmpty();
    }

    @Test
    void everyTextOfATemplateIsInTheBundles() throws IOException {
        Set<String> known = keys("nl");
        Set<String> missing = new TreeSet<>();
        for (Path file : files(TEMPLATES, ".jte")) {
            Matcher asked = TEXT_KEY.matcher(Files.readString(file));
            while (asked.find()) {
                if (!known.contains(asked.group(1))) {
                    missing.add(file.getFileName() + ": " + asked.group(1));
                }
            }
        }
        assertThat(missing).isEmpty();
    }

    @Test
    void everyErrorCodeHasASentence() throws IOException {
        Pattern thrown =
                Pattern.compile(
                        "new (?:Refused|NotFound|Conflict)\\(\\s*\"([a-z][a-zA-Z0-9.-]+)\"");
        Set<String> known = keys("nl");
        Set<String> missing = new TreeSet<>();
        for (Path file : files(JAVA, ".java")) {
            Matcher codes = thrown.matcher(Files.readString(file));
            while (codes.find()) {
                if (!known.contains("error." + codes.group(1))) {
                    missing.add(codes.group(1));
                }
            }
        }
        assertThat(missing).isEmpty();
    }

    @Test
    void frenchAndEnglishSayEverythingThatDutchSays() throws IOException {
        assertThat(keys("fr")).isEqualTo(keys("nl"));
        assertThat(keys("en")).isEqualTo(keys("nl"));
    }

    private static Set<String> keys(String locale) throws IOException {
        Set<String> keys = new TreeSet<>();
        for (Path file : files(MESSAGES, "_" + locale + ".properties")) {
            var properties = new Properties();
            try (var reader = Files.newBufferedReader(file)) {
                properties.load(reader);
            }
            properties.keySet().forEach(key -> keys.add(key.toString()));
        }
        return keys;
    }

    /**
     * What is left of a template when expressions, directives, tags and their attributes are gone.
     */
    private static String withoutMarkup(String template) {
        String left = template.replaceAll("(?m)^\\s*@(import|param).*$", "");
        left = without(left, "!{", '{', '}');
        left = without(left, "$unsafe{", '{', '}');
        left = without(left, "${", '{', '}');
        for (String directive : List.of("@if(", "@elseif(", "@for(")) {
            left = without(left, directive, '(', ')');
        }
        left = withoutCalls(left);
        left = left.replaceAll("@(else|endif|endfor|endraw)", " ").replace("`)", " ");
        return left.replaceAll("<[^<>]*>", " ");
    }

    /** Calls of other templates; of one that takes content, the content stays. */
    private static String withoutCalls(String text) {
        var left = new StringBuilder();
        Matcher call = Pattern.compile("@template[\\w.]*\\(").matcher(text);
        int at = 0;
        while (call.find(at)) {
            left.append(text, at, call.start());
            int end = call.end();
            for (int depth = 1; end < text.length() && depth > 0; end++) {
                char c = text.charAt(end);
                depth += c == '(' ? 1 : c == ')' ? -1 : c == '`' ? -depth : 0;
            }
            at = end;
        }
        return left.append(text.substring(at)).toString();
    }

    /** The text without what stands between an opening and the bracket that closes it. */
    private static String without(String text, String opening, char open, char close) {
        var left = new StringBuilder();
        int at = 0;
        for (int start = text.indexOf(opening); start >= 0; start = text.indexOf(opening, at)) {
            left.append(text, at, start);
            int depth = 1;
            int end = start + opening.length();
            while (end < text.length() && depth > 0) {
                char c = text.charAt(end++);
                depth += c == open ? 1 : c == close ? -1 : 0;
            }
            at = end;
        }
        return left.append(text.substring(at)).toString();
    }

    private static List<Path> files(Path root, String ending) throws IOException {
        try (Stream<Path> all = Files.walk(root)) {
            return all.filter(file -> file.toString().endsWith(ending)).sorted().toList();
        }
    }
}
