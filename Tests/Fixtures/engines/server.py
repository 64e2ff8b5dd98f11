#!/usr/bin/env python3
"""A server on the loopback for tests of engines; it prints its port on the first line, then serves until its input ends.

The first part of a path says how it behaves: good, slow, flaky (500 once, then good), wrong (no JSON), huge, refuse
(403), redirect, echo (answers with what it was sent and its headers).
"""
import http.server, json, sys, threading, time

ENGLISH = "The two sides agreed."
calls = {}


class Handler(http.server.BaseHTTPRequestHandler):
    protocol_version = "HTTP/1.1"

    def do_POST(self):
        body = self.rfile.read(int(self.headers.get("Content-Length", 0))).decode("utf-8")
        manner = self.path.split("/")[1]
        count = calls[manner] = calls.get(manner, 0) + 1
        text = ENGLISH
        if manner == "slow":
            time.sleep(20)
        if manner == "echo":
            text = json.dumps({"sent": json.loads(body), "authorization": self.headers.get("Authorization", "")})
        if manner == "huge":
            text = "word " * 2_000_000
        if manner == "flaky" and count == 1:
            return self.answer(500, b"{}")
        if manner == "refuse":
            return self.answer(403, b'{"error":"no"}')
        if manner == "wrong":
            return self.answer(200, b"<html>not JSON</html>")
        if manner == "redirect":
            return self.answer(302, b"", [("Location", "/good" + self.path[len("/redirect"):])])
        if self.path.endswith("/chat/completions"):
            value = {"choices": [{"message": {"role": "assistant", "content": text}}]}
        else:
            value = {"translatedText": text}
        self.answer(200, json.dumps(value).encode("utf-8"))

    def answer(self, status, body, headers=()):
        try:
            self.send_response(status)
            for name, value in headers:
                self.send_header(name, value)
            self.send_header("Content-Length", str(len(body)))
            self.end_headers()
            self.wfile.write(body)
        except OSError:
            pass

    def log_message(self, *arguments):
        pass


server = http.server.ThreadingHTTPServer(("127.0.0.1", 0), Handler)
server.daemon_threads = True
threading.Thread(target=server.serve_forever, daemon=True).start()
print(server.server_address[1], flush=True)
sys.stdin.read()
