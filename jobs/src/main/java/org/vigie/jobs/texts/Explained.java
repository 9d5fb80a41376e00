package org.vigie.jobs.texts;

/** A failure that a person can act upon: one line in the language of the settings, and in English in a log. */
public abstract class Explained extends RuntimeException {

    private static final long serialVersionUID = 1L;

    private final Message explanation;

    /** With what to tell. */
    protected Explained(Message explanation) {
        super(Sentences.EN.say(explanation));
        this.explanation = explanation;
    }

    /** The line that the user reads, in a language code of the settings. */
    public String in(String language) {
        return Sentences.of(language).say(explanation);
    }

    /** The line of any failure in a language: that of its explanation, else its own message. */
    public static String of(Throwable failure, String language) {
        return failure instanceof Explained explained ? explained.in(language) : String.valueOf(failure.getMessage());
    }
}
