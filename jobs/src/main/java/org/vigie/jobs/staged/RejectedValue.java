package org.vigie.jobs.staged;

/** Leaves the typing of a row at the first value that breaks a rule; carries no value, no message, no stack. */
final class RejectedValue extends RuntimeException {

    private static final long serialVersionUID = 1L;

    private final Rule rule;
    private final String column;

    RejectedValue(Rule rule, String column) {
        super(rule.code(), null, false, false);
        this.rule = rule;
        this.column = column;
    }

    Rule rule() {
        return rule;
    }

    String column() {
        return column;
    }
}
