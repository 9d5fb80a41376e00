package org.vigie.dashboards.pages;

import gg.jte.ContentType;
import gg.jte.TemplateEngine;
import gg.jte.output.StringOutput;
import java.util.Map;

/** The compiled templates. Safe for use by many threads. */
final class Templates {

    private static final TemplateEngine ENGINE = TemplateEngine.createPrecompiled(
            null, ContentType.Html, Templates.class.getClassLoader(), "org.vigie.dashboards.templates");

    private Templates() {}

    /** Fills the template of that name, which takes the page as its one parameter. */
    static String render(String name, Object page) {
        StringOutput html = new StringOutput(1 << 16);
        ENGINE.render(name + ".jte", Map.of("page", page), html);
        return html.toString();
    }
}
