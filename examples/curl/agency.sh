#!/usr/bin/env bash
# Asks citizens for documents and verifies what they show, through the agency's Daricheh server. Needs bash and curl.
#
#   ./agency.sh ask                        opens a request; the answer holds its id and the link for the citizen
#   ./agency.sh result ID RESPONSE_CODE    what was shown (the code comes to your returnTo)
#   ./agency.sh verify held.json           verifies a presentation that you hold, with what you asked: see /daricheh/docs
#
# DARICHEH_URL is where the server is reached, DARICHEH_HOST the public host of your site (when it is another),
# DARICHEH_API_KEY your key.
set -euo pipefail

call() {
  local method=$1 path=$2
  shift 2
  # The key goes in by a file of curl's own, so that it stands in no list of processes.
  curl --silent --show-error --fail-with-body --request "$method" "$DARICHEH_URL$path" \
    --config <(printf 'header = "Authorization: Bearer %s"\n' "$DARICHEH_API_KEY") \
    ${DARICHEH_HOST:+--header "Host: $DARICHEH_HOST"} "$@"
  echo
}

case ${1:-} in
ask)
  call POST /daricheh/api/requests --json '{
    "channel": "link",
    "documents": [{ "document": "identity", "data": ["given-name", "national-id"], "optional": ["family-name"] }],
    "returnTo": "/back"
  }'
  ;;
result) call GET "/daricheh/api/requests/$2?response_code=$3" ;;
verify) call POST /daricheh/api/verify --json "@$2" ;;
*)
  sed -n '2,9s/^# \{0,1\}//p' "$0" >&2
  exit 2
  ;;
esac
