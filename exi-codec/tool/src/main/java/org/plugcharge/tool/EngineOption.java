package org.plugcharge.tool;

import picocli.CommandLine.Option;

/** The choice of an engine, the same in every command that codes. */
final class EngineOption {

    @Option(
            names = "--engine",
            defaultValue = "PLUGCHARGE",
            description =
                    "${COMPLETION-CANDIDATES}: our codecs, or EXIficient over our schema text, for"
                        + " a second opinion. EXIficient is not for input from strangers: streams"
                        + " that promise more than they hold are refused beforehand, other tricks"
                        + " are not looked for. Default ${DEFAULT-VALUE}.")
    private Engine engine = Engine.PLUGCHARGE;

    Engine engine() {
        return engine;
    }
}
