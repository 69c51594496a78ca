-- name: makeLate
create table late (n int, constraint late_once unique (n) deferrable initially deferred);
alter table late owner to sc_owner;
grant all on late to sc_app

-- name: twice
insert into late values (1), (1)

-- name: lateRows
select count(*) as n from late

-- name: broken
selec 1

-- name: pid
select pg_backend_pid() as pid

-- name: kill
select pg_terminate_backend(:pid, 5000)

-- name: idle
-- as PostgreSQL ends a transaction of a machine that stood still
do $$ begin raise exception 'terminating connection' using errcode = '25P03'; end $$

-- name: giveWay
do $$ begin raise exception 'deadlock, as it were' using errcode = '40P01'; end $$

-- name: worker
set local role sc_worker

-- name: who
select current_user::text as role, coalesce(current_setting('app.ws', true), '') as ws,
       coalesce(current_setting('app.user', true), '') as person

-- name: limits
select concat_ws(' ', current_setting('statement_timeout'), current_setting('lock_timeout'),
                 current_setting('idle_in_transaction_session_timeout'), current_setting('TimeZone'),
                 current_setting('transaction_isolation')) as limits
