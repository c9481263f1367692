#!/usr/bin/env python3
"""The demo site: the articles of examples/records and examples/pages in all their alternates, and the pages of
examples/site/answers.json. Each article of examples/pages but one has the fault that examples/site/faults.json plants.

    serve.py PORT PLAIN_PORT CERTIFICATE KEY      HTTPS and plain HTTP on 127.0.0.1, for every host name of the demo,
                                                  until it is stopped

Standard library only. A request's host and path choose the answer; what is not known is a 404.
"""
import html, http.server, json, pathlib, re, ssl, sys, threading
from urllib.parse import urlsplit

EXAMPLES = pathlib.Path(__file__).resolve().parent
ANSWERS = json.loads((EXAMPLES / "site" / "answers.json").read_text("utf-8"))
FAULTS = json.loads((EXAMPLES / "site" / "faults.json").read_text("utf-8"))
LINK = re.compile(r"\[([^]]*)\]\(([^)]*)\)")
PAGE = '<!DOCTYPE html>\n<html lang="{lang}">\n<head><meta charset="utf-8"><title>{title}</title>{head}</head>\n<body>\n<h1>{title}</h1>\n{body}\n</body>\n</html>\n'


def json_ld(record):
    return json.dumps({"@context": "https://schema.org", "@type": "NewsArticle", "headline": record.get("title"),
                       "url": record.get("url"), "datePublished": record.get("published_at", "").replace(" ", "T"),
                       "dateModified": record.get("updated_at", "").replace(" ", "T"),
                       "inLanguage": record.get("lang")}, ensure_ascii=False)


def link(match):
    return f'<a href="{match[2]}">{match[1]}</a>'


def article(record):
    head = f'<link rel="canonical" href="{html.escape(record.get("canonical_source", record["url"]))}">'
    head += f'<script type="application/ld+json">{json_ld(record)}</script>'
    body = "\n".join(f"<p>{LINK.sub(link, html.escape(part))}</p>" for part in record["body_md"].split("\n\n"))
    return PAGE.format(lang=record["lang"], title=html.escape(record["title"]), head=head, body=body)


def forms(record):
    """The ending of its address, the media type, the text and further fields of every form of an article."""
    return {"html": ["", "text/html; charset=utf-8", article(record), {}],
            "markdown": [".md", "text/markdown; charset=utf-8", record["body_md"], {}],
            "text": [".txt", "text/plain; charset=utf-8", LINK.sub(r"\1", record["body_md"]), {}],
            "jsonld": [".jsonld", "application/ld+json", json_ld(record), {}]}


def spoilt(form, fault):
    """A form with what the fault changes about it."""
    ending, media_type, text, fields = form
    if ending != fault.get("form", ""):
        return form
    old, new = fault.get("replace", ["", ""])
    assert old in text, old
    return [ending, fault.get("type", media_type), text.replace(old, new), fault.get("headers", fields)]


def sitemap(records):
    """The sitemap: it lacks an article, is late with another, and has one that was withdrawn."""
    entries = [("https://gazette.test/pages/fault-of-listed-without-record", "")]
    for record in records:
        time = record.get("updated_at", "").replace(" ", "T")
        late = record["slug"] == "fault-of-sitemap-time"
        if record["slug"] != "fault-of-not-in-sitemap" and record.get("url", "").startswith("https://gazette.test/"):
            entries.append((record["url"], "2026-05-01" if late else time))
    lines = [f"<url><loc>{html.escape(url)}</loc><lastmod>{html.escape(time)}</lastmod></url>" for url, time in entries]
    return "\n".join(['<?xml version="1.0" encoding="UTF-8"?>', '<urlset xmlns="http://www.sitemaps.org/schemas/sitemap/0.9">',
                      *lines, "</urlset>", ""])


def articles():
    """address -> (media type, text, fields) for every alternate of every record that can be read, faults and all."""
    pages = {}
    records = []
    for file in sorted([*(EXAMPLES / "records").glob("*.json*"), *(EXAMPLES / "pages").glob("*.jsonl")]):
        texts = file.read_text("utf-8").splitlines() if file.suffix == ".jsonl" else [file.read_text("utf-8")]
        for text in texts:
            try:
                record = json.loads(text)
                fault = FAULTS.get(record["slug"].removeprefix("fault-of-"), {"form": "none"})
                for name, form in forms(record).items():
                    address = urlsplit(record["alternates"].get(name, ""))
                    pages[(address.hostname or "") + address.path] = spoilt(form, fault)[1:]
                records.append(record)
            except (KeyError, TypeError, ValueError, AttributeError):
                continue
    pages["gazette.test/sitemap.xml"] = ("application/xml", sitemap(records), {})
    return pages


ARTICLES = articles()


class Site(http.server.BaseHTTPRequestHandler):
    protocol_version = "HTTP/1.1"

    def answer(self, status, media_type, text, headers={}):
        body = text.encode("utf-8", "replace")
        self.send_response(status)
        self.send_header("Content-Type", media_type)
        self.send_header("Content-Length", str(len(body)))
        for name, value in headers.items():
            self.send_header(name, value)
        self.end_headers()
        if self.command != "HEAD":
            self.wfile.write(body)

    def do_GET(self):
        address = self.headers.get("Host", "").split(":")[0] + urlsplit(self.path).path
        if address in ARTICLES:
            return self.answer(200, *ARTICLES[address])
        known = ANSWERS.get(address, {"status": 404})
        status = known.get("status", 200)
        headers = dict(known.get("headers", {}))
        if "location" in known:
            headers["Location"] = known["location"]
        body = "".join(f'<h2 id="{name}">{name}</h2>\n' for name in known.get("ids", []))
        body += f'<p>{known.get("text", "")}</p>'
        page = PAGE.format(lang=known.get("lang", "en"), title=known.get("title", self.responses[status][0]), head="", body=body)
        self.answer(status, known.get("type", "text/html; charset=utf-8"), page, headers)

    do_HEAD = do_GET

    def log_message(self, *_):
        pass


class Server(http.server.ThreadingHTTPServer):
    daemon_threads = True
    request_queue_size = 128

    def handle_error(self, request, client_address):
        pass                    # a client that hangs up is no trouble of the site's


def main(port, plain_port, certificate, key):
    plain = Server(("127.0.0.1", int(plain_port)), Site)
    threading.Thread(target=plain.serve_forever, daemon=True).start()
    context = ssl.SSLContext(ssl.PROTOCOL_TLS_SERVER)
    context.load_cert_chain(certificate, key)
    server = Server(("127.0.0.1", int(port)), Site)
    server.socket = context.wrap_socket(server.socket, server_side=True, do_handshake_on_connect=False)
    print("ready", flush=True)
    server.serve_forever()


if __name__ == "__main__":
    main(*sys.argv[1:])
