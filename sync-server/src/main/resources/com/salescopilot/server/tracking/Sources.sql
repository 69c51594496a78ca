-- name: forget
delete from tracking_salt where day < :before

-- name: offer
insert into tracking_salt (day, salt) values (:day, :salt) on conflict do nothing

-- name: salt
-- carried by tracking_salt's primary key
select salt from tracking_salt where day = :day
