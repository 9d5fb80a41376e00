package org.vigie.jobs.staged;

import static org.assertj.core.api.Assertions.assertThat;

import java.nio.file.Path;
import java.time.LocalDate;
import java.time.LocalDateTime;
import java.util.Arrays;
import java.util.List;
import java.util.Map;
import org.apache.spark.sql.Row;
import org.apache.spark.sql.types.DataTypes;
import org.apache.spark.sql.types.StructField;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.api.io.TempDir;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.CsvSource;
import org.junit.jupiter.params.provider.EnumSource;
import org.vigie.jobs.feeds.Feed;
import org.vigie.jobs.feeds.FeedSettings;

class TypingTest {

    private static final String INCIDENTS =
            "num_incident;version;code_site;longitude;latitude;code_type;gravite;date_fait;heure_fait;date_saisie;canal;statut\n";

    @TempDir
    private Path folder;

    @Test
    void readsTheWorksGivenAsAnExample() {
        TypedForTest file = TypedForTest.resource("fixture_travaux_latin1.csv", Feed.WORKS, folder);

        assertThat(file.counts()).isEqualTo(new TypedFile.Counts(3, 2, 1));
        assertThat(file.reasons()).containsExactly("4:date_fin_prevue:end-before-start");
        assertThat(file.column("works_type")).containsExactly("LIFT", "FACADE");
        assertThat(file.column("planned_end")).containsExactly(LocalDate.of(2026, 12, 18), LocalDate.of(2027, 4, 30));
        assertThat(file.value(1, "actual_end")).isNull();
        assertThat(file.value(0, "tenants_told_on")).isEqualTo(LocalDate.of(2026, 9, 28));
        assertThat(file.value(1, "tenants_told_on")).isNull();
        assertThat(file.value(0, "occupied")).isEqualTo(true);
        assertThat(file.value(0, "known_at")).isEqualTo(LocalDateTime.of(2026, 10, 15, 7, 0));
    }

    @Test
    void readsTheMovementsGivenAsAnExampleAndCoarsensEvictions() {
        TypedForTest file = TypedForTest.resource("fixture_mouvements_utf8bom.csv", Feed.TURNOVER, folder);

        assertThat(file.counts()).isEqualTo(new TypedFile.Counts(3, 3, 0));
        assertThat(file.column("movement_type")).containsExactly("OUT_NOTICE", "IN_NEW", "OUT_OTHER");
        assertThat(file.column("direction")).containsExactly("OUT", "IN", "OUT");
        assertThat(file.value(1, "effective_on")).isEqualTo(LocalDate.of(2026, 11, 15));
        assertThat(file.value(1, "known_at")).isEqualTo(LocalDateTime.of(2026, 11, 2, 0, 0));
    }

