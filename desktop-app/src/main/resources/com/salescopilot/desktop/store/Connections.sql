-- name: wal
pragma journal_mode = wal

-- name: synchronous
-- for all writes: NORMAL loses acknowledged commits when the power fails
pragma synchronous = full

-- name: trustedSchema
-- a damaged or foreign file cannot make us run functions
pragma trusted_schema = off

-- name: cellSizeCheck
pragma cell_size_check = on

-- name: fullFsync
-- macOS: fsync alone leaves data in the drive's cache
pragma fullfsync = on

-- name: patience
pragma busy_timeout = 5000

-- name: readOnly
pragma query_only = on
