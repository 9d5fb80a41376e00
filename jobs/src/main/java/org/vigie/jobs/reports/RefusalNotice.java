package org.vigie.jobs.reports;

/** The page that stands beside the published weeks while the newest data was refused. */
final class RefusalNotice {

    private RefusalNotice() {}

    static String html(String landlord, String reason) {
        return String.format("""
            <!DOCTYPE html>
            <html lang="fr">
            <head>
            <meta charset="utf-8">
            <meta name="viewport" content="width=device-width, initial-scale=1">
            <title>Vigie : données refusées</title>
            <style>body{font:1rem/1.5 system-ui,sans-serif;max-width:40rem;margin:3rem auto;padding:0 1rem}</style>
            </head>
            <body>
            <h1>Les dernières données n’ont pas été publiées</h1>
            <p>%s : les données reçues n’ont pas passé les contrôles. Le dernier rapport publié reste valable.</p>
            <p><strong>Raison</strong> : %s</p>
            <p lang="en">The newest data was refused; the last published report stands. Reason as above.</p>
            </body>
            </html>
            """, escaped(landlord), escaped(reason));
    }

    private static String escaped(String text) {
        return text.replace("&", "&amp;")
                .replace("<", "&lt;")
                .replace(">", "&gt;")
                .replace("\"", "&quot;")
                .replace("'", "&#39;");
    }
}