    @ParameterizedTest(name = "{1}")
    @CsvSource(delimiter = '!', textBlock = """
            ;;RES1;;;ENV_DIRT;;14/10/2026;;;STAFF_LOG;                      ! num_incident:missing-key
            1;;;;;ENV_DIRT;;14/10/2026;;;STAFF_LOG;                         ! code_site:missing-place
            1;;;0;0;ENV_DIRT;;14/10/2026;;;STAFF_LOG;                       ! code_site:missing-place
            1;;;200;48;ENV_DIRT;;14/10/2026;;;STAFF_LOG;                    ! longitude:out-of-range
            1;;RES1;;;;;14/10/2026;;;STAFF_LOG;                             ! code_type:missing-value
            1;;RES1;;;DIVERS;;14/10/2026;;;STAFF_LOG;                       ! code_type:unmapped-code
            1;;RES1;;;per_domestic;;14/10/2026;;;STAFF_LOG;                 ! code_type:excluded-type
            1;;RES1;;;Violences intrafamiliales signalées;;14/10/2026;;;STAFF_LOG; ! code_type:excluded-type
            1;;RES1;;;ENV_DIRT;0;14/10/2026;;;STAFF_LOG;                    ! gravite:out-of-range
            1;;RES1;;;ENV_DIRT;2,5;14/10/2026;;;STAFF_LOG;                  ! gravite:unreadable-number
            1;;RES1;;;ENV_DIRT;grave;14/10/2026;;;STAFF_LOG;                ! gravite:unreadable-number
            1;0;RES1;;;ENV_DIRT;;14/10/2026;;;STAFF_LOG;                    ! version:out-of-range
            1;;RES1;;;ENV_DIRT;;;;;STAFF_LOG;                               ! date_fait:missing-value
            1;;RES1;;;ENV_DIRT;;31/12/9999;;;STAFF_LOG;                     ! date_fait:open-date
            1;;RES1;;;ENV_DIRT;;16/10/2026;;15/10/2026 08:00;STAFF_LOG;     ! date_fait:future-date
            1;;RES1;;;ENV_DIRT;;25/11/2026;;;STAFF_LOG;                     ! date_fait:future-date
            1;;RES1;;;ENV_DIRT;;14/10/2026;soir;;STAFF_LOG;                 ! heure_fait:unreadable-time
            1;;RES1;;;ENV_DIRT;;14/10/2026;;hier;STAFF_LOG;                 ! date_saisie:unreadable-date
            1;;RES1;;;ENV_DIRT;;14/10/2026;;;PIGEON;                        ! canal:unmapped-code
            1;;RES1;;;ENV_DIRT;;14/10/2026;;;STAFF_LOG;PERDU                ! statut:unmapped-code
            1;;RES1;;;ENV_DIRT;;14/10/2026;;;STAFF_LOG;;x                   ! :too-many-fields
            Total général;;;;;;;;;;;                                        ! :total-line
            Sous-total RES1;;;;;;12;;;;;                                    ! :total-line
            """)
    void rejectsWithTheRuleThatAFactBreaks(String row, String reason) {
        TypedForTest file = TypedForTest.text(INCIDENTS + row + "\n", Feed.INCIDENTS, folder);

        assertThat(file.reasons()).containsExactly("2:" + reason);
        assertThat(file.counts()).isEqualTo(new TypedFile.Counts(1, 0, 1));
        assertThat(Arrays.stream(Rule.values()).map(Rule::code))
                .contains(file.rejects().get(0).rule().code());
    }

    @Test
    void fillsInWhatAFactMayLack() {
        TypedForTest file = TypedForTest.text(
                INCIDENTS
                        + "1;;;2,35;48,85;FIR_BIN;;2026-10-14T23:10;;;;\n2;3;res1;;;TAG;4,0;14/10/2026 00:00;;;Appel locataire;Clôturé",
                Feed.INCIDENTS,
                folder);

        assertThat(file.rejects()).isEmpty();
        assertThat(file.value(0, "site_ref")).isNull();
        assertThat(file.value(0, "longitude")).isEqualTo(2.35);
        assertThat(file.column("severity")).containsExactly(4, 4);
        assertThat(file.column("version")).containsExactly(1, 3);
        assertThat(file.column("hour")).containsExactly(23, null);
        assertThat(file.column("channel")).containsExactly("UNKNOWN", "RES_PHONE");
        assertThat(file.column("status")).containsExactly("OUVERT", "CLOS");
        assertThat(file.value(1, "site_ref")).isEqualTo("RES1");
        assertThat(file.column("reports")).containsExactly(1, 1);
    }

    @Test
    void takesTheDayOfTheReportForThatOfAnIncivility() {
        TypedForTest file = TypedForTest.text("""
                num_signalement;code_site;code_type;date_signalement;date_fait;canal;num_fait;statut
                S1;R1;NEI_NOISE;12/10/2026 19:05;;RES_PHONE;2026-1;DOUBLON
                S2;R1;NEI_NOISE;12/10/2026 19:05;11/10/2026;RES_PHONE;;
                """, Feed.INCIVILITIES, folder);

        assertThat(file.column("feed")).containsOnly("INCIVILITIES");
        assertThat(file.column("fact_date")).containsExactly(LocalDate.of(2026, 10, 12), LocalDate.of(2026, 10, 11));
        assertThat(file.column("hour")).containsExactly(19, null);
        assertThat(file.column("linked_fact")).containsExactly("2026-1", null);
        assertThat(file.column("status")).containsExactly("DOUBLON", "OUVERT");
        assertThat(file.column("recorded_at")).containsOnly(LocalDateTime.of(2026, 10, 12, 19, 5));
    }

