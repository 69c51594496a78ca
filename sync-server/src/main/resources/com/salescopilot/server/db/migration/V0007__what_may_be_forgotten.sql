-- Old rows of these are looked for every night. They come in the order of their time, so a range of
-- blocks says enough.
create index mutation_log_age on mutation_log using brin (received_at);
create index tombstone_age on tombstone using brin (at);
