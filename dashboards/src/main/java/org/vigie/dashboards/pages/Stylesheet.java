package org.vigie.dashboards.pages;

import gg.jte.Content;
import gg.jte.TemplateOutput;
import java.io.IOException;
import java.io.InputStream;
import java.io.UncheckedIOException;
import java.nio.charset.StandardCharsets;
import java.util.Objects;

/** A stylesheet of ours, put into the page so that it opens without any outside request. */
public final class Stylesheet implements Content {

    static final Stylesheet SCREEN = new Stylesheet("vigie.css");
    /** Kept to what the PDF writer knows: no grid, no flex, no variables. */
    static final Stylesheet PAPER = new Stylesheet("liste-papier.css");

    private final String rules;

    private Stylesheet(String name) {
        try (InputStream in = Stylesheet.class.getResourceAsStream(name)) {
            rules = new String(Objects.requireNonNull(in, name).readAllBytes(), StandardCharsets.UTF_8);
        } catch (IOException e) {
            throw new UncheckedIOException("cannot read " + name, e);
        }
    }

    @Override
    public void writeTo(TemplateOutput output) {
        output.writeContent(rules);
    }
}
