DROP TABLE outbox;
DROP TABLE withdrawals;
DROP TABLE published;
