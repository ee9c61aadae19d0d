package org.plugcharge.tool;

import org.jspecify.annotations.Nullable;
import org.plugcharge.exi.ExiException;
import org.plugcharge.v2g.text.MessageTextException;

import picocli.CommandLine;
import picocli.CommandLine.Command;
import picocli.CommandLine.Model.CommandSpec;
import picocli.CommandLine.Spec;

import java.util.concurrent.Callable;

/**
 * The command {@code v2g}. Status 0 done, 1 the input is wrong (the reason is on standard error), 2
 * wrong use.
 */
@Command(
        name = "v2g",
        mixinStandardHelpOptions = true,
        version = "v2g 0.1.0",
        description =
                "Reads and writes the EXI messages by which electric cars and charging stations"
                        + " talk (ISO 15118).",
        footer = {
            "",
            "Message sets: app (protocol negotiation), iso2 (ISO 15118-2), xmldsig (signatures"
                    + " alone).",
            "",
            "Status: 0 done, 1 the input is wrong (the reason is on standard error), 2 wrong use.",
            "",
            "Examples:",
            "  v2g decode 809802000000000000000011d01808600000000000",
            "  v2g decode --as xml message.exi",
            "  v2g decode 8098... | v2g encode",
            "  v2g schema --set iso2 --out schemas/",
        },
        subcommands = {
            Decode.class,
            Encode.class,
            Explain.class,
            RoundTrip.class,
            SchemaText.class,
            CommandLine.HelpCommand.class
        })
public final class V2g implements Callable<Integer> {

    @Spec private @Nullable CommandSpec spec;

    private V2g() {}

    /** Runs the command and ends the process. */
    public static void main(String[] arguments) {
        System.exit(commandLine().execute(arguments));
    }

    static CommandLine commandLine() {
        return new CommandLine(new V2g())
                .setCaseInsensitiveEnumValuesAllowed(true)
                .setExecutionExceptionHandler(V2g::explain);
    }

    /** What is wrong with the input is said in one line; a stack trace is for our own bugs only. */
    private static int explain(
            Exception problem, CommandLine command, CommandLine.ParseResult arguments)
            throws Exception {
        if (problem instanceof InputException
                || problem instanceof ExiException
                || problem instanceof MessageTextException) {
            command.getErr()
                    .println("v2g " + command.getCommandName() + ": " + problem.getMessage());
            return CommandLine.ExitCode.SOFTWARE;
        }
        throw problem;
    }

    @Override
    public Integer call() {
        if (spec != null) {
            spec.commandLine().usage(spec.commandLine().getErr());
        }
        return CommandLine.ExitCode.USAGE;
    }
}
