-- name: forget
create function forget_the_mark() returns trigger language plpgsql as $$
begin
  new.phase = 'CLAIMED';
  new.dot_at = null;
  return new;
end $$

-- name: forgetAlways
create trigger forget_the_mark before update on send_job
for each row when (new.phase = 'DOT') execute function forget_the_mark()
