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
