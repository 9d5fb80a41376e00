package org.vigie.dashboards.pages;

import com.openhtmltopdf.outputdevice.helper.BaseRendererBuilder.FontStyle;
import com.openhtmltopdf.pdfboxout.PdfBoxRenderer;
import com.openhtmltopdf.pdfboxout.PdfRendererBuilder;
import com.openhtmltopdf.util.XRLog;
import java.io.ByteArrayOutputStream;
import java.io.IOException;
import java.io.InputStream;
import java.io.UncheckedIOException;
import java.time.LocalDate;
import java.time.ZoneOffset;
import java.util.GregorianCalendar;
import java.util.Locale;
import java.util.Objects;
import org.apache.pdfbox.pdmodel.PDDocument;
import org.apache.pdfbox.pdmodel.PDDocumentInformation;

/**
 * The paper form of a list: a PDF that holds its font and its structure for those who listen to it, with the same bytes for the same list. It is set ever tighter
 * until it fits on two sides.
 */
final class ListPdf {

    /** Liberation Sans, which the PDF library brings along. */
    private static final String FONT = "/org/apache/pdfbox/resources/ttf/LiberationSans-Regular.ttf";

    private static final String FAMILY = "Liberation Sans";

    static {
        XRLog.setLoggingEnabled(false);
    }

    private static final int SIDES = 2;

    private final byte[] pdf;
    private final int pages;

    private ListPdf(byte[] pdf, int pages) {
        this.pdf = pdf;
        this.pages = pages;
    }

    /** How close the lines of a list stand; also the class of its body in the stylesheet. */
    enum Setting {
        ROOMY,
        TIGHT,
        TIGHTEST
    }

    static byte[] bytes(TeamList list) {
        ListPdf paper = null;
        for (Setting setting : Setting.values()) {
            paper = set(new PaperList(list, setting.name().toLowerCase(Locale.ROOT)));
            if (paper.pages <= SIDES) {
                break;
            }
        }
        return Objects.requireNonNull(paper).pdf;
    }

    private static ListPdf set(PaperList list) {
        return written(Templates.render("papier", list));
    }

    private static ListPdf written(String xhtml) {
        PdfRendererBuilder builder = new PdfRendererBuilder();
        builder.withHtmlContent(withSpacesOfTheFont(xhtml), null);
        builder.useFont(ListPdf::font, FAMILY, 400, FontStyle.NORMAL, true);
        builder.withProducer("Vigie");
        builder.usePdfUaAccessibility(true);
        try (PdfBoxRenderer renderer = builder.buildPdfRenderer()) {
            renderer.createPDFWithoutClosing();
            PDDocument document = renderer.getPdfDocument();
            fixTimes(document);
            ByteArrayOutputStream pdf = new ByteArrayOutputStream();
            document.save(pdf);
            return new ListPdf(pdf.toByteArray(), document.getNumberOfPages());
        } catch (IOException e) {
            throw new UncheckedIOException("cannot write a list as PDF", e);
        }
    }

    private static InputStream font() {
        return Objects.requireNonNull(PDDocument.class.getResourceAsStream(FONT), FONT);
    }

    /** The font has no narrow no-break space. */
    private static String withSpacesOfTheFont(String xhtml) {
        return xhtml.replace('\u202F', '\u00A0');
    }

    private static void fixTimes(PDDocument document) {
        PDDocumentInformation information = document.getDocumentInformation();
        information.setCreationDate(
                GregorianCalendar.from(LocalDate.of(2000, 1, 1).atStartOfDay(ZoneOffset.UTC)));
        document.setDocumentId(1L);
    }
}
