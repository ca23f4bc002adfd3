// SPDX-License-Identifier: EUPL-1.2
package be.onthaal.web;

import be.onthaal.access.Authorities;
import be.onthaal.access.Authority;
import be.onthaal.access.Caller;
import be.onthaal.access.Callers;
import be.onthaal.web.internal.BrowserChoices;
import be.onthaal.web.internal.JtePage;
import jakarta.servlet.http.HttpServletRequest;
import jakarta.servlet.http.HttpServletResponse;
import java.net.URI;
import java.util.Comparator;
import java.util.List;
import java.util.Map;
import java.util.Optional;
import org.springframework.http.HttpStatus;
import org.springframework.stereotype.Component;
import org.springframework.web.context.request.RequestContextHolder;
import org.springframework.web.context.request.ServletRequestAttributes;
import org.springframework.web.servlet.View;
import org.springframework.web.servlet.view.RedirectView;

/** Makes pages: a typed template, its model, and the shell around it. */
@Component
public class Pages {

    private final Texts texts;
    private final Authorities authorities;
    private final List<NavigationEntry> navigation;
    private final WebSettings settings;

    Pages(
            Texts texts,
            Authorities authorities,
            List<NavigationEntry> navigation,
            WebSettings settings) {
        this.texts = texts;
        this.authorities = authorities;
        this.navigation =
                navigation.stream()
                        .sorted(Comparator.comparingInt(NavigationEntry::order))
                        .toList();
        this.settings = settings;
    }

    /** A page of the back office; its template takes {@code shell} and {@code page}. */
    public View page(String template, Object page) {
        return view(template, Map.of("shell", shell(), "page", page));
    }

    /** A page for citizens; its template takes {@code shell} and {@code page}. */
    public View publicPage(String template, Authority authority, Object page) {
        return view(template, Map.of("shell", publicShell(authority), "page", page));
    }

    /** A page before anybody has signed in; its template takes {@code text} and {@code page}. */
    public View barePage(String template, Object page) {
        return view(template, Map.of("text", language(), "page", page));
    }

    /** Sends the browser on to another page of ours, after something was done. */
    public View to(String path) {
        var redirect = new RedirectView(path);
        redirect.setExposeModelAttributes(false);
        redirect.setStatusCode(HttpStatus.SEE_OTHER);
        return redirect;
    }

    /** Sends the browser to another site, which it comes back from. */
    public View to(URI site) {
        return (model, request, response) -> {
            response.setStatus(HttpServletResponse.SC_SEE_OTHER);
            response.setHeader("Location", site.toString());
        };
    }

    /** The words in the language of the person at the browser. */
    public Text language() {
        return texts.in(BrowserChoices.language(request()));
    }

    /** The shell for the caller of this request. */
    public Shell shell() {
        HttpServletRequest request = request();
        Caller caller = Callers.current();
        List<NavigationEntry> reachable =
                navigation.stream().filter(entry -> caller.may(entry.permission())).toList();
        return new Shell(
                language(),
                caller,
                authorities.get(caller.authority()),
                reachable,
                request.getRequestURI(),
                Optional.ofNullable(request.getParameter("gedaan")).filter(this::known),
                new Shell.Looks(
                        BrowserChoices.theme(request),
                        BrowserChoices.letterKeys(request),
                        settings.demo()));
    }

    /** The shell of a page for citizens, in a language that the authority offers. */
    public PublicShell publicShell(Authority authority) {
        String wanted = BrowserChoices.language(request());
        Text text = texts.in(authority.locales().contains(wanted) ? wanted : "nl");
        return new PublicShell(text, authority, request().getRequestURI());
    }

    private boolean known(String done) {
        return texts.dutch().has("done." + done);
    }

    private View view(String template, Map<String, Object> parameters) {
        return new JtePage(template + ".jte", parameters, settings.showStatements());
    }

    private static HttpServletRequest request() {
        var attributes = (ServletRequestAttributes) RequestContextHolder.currentRequestAttributes();
        return attributes.getRequest();
    }
}
