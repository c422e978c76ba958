"""Takes the events that the agency's Daricheh server sends, on port 8080 or the one named. Python 3.9, no packages:

    python3 webhook.py

DARICHEH_WEBHOOK_SECRET holds the secret as it stands in the server's `secretFile` (two, with a space between, while one is changed).
"""

import base64
import hashlib
import hmac
import json
import os
import sys
import time
from http.server import BaseHTTPRequestHandler, HTTPServer

secrets = [base64.b64decode(secret.removeprefix("whsec_")) for secret in os.environ["DARICHEH_WEBHOOK_SECRET"].split()]
seen = set()  # Keep the ids where your cases are kept, in the transaction that does what the event asks for.


def is_ours(headers, body):
    """True when one of the secrets signed this id, this time and this very body, in the last five minutes."""
    event_id, sent_at = headers.get("webhook-id", ""), headers.get("webhook-timestamp", "")
    if not sent_at.isdigit() or abs(time.time() - int(sent_at)) > 300:
        return False
    signed = f"{event_id}.{sent_at}.".encode() + body
    ours = ["v1," + base64.b64encode(hmac.new(secret, signed, hashlib.sha256).digest()).decode() for secret in secrets]
    return any(hmac.compare_digest(one, given) for one in ours for given in headers.get("webhook-signature", "").split(" "))


class Webhook(BaseHTTPRequestHandler):
    def do_POST(self):
        body = self.rfile.read(int(self.headers.get("content-length", 0)))
        if not is_ours(self.headers, body):
            return self.answer(400)
        if self.headers["webhook-id"] not in seen:
            seen.add(self.headers["webhook-id"])
            event = json.loads(body)
            print(event["type"], event["data"]["caseNumber"], event["data"]["links"]["case"], flush=True)
        self.answer(204)  # To a repetition too: it was dealt with.

    def answer(self, status):
        self.send_response(status)
        self.end_headers()

    def log_message(self, *arguments):
        pass


if __name__ == "__main__":
    HTTPServer(("127.0.0.1", int(sys.argv[1]) if len(sys.argv) > 1 else 8080), Webhook).serve_forever()
