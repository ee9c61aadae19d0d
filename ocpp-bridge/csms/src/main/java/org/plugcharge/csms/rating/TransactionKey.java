package org.plugcharge.csms.rating;

/** Names one transaction: no two stations or tenants share one, whatever ids they make up. */
public record TransactionKey(String tenant, String station, String transactionId) {}
