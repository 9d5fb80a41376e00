package org.vigie.jobs.schedule;

import java.io.IOException;
import java.io.InputStream;
import java.io.UncheckedIOException;
import java.nio.charset.StandardCharsets;
import java.nio.file.Files;
import java.nio.file.Path;
import java.sql.Connection;
import java.sql.DriverManager;
import java.sql.ResultSet;
import java.sql.SQLException;
import java.sql.Statement;
import java.util.Properties;
import org.quartz.Scheduler;
import org.quartz.SchedulerException;
import org.quartz.impl.StdSchedulerFactory;
import org.vigie.jobs.settings.Workspace;

/** The database of a workspace's schedule: a file of H2 under {@code state/schedule}, locked by the process using it. */
final class ScheduleStore {

    private static final String TABLES = "/org/quartz/impl/jdbcjobstore/tables_h2.sql";
    private static final String USER = "vigie";
    private static final int ALREADY_OPEN = 90020; // H2: DATABASE_ALREADY_OPEN_1

    private ScheduleStore() {}

    /** A scheduler on the store, not started; throws {@link ScheduleRunning} when another process holds it. */
    static Scheduler open(Workspace workspace) {
        Path folder = workspace.state().resolve("schedule");
        String url = "jdbc:h2:file:" + folder.resolve("quartz") + ";DB_CLOSE_ON_EXIT=FALSE";
        try {
            Files.createDirectories(folder);
            // Held until the pool has connections of its own, or another process could take the file in between.
            try (Connection held = DriverManager.getConnection(url, USER, "")) {
                createTables(held);
                return new StdSchedulerFactory(quartz(url)).getScheduler();
            }
        } catch (SQLException e) {
            if (e.getErrorCode() == ALREADY_OPEN) {
                throw new ScheduleRunning(workspace.root());
            }
            throw new IllegalStateException("the schedule in " + folder + " cannot be opened", e);
        } catch (SchedulerException e) {
            throw new IllegalStateException("the schedule in " + folder + " cannot be opened", e);
        } catch (IOException e) {
            throw new UncheckedIOException("cannot write to " + folder + ": " + e.getMessage(), e);
        }
    }

    /**
     * Creates the tables when they are absent. H2 commits each one alone: the table created last says that all are
     * there, and tables without it are the remains of a process killed here, before anything was stored in them.
     */
    private static void createTables(Connection connection) throws SQLException, IOException {
        try (ResultSet complete = connection.getMetaData().getTables(null, null, "TABLES_COMPLETE", null)) {
            if (complete.next()) {
                return;
            }
        }
        try (Statement statement = connection.createStatement()) {
            statement.execute("DROP ALL OBJECTS");
            statement.execute(ddl());
            statement.execute("CREATE TABLE TABLES_COMPLETE (ID INT)");
        }
    }

    private static String ddl() throws IOException {
        try (InputStream in = Scheduler.class.getResourceAsStream(TABLES)) {
            if (in == null) {
                throw new IllegalStateException("Quartz brings no " + TABLES);
            }
            return new String(in.readAllBytes(), StandardCharsets.UTF_8);
        }
    }

    private static Properties quartz(String url) {
        Properties quartz = new Properties();
        quartz.setProperty("org.quartz.scheduler.instanceName", "vigie");
        quartz.setProperty("org.quartz.threadPool.class", "org.quartz.simpl.SimpleThreadPool");
        quartz.setProperty("org.quartz.threadPool.threadCount", "1");
        quartz.setProperty("org.quartz.jobStore.class", "org.quartz.impl.jdbcjobstore.JobStoreTX");
        quartz.setProperty("org.quartz.jobStore.driverDelegateClass", "org.quartz.impl.jdbcjobstore.StdJDBCDelegate");
        quartz.setProperty("org.quartz.jobStore.useProperties", "true");
        quartz.setProperty("org.quartz.jobStore.dataSource", "vigie");
        quartz.setProperty("org.quartz.dataSource.vigie.provider", "hikaricp");
        quartz.setProperty("org.quartz.dataSource.vigie.driver", "org.h2.Driver");
        quartz.setProperty("org.quartz.dataSource.vigie.URL", url);
        quartz.setProperty("org.quartz.dataSource.vigie.user", USER);
        quartz.setProperty("org.quartz.dataSource.vigie.password", "");
        quartz.setProperty("org.quartz.dataSource.vigie.maxConnections", "3");
        return quartz;
    }
}
