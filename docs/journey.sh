#!/usr/bin/env bash
# The main job with nothing but the two jars: prospects from a CSV file, mails written offline, a
# killed client, each mail exactly once, its open and its reply on both desks and the dashboard.
# Needs bash 4.1, curl (with IMAP) and a JDK 25. Build first: mvn -q package -DskipTests
set -euo pipefail

here=$(cd "$(dirname "$0")/.." && pwd)
server_jar=$here/sync-server/target/sync-server.jar
client_jar=$here/desktop-app/target/desktop-app.jar
work=$(mktemp -d)
email=ann@journey.example
password='correct horse battery'
person='Mozilla/5.0 (X11; Linux x86_64; rv:140.0) Gecko/20100101 Thunderbird/140.2'

say() { printf '%s\n' "$*"; }
fail() {
  say "FAILED: $*" >&2
  exit 1
}
expect() { [[ "$2" == "$3" ]] || fail "$1: expected $3, got $2"; }

find_jdk() {
  local home
  for home in "${JAVA_HOME:-}" "$(dirname "$(dirname "$(command -v java || echo /none/bin/java)")")" \
    /usr/lib/jvm/* /opt/* /usr/local/* "$HOME"/.sdkman/candidates/java/* "$HOME"/.jdks/* \
    "$HOME"/.local/share/mise/installs/java/* "$HOME"/.asdf/installs/java/* \
    /Library/Java/JavaVirtualMachines/*/Contents/Home; do
    if [[ -x "$home/bin/java" ]] && "$home/bin/java" -version 2>&1 | grep -q 'version "25'; then
      printf '%s' "$home/bin/java"
      return
    fi
  done
  fail "no JDK 25 found; set JAVA_HOME"
}

# ---- the programs -------------------------------------------------------------------------------

server=0
stop_all() {
  local pid
  for pid in ${desk_PID:-} ${laptop_PID:-} $server; do
    if [[ $pid != 0 ]]; then kill "$pid" 2>/dev/null || true; fi
  done
  wait 2>/dev/null || true
  rm -rf "$work"
}
trap stop_all EXIT

start_server() {
  SC_PORT=0 SC_TRACKING_PORT=0 SC_ADMIN_PORT=0 \
    "$java" -jar "$server_jar" demo >"$work/server.out" 2>"$work/server.err" &
  server=$!
  until grep -q '^READY ' "$work/server.out"; do
    kill -0 "$server" 2>/dev/null || fail "the server ended: $(cat "$work/server.err")"
    sleep 0.2
  done
}

# what stands behind name= in the server's line that begins with a word
said() { sed -n "s/^$1 .*\b$2=\([^ ]*\).*/\1/p" "$work/server.out"; }

# start_client NAME: a client with a profile of that name; NAME_IN and NAME_OUT are its lines
start_client() {
  mkfifo "$work/$1.in" "$work/$1.out"
  SC_PROFILE_DIR=$work/$1 "$java" -jar "$client_jar" --headless \
    <"$work/$1.in" >"$work/$1.out" 2>>"$work/$1.err" &
  eval "$1_PID=$!"
  eval "exec {$1_IN}>'$work/$1.in' {$1_OUT}<'$work/$1.out'"
  rm "$work/$1.in" "$work/$1.out"
}

# kill_client NAME: as a power cut would
kill_client() {
  local pid=$1_PID in=$1_IN out=$1_OUT
  kill -9 "${!pid}"
  wait "${!pid}" 2>/dev/null || true
  eval "exec {$in}>&- {$out}<&-"
}

# ask NAME JSON: gives a command, prints its answer
ask() {
  local in=$1_IN out=$1_OUT answer
  printf '%s\n' "$2" >&"${!in}"
  IFS= read -r -t 60 answer <&"${!out}" || fail "$1 does not answer $2: $(cat "$work/$1.err")"
  [[ $answer != '{"error"'* ]] || fail "$1 refused $2: $answer"
  printf '%s' "$answer"
}

