-- name: appSession
-- first words of a connection of members' requests
set role sc_app;
set time zone 'UTC';
set statement_timeout = '10s';
set lock_timeout = '2s';
set idle_in_transaction_session_timeout = '5s'

-- name: workerSession
-- first words of a connection of workers
set role sc_worker;
set time zone 'UTC';
set statement_timeout = '10s';
set lock_timeout = '2s';
set idle_in_transaction_session_timeout = '5s'

-- name: context
-- ends with the transaction, as the third argument says
select set_config('app.ws', :ws, true), set_config('app.user', :user, true)

-- name: keyedContext
-- for transactions that look rows up by their keys, many at a time: a plan made for these very keys
-- compares them with the size that a table had when it was last counted, and reads a workspace from
-- end to end that has grown since
select set_config('app.ws', :ws, true), set_config('app.user', :user, true),
       set_config('plan_cache_mode', 'force_generic_plan', true)

-- name: snapshotContext
-- the isolation has to be said before the first query; both travel together
set transaction isolation level repeatable read, read only;
select set_config('app.ws', :ws, true), set_config('app.user', :user, true)

-- name: enterApp
-- worker: steps into one workspace
set local role sc_app;
select set_config('app.ws', :ws, true), set_config('app.user', :user, true)

-- name: leaveApp
-- worker: and back
select set_config('app.ws', '', true), set_config('app.user', '', true);
set local role sc_worker
