-- A start compares whose life this is with the newest one that is known, and freezes the mails that
-- may have left in a time that was lost.
grant insert, update on epoch to sc_worker;
create index email_held on email (workspace_id) where hold = 'RESTORED';
