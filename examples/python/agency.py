"""Asks citizens for documents and verifies what they show, through the agency's Daricheh server. Python 3.8+, no packages.

    python3 agency.py ask                        opens a request, prints its id and the link for the citizen
    python3 agency.py result ID RESPONSE_CODE    prints what was shown (the code comes to your returnTo)
    python3 agency.py verify presentation.json   verifies a presentation that you hold: {"vp_token": …, "nonce": …, "origin": …},
                                                 with transaction_data where you asked for it to be signed

DARICHEH_URL is where the server is reached, DARICHEH_HOST the public host of your site (when it is another),
DARICHEH_API_KEY your key.
"""
import json
import os
import sys
import urllib.error
import urllib.parse
import urllib.request

DOCUMENTS = [{"document": "identity", "data": ["given-name", "national-id"], "optional": ["family-name"]}]


class Refused(Exception):
    """The server said no: `code` for the program, `title_fa` and `title` for people."""

    def __init__(self, problem):
        super().__init__(problem["code"])
        self.problem = problem


def call(method, path, body=None):
    url = os.environ["DARICHEH_URL"]
    headers = {"Authorization": "Bearer " + os.environ["DARICHEH_API_KEY"], "Content-Type": "application/json"}
    headers["Host"] = os.environ.get("DARICHEH_HOST") or urllib.parse.urlsplit(url).netloc
    data = None if body is None else json.dumps(body).encode()
    request = urllib.request.Request(url + path, data=data, headers=headers, method=method)
    try:
        with urllib.request.urlopen(request, timeout=30) as answer:
            return json.load(answer)
    except urllib.error.HTTPError as error:
        raise Refused(json.load(error)) from error


def ask():
    opened = call("POST", "/daricheh/api/requests", {"channel": "link", "documents": DOCUMENTS, "returnTo": "/back"})
    print(opened["id"], opened["link"], sep="\n")


def result(request_id, response_code):
    query = urllib.parse.urlencode({"response_code": response_code})
    show(call("GET", f"/daricheh/api/requests/{urllib.parse.quote(request_id, safe='')}?{query}"))


def verify(file_name):
    with open(file_name, encoding="utf-8") as file:
        presentation = json.load(file)
    show(call("POST", "/daricheh/api/verify", {**presentation, "documents": DOCUMENTS}))


def show(outcome):
    print(outcome["state"])
    for document in outcome.get("documents", []):
        for datum, value in document["data"].items():
            print(f"{datum}: {value}")


if __name__ == "__main__":
    sys.stdout.reconfigure(encoding="utf-8")
    command, *arguments = sys.argv[1:] or ["help"]
    commands = {"ask": ask, "result": result, "verify": verify}
    if command not in commands:
        sys.exit(__doc__)
    try:
        commands[command](*arguments)
    except Refused as refused:
        sys.exit("{code}\n{title_fa}\n{title}".format(**refused.problem))
