package org.plugcharge.tool.rules;

/**
 * What the standards demand.
 *
 * @param id our name for it, stable over versions
 * @param citation requirement or timer it rests on
 * @param demand in words
 */
public record Rule(String id, String citation, String demand) {}