# the text or number of a member of a JSON text, the first of that name
member() { grep -o "\"$1\":\(\"[^\"]*\"\|[0-9.]*\)" | head -1 | sed 's/^[^:]*://; s/^"//; s/"$//'; }

# in_time SECONDS WHAT COMMAND…: repeats the command until it succeeds
in_time() {
  local limit=$((SECONDS + $1)) what=$2
  shift 2
  until "$@"; do
    ((SECONDS < limit)) || fail "not in time: $what"
    sleep 0.2
  done
}

# ---- the mails ----------------------------------------------------------------------------------

mailbox() { curl -sS --user "$mail_user" "$mail_imap/$1" ${2:+-X "$2"}; }
mails() { mailbox INBOX 'SEARCH ALL' | tr -d '\r' | sed -n 's/^\* SEARCH//p' | wc -w; }

# a mail with its quoted-printable undone, enough for ASCII
mail() { mailbox "INBOX;MAILINDEX=$1" | tr -d '\r' | sed -e ':a' -e '/=$/{N;s/=\n//;ba' -e '}' -e 's/=3D/=/g'; }

# ---- the job ------------------------------------------------------------------------------------

java=$(find_jdk)
[[ -f $server_jar && -f $client_jar ]] || fail "the jars are missing; run: mvn -q package -DskipTests"
say "1. server with a mailbox for testing"
start_server
api=$(said READY api)
mail_imap=$(said MAILBOX imap)
mail_user=$(said MAILBOX user):$(said MAILBOX password)
account="\"server\":\"$api\",\"email\":\"$email\",\"password\":\"$password\""

say "2. sign up, 200 prospects from docs/prospects.csv"
start_client desk
ask desk "{\"cmd\":\"signup\",$account,\"firstName\":\"Ann\",\"lastName\":\"Lee\"}" >/dev/null
ids=()
firsts=()
while IFS=, read -r to first last company title; do
  answer=$(ask desk "{\"cmd\":\"create\",\"entity\":\"prospect\",\"fields\":{\"email\":\"$to\",\"firstName\":\"$first\",\"lastName\":\"$last\",\"company\":\"$company\",\"jobTitle\":\"$title\"}}")
  ids+=("$(member id <<<"$answer")")
  firsts+=("$first")
done < <(tail -n +2 "$here/docs/prospects.csv")
expect "prospects" "${#ids[@]}" 200

say "3. a campaign with three of them"
campaign=$(ask desk '{"cmd":"create","entity":"campaign","fields":{"name":"Spring"}}' | member id)
chosen=(0 77 150)
ask desk "{\"cmd\":\"command\",\"op\":\"campaign.enrol\",\"id\":\"$campaign\",\"args\":{\"prospectIds\":[\"${ids[0]}\",\"${ids[77]}\",\"${ids[150]}\"]}}" >/dev/null
ask desk "{\"cmd\":\"command\",\"op\":\"campaign.start\",\"id\":\"$campaign\",\"args\":{}}" >/dev/null
ask desk '{"cmd":"sync"}' >/dev/null

