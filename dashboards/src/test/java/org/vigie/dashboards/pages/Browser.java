package org.vigie.dashboards.pages;

import com.microsoft.playwright.BrowserContext;
import com.microsoft.playwright.BrowserType;
import com.microsoft.playwright.Page;
import com.microsoft.playwright.Playwright;
import com.microsoft.playwright.PlaywrightException;
import java.io.IOException;
import java.io.UncheckedIOException;
import java.nio.charset.StandardCharsets;
import java.nio.file.Files;
import java.nio.file.Path;
import java.util.ArrayList;
import java.util.List;
import java.util.Map;
import java.util.Optional;
import java.util.stream.Stream;

/** Chromium with one page open at a time, which remembers what it asked for and what it complained about. */
final class Browser implements AutoCloseable {

    private static final List<String> INSTALLED = List.of(
            "/usr/bin/chromium",
            "/usr/bin/chromium-browser",
            "/usr/bin/google-chrome",
            "/Applications/Google Chrome.app/Contents/MacOS/Google Chrome");

    private final Playwright playwright;
    private final com.microsoft.playwright.Browser chromium;
    private final List<String> requests = new ArrayList<>();
    private final List<String> complaints = new ArrayList<>();

    private Browser(Playwright playwright, com.microsoft.playwright.Browser chromium) {
        this.playwright = playwright;
        this.chromium = chromium;
    }

    /** An installed Chromium or Chrome, else the one that Playwright fetches; empty, with a line that says so, if neither. */
    static Optional<Browser> start() {
        Optional<Path> installed = Stream.concat(Stream.ofNullable(System.getenv("CHROMIUM")), INSTALLED.stream())
                .map(Path::of)
                .filter(Files::isExecutable)
                .findFirst();
        try {
            Playwright playwright = Playwright.create(new Playwright.CreateOptions()
                    .setEnv(installed.isPresent() ? Map.of("PLAYWRIGHT_SKIP_BROWSER_DOWNLOAD", "1") : Map.of()));
            BrowserType.LaunchOptions options =
                    new BrowserType.LaunchOptions().setArgs(List.of("--no-sandbox", "--disable-gpu"));
            installed.ifPresent(options::setExecutablePath);
            return Optional.of(new Browser(playwright, playwright.chromium().launch(options)));
        } catch (PlaywrightException e) {
            System.out.println(
                    "skipped: pages in a browser, for no Chromium is installed (Debian: apt install chromium)"
                            + " and none could be fetched: "
                            + e.getMessage().lines().findFirst().orElse(""));
            return Optional.empty();
        }
    }

    /** Opens a file in a window of a width; what a page asked for and complained about before is forgotten. */
    Page open(Path file, int width) {
        requests.clear();
        complaints.clear();
        chromium.contexts().forEach(BrowserContext::close);
        BrowserContext context = chromium.newContext(
                new com.microsoft.playwright.Browser.NewContextOptions().setViewportSize(width, 900));
        Page page = context.newPage();
        page.onRequest(request -> requests.add(request.url()));
        page.onConsoleMessage(message -> complaints.add(message.text()));
        page.onPageError(complaints::add);
        page.onDialog(dialog -> {
            complaints.add("dialog: " + dialog.message());
            dialog.dismiss();
        });
        page.navigate(file.toAbsolutePath().toUri().toString());
        return page;
    }

    /** Addresses asked for since the page was opened, itself among them. */
    List<String> requests() {
        return List.copyOf(requests);
    }

    /** Messages of the console, errors and dialogs since the page was opened. */
    List<String> complaints() {
        return List.copyOf(complaints);
    }

    /** What axe-core finds wrong: rule, place and reason of each violation. */
    @SuppressWarnings("unchecked")
    List<String> violations(Page page) {
        page.evaluate(axe());
        return (List<String>) page.evaluate("""
                async () => (await axe.run(document, {resultTypes: ['violations']})).violations.flatMap(
                    rule => rule.nodes.map(node => rule.id + ' ' + node.target + ' ' + node.failureSummary))
                """);
    }

    private static String axe() {
        try (var script = Browser.class.getResourceAsStream("/axe.min.js")) {
            return new String(script.readAllBytes(), StandardCharsets.UTF_8);
        } catch (IOException e) {
            throw new UncheckedIOException(e);
        }
    }

    @Override
    public void close() {
        chromium.close();
        playwright.close();
    }
}
