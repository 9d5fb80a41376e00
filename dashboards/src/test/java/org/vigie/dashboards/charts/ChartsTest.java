package org.vigie.dashboards.charts;

import static org.assertj.core.api.Assertions.assertThat;
import static org.assertj.core.api.Assertions.assertThatThrownBy;

import java.io.IOException;
import java.io.StringReader;
import java.time.LocalDate;
import java.util.List;
import java.util.stream.IntStream;
import javax.xml.parsers.DocumentBuilderFactory;
import javax.xml.parsers.ParserConfigurationException;
import net.jqwik.api.ForAll;
import net.jqwik.api.Property;
import net.jqwik.api.constraints.DoubleRange;
import org.junit.jupiter.api.Test;
import org.vigie.dashboards.charts.Marks.Slots;
import org.vigie.dashboards.texts.Language;
import org.vigie.dashboards.texts.Texts;
import org.w3c.dom.Document;
import org.w3c.dom.Element;
import org.w3c.dom.Node;
import org.xml.sax.InputSource;
import org.xml.sax.SAXException;

class ChartsTest {

    private static final LocalDate MONDAY = LocalDate.of(2023, 10, 23);
    private static final Scale UNIT = new Scale(0, 10, 100, 0);

    @Property(tries = 200)
    void scalesFromZeroReachTheHighestValueOnATick(@ForAll @DoubleRange(min = 0, max = 50_000) double highest) {
        Scale scale = Scale.fromZero(highest, 0, 100);
        List<Double> ticks = scale.ticks();
        assertThat(scale.high()).isGreaterThanOrEqualTo(highest);
        assertThat(ticks.get(0)).isZero();
        assertThat(ticks.get(ticks.size() - 1)).isEqualTo(scale.high());
        assertThat(ticks).hasSizeBetween(2, 11);
    }

    @Test
    void refusesAScaleThatSpansNothing() {
        assertThatThrownBy(() -> new Scale(1, 1, 0, 10)).isInstanceOf(IllegalArgumentException.class);
        assertThatThrownBy(() -> new Scale(0, Double.NaN, 0, 10)).isInstanceOf(IllegalArgumentException.class);
    }

    @Test
    void standsBarsOnTheOnesBelowAndLeavesZerosOut() {
        Slots slots = new Slots(0, 10, 3);
        assertThat(Marks.bars(slots, new double[] {0, 5, 0}, new double[] {10, 5, 0}, UNIT))
                .isEqualTo("M1 100V0h8V100zM11 50V0h8V50z");
    }

    @Test
    void leavesAGapWhereAValueIsAbsent() {
        Slots slots = new Slots(0, 10, 4);
        assertThat(Marks.line(slots, new double[] {0, 10, Double.NaN, 5}, UNIT)).isEqualTo("M5 100L15 0M35 50");
        assertThat(Marks.band(slots, new double[] {0, Double.NaN, 0, 0}, new double[] {10, 10, 10, 10}, UNIT))
                .isEqualTo("M5 0L5 100zM25 0L35 0L35 100L25 100z");
    }

    @Test
    void drawsAHistoryThatIsWellFormedAndTitled() {
        var works = new HistoryChart.WorksBar("Ravalement <A> & B", MONDAY.plusWeeks(3), MONDAY.plusWeeks(9));
        Document chart = parsed(HistoryChart.draw(series(156, 4), List.of(works), Texts.of(Language.FR)));
        assertThat(chart.getDocumentElement().getAttribute("role")).isEqualTo("img");
        assertThat(chart.getElementsByTagName("title").item(0).getTextContent()).contains("156 semaines");
        assertThat(chart.getDocumentElement().getTextContent())
                .contains("Ravalement <A> & B")
                .contains("2024")
                .contains("Présence (heures)");
    }

    @Test
    void drawsAHistoryOfOneWeekAndOneOfNoFacts() {
        assertThat(parsed(HistoryChart.draw(series(1, 0), List.of(), Texts.of(Language.FR))))
                .isNotNull();
        assertThat(parsed(HistoryChart.draw(series(60, 0), List.of(), Texts.of(Language.FR))))
                .isNotNull();
    }

    @Test
    void marksTheWeeksAboveTheThreshold() {
        String svg = HistoryChart.draw(series(10, 9), List.of(), Texts.of(Language.FR))
                .toString();
        String over = svg.replaceFirst("(?s).*class=\"k-over\" d=\"([^\"]*)\".*", "$1");
        assertThat(over.chars().filter(c -> c == 'M').count()).isEqualTo(10);
    }

