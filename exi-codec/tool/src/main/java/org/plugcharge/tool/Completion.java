package org.plugcharge.tool;

import org.jspecify.annotations.Nullable;

import picocli.AutoComplete;
import picocli.CommandLine.Command;
import picocli.CommandLine.Model.CommandSpec;
import picocli.CommandLine.Spec;

import java.util.concurrent.Callable;

/** {@code v2g completion}. */
@Command(
        name = "completion",
        mixinStandardHelpOptions = true,
        description = "Writes a script by which bash and zsh complete the options of v2g.",
        footer = {
            "",
            "For this shell:      source <(v2g completion) For every new one:   v2g completion >"
                    + " ~/.local/share/bash-completion/completions/v2g",
            "",
            "Where v2g is no command yet: alias v2g='java -jar /path/to/v2g.jar'"
        })
final class Completion implements Callable<Integer> {

    @Spec private @Nullable CommandSpec spec;

    @Override
    public Integer call() {
        if (spec == null) {
            throw new IllegalStateException("picocli fills it");
        }
        spec.commandLine().getOut().print(AutoComplete.bash("v2g", spec.root().commandLine()));
        spec.commandLine().getOut().flush();
        return 0;
    }
}
