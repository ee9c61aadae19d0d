package org.plugcharge.ca;

import org.jspecify.annotations.Nullable;

import picocli.CommandLine;
import picocli.CommandLine.Model.ArgSpec;
import picocli.CommandLine.Model.CommandSpec;
import picocli.CommandLine.Model.OptionSpec;

import java.util.Locale;
import java.util.Map;

/**
 * Every option of the service from an environment variable too: {@code --public-url} is {@code
 * PKI_CA_PUBLIC_URL}. The command line wins.
 */
final class EnvironmentDefaults implements CommandLine.IDefaultValueProvider {

    private static final String PREFIX = "PKI_CA_";

    private final Map<String, String> environment;

    EnvironmentDefaults(Map<String, String> environment) {
        this.environment = environment;
    }

    /** Puts the variables into {@code line}, and their names into its help. */
    static CommandLine in(CommandLine line, Map<String, String> environment) {
        CommandSpec spec = line.getCommandSpec();
        StringBuilder names = new StringBuilder("%nEnvironment, where an option is not given:%n");
        for (OptionSpec option : spec.options()) {
            if (isSetting(option)) {
                names.append("  %-28s %s%%n".formatted(variable(option), option.names()[0]));
            }
        }
        names.append("  JAVA_TOOL_OPTIONS            options of the Java virtual machine%n");
        names.append("  LOGGING_STRUCTURED_FORMAT_CONSOLE=logstash (or ecs, gelf)  logs as JSON%n");
        spec.usageMessage().footer(names.toString().split("%n", -1));
        return line.setDefaultValueProvider(new EnvironmentDefaults(environment));
    }

    @Override
    public @Nullable String defaultValue(ArgSpec argument) {
        return argument instanceof OptionSpec option
                        && option.command().parent() == null
                        && isSetting(option)
                ? environment.get(variable(option))
                : null;
    }

    private static boolean isSetting(OptionSpec option) {
        return !option.usageHelp() && !option.versionHelp();
    }

    private static String variable(OptionSpec option) {
        return PREFIX
                + option.names()[0]
                        .replaceFirst("^--", "")
                        .toUpperCase(Locale.ROOT)
                        .replace('-', '_');
    }
}