    @Test
    void keepsSitesWithTheirValidity() {
        TypedForTest file = TypedForTest.text("""
                code_site;libelle;niveau;code_agence;code_quartier;qpv_generation;nb_logements;x_l93;y_l93;date_debut;date_fin
                AG03;Agence Est;AGENCE;AG03;;;;;;;
                res0147;Les Tilleuls;RESIDENCE;AG03;QN0000XX;2024;64;652381,40;6862047,90;01/09/1974;31/12/9999
                B1;;Bâtiment;AG03;;;;;;;
                ../x;;RESIDENCE;AG03;;;3;;;;
                B2;;BATIMENT;AG03;;;3;;;01/01/2020;31/12/2019
                """, Feed.SITES, folder);

        assertThat(file.reasons())
                .containsExactly(
                        "4:nb_logements:missing-value", "5:code_site:bad-site-code", "6:date_fin:end-before-start");
        assertThat(file.column("site_id")).containsExactly("AG03", "RES0147");
        assertThat(file.column("valid_from")).containsExactly(null, LocalDate.of(1974, 9, 1));
        assertThat(file.value(1, "valid_to")).isNull();
        assertThat(file.value(1, "x_l93")).isEqualTo(652381.4);
        assertThat(file.column("known_at")).containsOnly(RowTyper.ALWAYS.atTime(23, 59, 59));
    }

    @Test
    void readsPresenceCalendarAndOutcomes() {
        TypedForTest presence = TypedForTest.text(
                "semaine;code_site;equipe;heures;nb_passages;origine\n2026-W42;RES0147;Médiation;6,5;3;ALERTE\n2026-W42;RES0147;NUIT;-1;;\n",
                Feed.PRESENCE,
                folder);
        TypedForTest calendar = TypedForTest.text(
                "date_debut;date_fin;code;libelle\n17/10/2026;02/11/2026;VAC_C;Toussaint\n2/11/2026;1/11/2026;VAC_C;\n",
                Feed.CALENDAR,
                folder);
        TypedForTest outcomes = TypedForTest.text(
                "num_alerte;date_suite;code_issue;code_action;role;date_revue\nA-2026-W42-RES0147-OCC;23/10/2026;CONFIRMED;VISIT;MEDIATOR;06/11/2026\n",
                Feed.OUTCOMES,
                folder);

        assertThat(presence.value(0, "week")).isEqualTo(LocalDate.of(2026, 10, 12));
        assertThat(presence.value(0, "hours")).isEqualTo(6.5);
        assertThat(presence.value(0, "known_at")).isEqualTo(LocalDateTime.of(2026, 10, 18, 23, 59, 59));
        assertThat(presence.reasons()).containsExactly("3:heures:out-of-range");
        assertThat(calendar.column("code")).containsExactly("VAC_C");
        assertThat(calendar.reasons()).containsExactly("3:date_fin:end-before-start");
        assertThat(outcomes.value(0, "review_on")).isEqualTo(LocalDate.of(2026, 11, 6));
    }

    @Test
    void assumesHowLongWorksLastWhereTheExportDoesNotSay() {
        FeedSettings settings = new FeedSettings(
                "*",
                false,
                Map.of("date_debut_prevue", "Ouvert le"),
                Map.of("code_travaux", Map.of("voirie", "OUTDOOR")),
                Map.of("statut", "ONGOING"),
                new FeedSettings.Key.Delivered(),
                "Ouvert le",
                List.of(),
                new FeedSettings.Durations(0, Map.of("voirie", 10)));

        TypedForTest file = TypedForTest.text(
                "num_operation;code_site;code_travaux;Ouvert le\nA;R1;Voirie;01/10/2026\nB;R1;LIFT;01/10/2026\n",
                Feed.WORKS,
                folder,
                settings);

        assertThat(file.column("planned_end")).containsExactly(LocalDate.of(2026, 10, 10));
        assertThat(file.reasons()).containsExactly("3:date_fin_prevue:missing-value");
        assertThat(file.value(0, "known_at")).isEqualTo(LocalDateTime.of(2026, 10, 1, 0, 0));
    }

