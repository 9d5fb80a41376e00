package org.vigie.jobs.cli.scan;

import com.fasterxml.jackson.databind.ObjectMapper;
import com.fasterxml.jackson.databind.SerializationFeature;
import com.fasterxml.jackson.databind.node.ArrayNode;
import com.fasterxml.jackson.databind.node.ObjectNode;
import java.io.IOException;
import java.nio.file.Files;
import java.nio.file.Path;
import java.nio.file.StandardCopyOption;

/** A result as JSON; the file appears complete or not at all. */
public final class ScanFile {

    private static final ObjectMapper JSON = new ObjectMapper().enable(SerializationFeature.INDENT_OUTPUT);

    private ScanFile() {}

    /** Writes a result. */
    public static void write(ScanResult result, Path file) throws IOException {
        Path part = file.resolveSibling(file.getFileName() + ".part");
        try {
            Files.writeString(part, JSON.writeValueAsString(json(result)) + "\n");
            Files.move(part, file, StandardCopyOption.REPLACE_EXISTING);
        } finally {
            Files.deleteIfExists(part);
        }
    }

    private static ObjectNode json(ScanResult result) {
        ObjectNode root = JSON.createObjectNode();
        if (result instanceof ScanResult.Clusters found) {
            root.put("statistic", found.statistic());
            found.pValue().ifPresent(p -> root.put("p_value", p));
            found.recurrenceWeeks().ifPresent(weeks -> root.put("recurrence_weeks", weeks));
            ArrayNode clusters = root.putArray("clusters");
            found.clusters().forEach(cluster -> add(clusters.addObject(), cluster));
        } else if (result instanceof ScanResult.Rows found) {
            ArrayNode rows = root.putArray("rows");
            found.rows().forEach(row -> add(rows.addObject(), row));
        }
        return root;
    }

    private static void add(ObjectNode node, ScanResult.Cluster cluster) {
        cluster.sites().forEach(node.putArray("sites")::add);
        node.put("start", cluster.start())
                .put("end", cluster.end())
                .put("observed", cluster.observed())
                .put("expected", cluster.expected())
                .put("relative_risk", cluster.relativeRisk())
                .put("llr", cluster.llr());
        cluster.pValue().ifPresent(p -> node.put("p_value", p));
    }

    private static void add(ObjectNode node, ScanResult.SiteRow row) {
        node.put("site", row.site()).put("t", row.t()).put("z", row.z()).put("p_value", row.pValue());
        if (!row.label().isEmpty()) {
            node.put("class", row.label());
        }
    }
}
