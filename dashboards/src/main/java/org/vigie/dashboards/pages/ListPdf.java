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
import java.util.Objects;
import org.apache.pdfbox.pdmodel.PDDocument;
import org.apache.pdfbox.pdmodel.PDDocumentInformation;

/** Turns the paper form of a list into a PDF that holds its font, with the same bytes for the same list. */
final class ListPdf {

    /** Liberation Sans, which the PDF library brings along. */
    private static final String FONT = "/org/apache/pdfbox/resources/ttf/LiberationSans-Regular.ttf";

    private static final String FAMILY = "Liberation Sans";

    static {
        XRLog.setLoggingEnabled(false);
    }

    private ListPdf() {}

    static byte[] bytes(String xhtml) {
        PdfRendererBuilder builder = new PdfRendererBuilder();
        builder.withHtmlContent(withSpacesOfTheFont(xhtml), null);
        builder.useFont(ListPdf::font, FAMILY, 400, FontStyle.NORMAL, true);
        builder.withProducer("Vigie");
        try (PdfBoxRenderer renderer = builder.buildPdfRenderer()) {
            renderer.createPDFWithoutClosing();
            PDDocument document = renderer.getPdfDocument();
            fixTimes(document);
            ByteArrayOutputStream pdf = new ByteArrayOutputStream();
            document.save(pdf);
            return pdf.toByteArray();
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