    @Test
    void knowsAFactFromItsRecordingOrFromIngestion() {
        String csv = INCIDENTS + "1;;R;;;TAG;;14/10/2026;;15/10/2026 08:42;;\n2;;R;;;TAG;;14/10/2026;;;;\n"
                + "3;;R;;;TAG;;14/10/2026;;25/12/2026 08:00;;\n";
        LocalDateTime ingested = TypedForTest.NOVEMBER.ingestedAt();

        TypedForTest told = TypedForTest.text(csv, Feed.INCIDENTS, folder);
        assertThat(told.column("known_at")).containsExactly(LocalDateTime.of(2026, 10, 15, 8, 42), ingested, ingested);

        Path untold = TypedForTest.write(
                "num_incident;code_site;code_type;date_fait;canal\n1;R;TAG;14/10/2026;\n2;R;TAG;24/11/2026;\n", folder);
        TypingContext later = new TypingContext(TypedForTest.NOVEMBER.zone(), ingested, false, "en");
        assertThat(TypedForTest.read(untold, Feed.INCIDENTS).column("known_at"))
                .containsExactly(LocalDateTime.of(2026, 10, 14, 23, 59, 59), ingested);
        assertThat(TypedForTest.read(untold, Feed.INCIDENTS, FeedSettings.of("*"), later)
                        .column("known_at"))
                .containsOnly(ingested);
    }

    @Test
    void givesEqualContentAnEqualDigestWhereverItStands() {
        String row = "1;;R;;;TAG;;14/10/2026;;15/10/2026 08:42;;\n";
        TypedForTest file = TypedForTest.text(
                INCIDENTS
                        + row
                        + row.replace("08:42", "09:00").replace("TAG", "pro_tag")
                        + row.replace("TAG", "FIR_BIN"),
                Feed.INCIDENTS,
                folder);

        assertThat(file.value(0, "content")).isEqualTo(file.value(1, "content")).isNotEqualTo(file.value(2, "content"));
    }

    @ParameterizedTest
    @EnumSource(Feed.class)
    void makesRowsOfTheTypesThatTheTableDeclares(Feed feed) {
        Map<Feed, String> examples = Map.of(
                Feed.INCIDENTS,
                        "num_incident;code_site;code_type;date_fait;heure_fait;date_saisie;canal\n1;R;TAG;1/10/2026;1h;1/10/2026;",
                Feed.INCIVILITIES,
                        "num_signalement;longitude;latitude;code_type;date_signalement;canal;num_fait\n1;2;48;TAG;1/10/2026;;7",
                Feed.WORKS,
                        "num_operation;code_site;code_travaux;statut;date_debut_prevue;date_fin_prevue;site_occupe;nb_logements_concernes;interruption\n"
                                + "1;R;LIFT;En cours;1/10/2026;2/10/2026;O;3;EAU",
                Feed.TURNOVER, "num_mouvement;code_site;code_mouvement;date_effet\n1;R;IN_NEW;1/10/2026",
                Feed.SITES,
                        "code_site;libelle;niveau;code_parent;code_agence;code_quartier;nb_logements;x;y;lon;lat;date_debut;mediateur_equipe\n"
                                + "R1;R;RESIDENCE;S1;A1;Q1;12;1;2;3;4;1/1/1990;MED",
                Feed.PRESENCE, "semaine;code_site;equipe;heures;nb_passages\n2026-W40;R;NUIT;1,5;2",
                Feed.CALENDAR, "date_debut;date_fin;code\n1/10/2026;1/10/2026;FERIE",
                Feed.OUTCOMES, "num_alerte;date_suite;code_issue;role\nA-2026-W39-R-OCC;1/10/2026;KNOWN;MEDIATOR");

        TypedForTest file = TypedForTest.text(examples.get(feed), feed, folder);

        assertThat(file.rejects()).isEmpty();
        Row row = file.rows().get(0);
        StructField[] fields = TypedFile.tableOf(feed).schema().fields();
        assertThat(row.length()).isEqualTo(fields.length);
        for (int i = 0; i < fields.length; i++) {
            if (!row.isNullAt(i)) {
                assertThat(row.get(i)).as(fields[i].name()).isInstanceOf(javaTypeOf(fields[i]));
            }
        }
    }

    @Test
    void hasLabelsForEveryRule() {
        for (Rule rule : Rule.values()) {
            assertThat(Rule.label(rule.code(), "fr")).isNotEqualTo(rule.code());
            assertThat(Rule.label(rule.code(), "en")).isNotEqualTo(rule.code());
        }
    }

    private static Class<?> javaTypeOf(StructField field) {
        return Map.<Object, Class<?>>of(
                        DataTypes.StringType, String.class,
                        DataTypes.IntegerType, Integer.class,
                        DataTypes.DoubleType, Double.class,
                        DataTypes.BooleanType, Boolean.class,
                        DataTypes.DateType, LocalDate.class,
                        DataTypes.TimestampNTZType, LocalDateTime.class)
                .get(field.dataType());
    }
}
