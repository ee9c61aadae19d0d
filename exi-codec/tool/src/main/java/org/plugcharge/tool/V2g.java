package org.plugcharge.tool;

import org.jspecify.annotations.Nullable;
import org.plugcharge.certs.host.LintCommand;
import org.plugcharge.certs.host.LogCommand;
import org.plugcharge.exi.ExiException;
import org.plugcharge.tool.otherengine.OtherEngineException;
import org.plugcharge.v2g.text.MessageTextException;
import org.plugcharge.v2g.v2gtp.V2gtpException;

import picocli.CommandLine;
import picocli.CommandLine.Command;
import picocli.CommandLine.Model.CommandSpec;
import picocli.CommandLine.Spec;

import java.io.IOException;
import java.nio.file.NoSuchFileException;
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
                "Reads, writes and explains what electric cars and charging stations say to each"
                        + " other (DIN SPEC 70121, ISO 15118-2 and -20).",
        footer = {
            "",
            "Message sets: app (negotiation of the protocol), din (DIN SPEC 70121), iso2 (ISO"
                    + " 15118-2), iso20.* (ISO 15118-20), xmldsig (signatures alone).",
            "",
            "Status: 0 done, 1 the input is wrong (the reason is on standard error), 2 wrong use;"
                    + " of explain also 3, a rule was broken.",
            "",
            "Examples:",
            "  v2g decode 809802000000000000000011d01808600000000000",
            "  v2g decode --as tree message.exi",
            "  v2g decode 8098... | v2g encode",
            "  v2g explain --keylog keys.log session.pcapng",
            "  v2g schema --set iso2 --out schemas/",
            "  v2g lint chain.pem",
            "  v2g log verify http://127.0.0.1:8080",
            "  source <(v2g completion)",
            "",
            "v2g help COMMAND says more about one."
        },
        subcommands = {
            Decode.class,
            Encode.class,
            Explain.class,
            RoundTrip.class,
            SchemaText.class,
            LintCommand.class,
            LogCommand.class,
            Completion.class,
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
                .setUsageHelpWidth(100)
                .setUsageHelpAutoWidth(true)
                .setCaseInsensitiveEnumValuesAllowed(true)
                .setExecutionExceptionHandler(V2g::explain);
    }

    /** What is wrong with the input is said in one line; a stack trace is for our own bugs only. */
    private static int explain(
            Exception problem, CommandLine command, CommandLine.ParseResult arguments)
            throws Exception {
        if (problem instanceof InputException
                || problem instanceof ExiException
                || problem instanceof MessageTextException
                || problem instanceof V2gtpException
                || problem instanceof OtherEngineException) {
            command.getErr()
                    .println("v2g " + command.getCommandName() + ": " + problem.getMessage());
            return CommandLine.ExitCode.SOFTWARE;
        }
        if (problem instanceof IOException) {
            command.getErr().println("v2g " + command.getCommandName() + ": " + reason(problem));
            return CommandLine.ExitCode.SOFTWARE;
        }
        throw problem;
    }

    private static String reason(Exception problem) {
        return problem instanceof NoSuchFileException
                ? "no such file or folder: " + problem.getMessage()
                : String.valueOf(problem.getMessage());
    }

    @Override
    public Integer call() {
        if (spec != null) {
            spec.commandLine().usage(spec.commandLine().getErr());
        }
        return CommandLine.ExitCode.USAGE;
    }
}