    @Test
    void darkensTheStripFromTheOnsetOn() {
        Svg strip = StripChart.draw(series(52, 2), MONDAY.plusWeeks(50), "Un an");
        String rise = strip.toString().replaceFirst("(?s).*class=\"k-rise\" d=\"([^\"]*)\".*", "$1");
        assertThat(rise.chars().filter(c -> c == 'M').count()).isEqualTo(2);
        parsed(strip);
    }

    @Test
    void placesSitesNorthUpWithTheirMarks() {
        var red = new SiteMap.Mark("octagon", "R", "s-rouge");
        var calm = new SiteMap.Mark("dot", "V", "s-vert");
        Svg map = SiteMap.draw(
                List.of(
                        new SiteMap.Place("Nord", "site/N.html", red, "Grand-Pré", 2.35, 48.90),
                        new SiteMap.Place("Sud", "site/S.html", red, "Grand-Pré", 2.35, 48.80),
                        new SiteMap.Place("Calme", "site/C.html", calm, "", 2.40, 48.85)),
                "Carte");
        Document drawn = parsed(map);
        var links = drawn.getElementsByTagName("a");
        assertThat(links.getLength()).isEqualTo(2);
        assertThat(y(drawn, 0)).isLessThan(y(drawn, 1));
    }

    @Test
    void namesOfNeighbourhoodsThatOverlapDoNotCoverEachOther() {
        var mark = new SiteMap.Mark("dot", "V", "s-vert");
        List<SiteMap.Place> places = IntStream.range(0, 24)
                .mapToObj(i -> new SiteMap.Place(
                        "S" + i,
                        "s.html",
                        mark,
                        "QV-QUARTIER-" + i % 4,
                        2.35 + i % 6 * .0004,
                        48.85 + (i - i % 6) * .00007))
                .toList();

        var names = parsed(SiteMap.draw(places, "Carte")).getElementsByTagName("text");

        assertThat(names.getLength()).isEqualTo(4);
        for (int i = 0; i < 4; i++) {
            for (int j = 0; j < i; j++) {
                double down = number(names.item(i), "y") - number(names.item(j), "y");
                double across = number(names.item(i), "x") - number(names.item(j), "x");
                assertThat(Math.abs(down) >= 14 || Math.abs(across) >= 98)
                        .as(
                                "%s and %s",
                                names.item(i).getTextContent(), names.item(j).getTextContent())
                        .isTrue();
            }
        }
    }

    private static double number(Node element, String attribute) {
        return Double.parseDouble(((Element) element).getAttribute(attribute));
    }

    @Test
    void placesASingleSite() {
        var mark = new SiteMap.Mark("diamond", "O", "s-orange");
        parsed(SiteMap.draw(List.of(new SiteMap.Place("Seul", "s.html", mark, "", 2.35, 48.85)), "Carte"));
    }

    @Test
    void outlinesPointsWithoutThoseInside() {
        assertThat(Hull.around(List.of(point(0, 0), point(4, 0), point(2, 1), point(4, 4), point(0, 4))))
                .containsExactlyInAnyOrder(point(0, 0), point(4, 0), point(4, 4), point(0, 4));
        assertThat(Hull.around(List.of(point(1, 1)))).containsExactly(point(1, 1));
        assertThat(Hull.around(List.of(point(0, 0), point(2, 2)))).containsExactlyInAnyOrder(point(0, 0), point(2, 2));
    }

    @Test
    void escapesTextsAndAttributes() {
        Svg svg = Svg.drawing("x", 10, 10, "a \"b\" <c>")
                .leaf("text", "<script>", "class", "\"><b>")
                .end();
        assertThat(svg.toString()).doesNotContain("<script>").doesNotContain("<b>");
        assertThat(parsed(svg).getDocumentElement().getAttribute("aria-label")).isEqualTo("a \"b\" <c>");
    }

    private static Hull.Point point(double x, double y) {
        return new Hull.Point(x, y);
    }

    private static double y(Document drawn, int mark) {
        var group = (Element) drawn.getElementsByTagName("g").item(mark);
        return Double.parseDouble(group.getAttribute("transform").replaceAll(".* |\\)", ""));
    }

    private static WeekSeries series(int weeks, double facts) {
        return new WeekSeries(IntStream.range(0, weeks)
                .mapToObj(i -> new WeekSeries.Week(
                        MONDAY.plusWeeks(i), facts, 0, 1.2, new WeekSeries.Range(0, 3, 5), 8, i % 5))
                .toList());
    }

    private static Document parsed(Svg svg) {
        try {
            return DocumentBuilderFactory.newInstance()
                    .newDocumentBuilder()
                    .parse(new InputSource(new StringReader(svg.toString())));
        } catch (ParserConfigurationException | SAXException | IOException e) {
            throw new AssertionError(svg.toString(), e);
        }
    }
}
