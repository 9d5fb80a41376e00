package org.vigie.dashboards.charts;

import gg.jte.Content;
import gg.jte.TemplateOutput;
import gg.jte.html.escape.Escape;
import gg.jte.output.StringOutput;
import java.util.ArrayDeque;
import java.util.Deque;

/** Writes SVG elements into a page. Every text and attribute value is escaped here, so that a template prints it as is. */
public final class Svg implements Content {

    private final StringOutput markup = new StringOutput();
    private final Deque<String> open = new ArrayDeque<>();

    private Svg() {}

    /** No drawing: prints nothing. */
    public static Svg none() {
        return new Svg();
    }

    /**
     * Starts a drawing that scales with the page.
     *
     * @param cssClass class of the stylesheet
     * @param title said by a screen reader, shown on hover
     */
    static Svg drawing(String cssClass, double width, double height, String title) {
        return root(cssClass, width, height, title, "img").closeTag().leaf("title", title);
    }

    /** Starts a drawing whose links can be reached one by one: the same as {@link #drawing}, but not one image. */
    static Svg ofLinks(String cssClass, double width, double height, String title) {
        return root(cssClass, width, height, title, "group").closeTag().leaf("title", title);
    }

    /** Starts a drawing without text that fills its box, whatever the shape of the box. */
    static Svg stretching(String cssClass, double width, double height, String title) {
        Svg svg = root(cssClass, width, height, title, "img");
        svg.attribute("preserveAspectRatio", "none");
        return svg.closeTag().leaf("title", title);
    }

    private static Svg root(String cssClass, double width, double height, String title, String role) {
        Svg svg = new Svg();
        svg.start("svg", "class", cssClass, "viewBox", "0 0 " + number(width) + " " + number(height), "role", role);
        svg.attribute("aria-label", title);
        return svg;
    }

    /** Opens an element; names and values of attributes alternate. Numbers are rounded to a tenth of a pixel. */
    Svg begin(String element, Object... attributes) {
        return start(element, attributes).closeTag();
    }

    /** Closes the element opened last. */
    Svg end() {
        markup.writeContent("</" + open.pop() + ">");
        return this;
    }

    /** An element without content. */
    Svg empty(String element, Object... attributes) {
        return begin(element, attributes).end();
    }

    /** An element that holds a text. */
    Svg leaf(String element, String text, Object... attributes) {
        begin(element, attributes);
        Escape.htmlContent(text, markup);
        return end();
    }

    @Override
    public void writeTo(TemplateOutput output) {
        output.writeContent(markup.toString());
    }

    @Override
    public boolean isEmptyContent() {
        return markup.toString().isEmpty();
    }

    @Override
    public String toString() {
        return markup.toString();
    }

    /** A position in at most one decimal. */
    static String number(double value) {
        double rounded = Math.round(value * 10) / 10.0;
        return rounded == Math.rint(rounded) ? Long.toString((long) rounded) : Double.toString(rounded);
    }

    private Svg start(String element, Object... attributes) {
        markup.writeContent("<" + element);
        open.push(element);
        for (int i = 0; i < attributes.length; i += 2) {
            Object value = attributes[i + 1];
            attribute((String) attributes[i], value instanceof Number n ? number(n.doubleValue()) : value.toString());
        }
        return this;
    }

    private void attribute(String name, String value) {
        markup.writeContent(" " + name + "=\"");
        Escape.htmlAttribute(value, markup);
        markup.writeContent("\"");
    }

    private Svg closeTag() {
        markup.writeContent(">");
        return this;
    }
}
