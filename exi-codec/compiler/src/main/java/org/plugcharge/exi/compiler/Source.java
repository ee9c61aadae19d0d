package org.plugcharge.exi.compiler;

import java.util.Map;
import java.util.TreeMap;
import java.util.regex.Matcher;
import java.util.regex.Pattern;

/** The text of one generated class, with its imports. */
final class Source {

    private static final Pattern QUALIFIED =
            Pattern.compile("\\b[a-z]\\w*(?:\\.[a-z]\\w*)*\\.([A-Z]\\w*)");
    private static final String STEP = "    ";

    private final String javaPackage;
    private final String name;
    private final Map<String, String> imports = new TreeMap<>();
    private final StringBuilder body = new StringBuilder();
    private int depth;

    Source(String javaPackage, String name) {
        this.javaPackage = javaPackage;
        this.name = name;
        imports.put(name, javaPackage + "." + name);
    }

    String name() {
        return name;
    }

    String qualifiedName() {
        return javaPackage + "." + name;
    }

    /** A Java type as it is to be written here: imported where its simple name is still free. */
    String type(String javaType) {
        Matcher matcher = QUALIFIED.matcher(javaType);
        return matcher.replaceAll(found -> {
            String simple = found.group(1);
            String full = found.group();
            if (full.equals("java.lang." + simple)) {
                return simple;
            }
            boolean hidesOwn = isJavaLang(simple);
            return !hidesOwn && imports.computeIfAbsent(simple, _ -> full).equals(full)
                    ? simple
                    : full;
        });
    }

    private static boolean isJavaLang(String simple) {
        try {
            Class.forName("java.lang." + simple);
            return true;
        } catch (ClassNotFoundException _) {
            return false;
        }
    }

    Source line(String text) {
        if (text.startsWith("}")) {
            depth--;
        }
        body.append(text.isEmpty() ? "" : STEP.repeat(depth)).append(text).append('\n');
        if (text.endsWith("{")) {
            depth++;
        }
        return this;
    }

    String text() {
        StringBuilder all = new StringBuilder("package ").append(javaPackage).append(";\n\n");
        imports.values().stream()
                .filter(full -> !full.substring(0, full.lastIndexOf('.')).equals(javaPackage))
                .sorted()
                .forEach(full -> all.append("import ").append(full).append(";\n"));
        return all.append('\n').append(body).toString();
    }

    /** A string literal. */
    static String quote(String text) {
        return "\"" + text.replace("\\", "\\\\").replace("\"", "\\\"") + "\"";
    }
}
