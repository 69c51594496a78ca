-- name: make
create temporary table bench_copy (
  id int primary key, email text not null, first_name text, last_name text, company text,
  job_title text, custom_fields jsonb not null, created_at timestamptz not null,
  updated_at timestamptz not null, rev bigint not null)

-- name: copy
copy bench_copy from stdin