say "4. offline: three drafts with merge fields, sent"
ask desk '{"cmd":"go-offline"}' >/dev/null
sent=()
for i in "${chosen[@]}"; do
  draft=$(ask desk "{\"cmd\":\"create\",\"entity\":\"email_draft\",\"fields\":{\"prospectId\":\"${ids[i]}\",\"campaignId\":\"$campaign\",\"subject\":\"For {{firstName}}\",\"bodyHtml\":\"<p>Dear {{firstName}} of {{company}}, yours {{sender.firstName}}</p>\"}}" | member id)
  sent+=("$(ask desk "{\"cmd\":\"send\",\"draftId\":\"$draft\"}" | member emailId)")
done

say "5. kill -9, start again: nothing is lost"
kill_client desk
expect "mails that left while offline" "$(mails)" 0
start_client desk
for id in "${sent[@]}"; do
  expect "status of a mail" "$(ask desk "{\"cmd\":\"get\",\"entity\":\"email\",\"id\":\"$id\"}" | member status)" PENDING_SEND
done
expect "prospects after the restart" "$(ask desk '{"cmd":"list","entity":"prospect","limit":1}' | member total)" 200

say "6. online: each mail arrives once"
ask desk "{\"cmd\":\"login\",$account}" >/dev/null
start_client laptop
ask laptop "{\"cmd\":\"login\",$account}" >/dev/null
ask desk '{"cmd":"sync"}' >/dev/null
is_sent() { [[ $(ask desk "{\"cmd\":\"get\",\"entity\":\"email\",\"id\":\"$1\"}" | member status) == SENT ]]; }
for id in "${sent[@]}"; do in_time 30 "mail $id is SENT" is_sent "$id"; done
expect "mails that arrived" "$(mails)" 3
for n in 1 2 3; do mail "$n" >"$work/mail.$n"; done
pixel=
for i in "${chosen[@]}"; do
  to=$(tail -n +2 "$here/docs/prospects.csv" | sed -n "$((i + 1))s/,.*//p")
  found=$(grep -l -i "^To:.*$to" "$work"/mail.? || true)
  expect "mails to $to" "$(wc -w <<<"$found" | tr -d ' ')" 1
  grep -q 'yours Ann' "$found" || fail "the mail to $to lacks its sender's name"
  if [[ ${firsts[i]} =~ ^[A-Za-z]+$ ]]; then
    grep -q "Dear ${firsts[i]} of" "$found" || fail "the mail to $to lacks its reader's name"
  fi
  : "${pixel:=$(grep -o 'http[^"]*/o/[^"]*\.gif' "$found" | head -1)}"
done

say "7. the pixel is fetched, a reply comes"
[[ -n $pixel ]] || fail "no pixel in the mail"
expect "pixel" "$(curl -sS -o /dev/null -w '%{http_code}' -A "$person" "$pixel")" 200
proof=$(basename "$pixel" .gif)
expect "reply" "$(curl -sS -o /dev/null -w '%{http_code}' -H 'Content-Type: application/json' \
  -d "{\"email_id\":\"${sent[0]}\",\"reply_subject\":\"Re: For you\",\"reply_body\":\"Tell me more.\",\"token\":\"$proof\"}" \
  "$(said READY tracking)/webhooks/email/reply")" 202

say "8. dashboard, timeline and enrolment show it on both desks"
token=$(curl -sS -H 'Content-Type: application/json' -d "{\"email\":\"$email\",\"password\":\"$password\"}" "$api/api/auth/login" | member token)
dashboard() { curl -sS -H "Authorization: Bearer $token" "$api/api/dashboard/$1"; }
on_dashboard() {
  local stats
  stats=$(dashboard stats)
  grep -q '"openRate":{"num":1,"den":3,' <<<"$stats" && grep -q '"replyRate":{"num":1,"den":3,' <<<"$stats"
}
on_timeline() { dashboard timeline | grep -q 'EMAIL_REPLIED'; }
on_desk() {
  [[ $(ask "$1" "{\"cmd\":\"get\",\"entity\":\"email\",\"id\":\"${sent[0]}\"}" | member replies) == 1 ]] &&
    ask "$1" '{"cmd":"list","entity":"campaign_prospect"}' | grep -q '"REPLIED"'
}
in_time 5 "the dashboard" on_dashboard
in_time 5 "the timeline" on_timeline
in_time 5 "the desk" on_desk desk
in_time 5 "the laptop" on_desk laptop
ask laptop '{"cmd":"sync"}' >/dev/null
[[ $(ask laptop '{"cmd":"dump"}') == "$(ask desk '{"cmd":"dump"}')" ]] || fail "the two desks differ"
expect "mails in the end" "$(mails)" 3
say "PASSED"
