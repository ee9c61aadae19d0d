package org.plugcharge.v2g.text;

/**
 * Text that is no message: says in which element which field is wrong, what was expected and what
 * was found.
 */
public final class MessageTextException extends RuntimeException {

    private static final long serialVersionUID = 1L;

    private final String problem;
    private String path = "";

    MessageTextException(String problem) {
        super(problem);
        this.problem = problem;
    }

    MessageTextException within(String element) {
        path = path.isEmpty() ? element : element + "/" + path;
        return this;
    }

    @Override
    public String getMessage() {
        return path.isEmpty() ? problem : path + ": " + problem;
    }
}
