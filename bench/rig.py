#!/usr/bin/env python3
"""The material of a measurement, the same bytes for the same arguments. Standard library only.

  rig.py pages DIR                     the pages that nginx hands out
  rig.py conf DIR HOSTS [LOG]          nginx.conf for HOSTS loopback addresses, port RIG_PORT (28780); status on the next
  rig.py targets DIR COUNT HOSTS       COUNT targets over HOSTS hosts, as records.jsonl (ten links a record, each target
                                       once), md/*.md (the same bodies), curl.cfg and targets.txt
      --fragments                      every link has a fragment that its page holds
  rig.py corpus DIR COUNT              COUNT whole records with bodies of 2 to 8 KB as records.jsonl and md/*.md
"""
import hashlib, json, os, random, sys

PORT = int(os.environ.get("RIG_PORT", "28780"))
STATUS_PORT = PORT + 1
CLASSES = {"2k": (2048, 3), "8k": (8192, 10), "20k": (20480, 25), "60k": (61440, 60), "200k": (204800, 150)}
WEIGHTS = [15, 25, 35, 18, 7]
WORDS = ("the of and to in for on with as that this from by at is are was be has have it its their which more than "
         "archive library record data access public digital collection search model research report paper system "
         "network service project open source standard format page article history museum image audio video text "
         "language analysis method result review policy agency university state national city region market price "
         "climate water health science physics engine memory storage cache latency version update issue patch trust "
         "identity community member meeting speaker workshop chapter spring winter summer year week month today").split()


def address(host):
    return "127.%d.%d.%d" % (10 + host // 62500, (host // 250) % 250, 1 + host % 250)


def sentence(rng):
    words = rng.choices(WORDS, k=8 + int(rng.random() * 18))
    return " ".join(words).capitalize() + "."


def put(path, text):
    os.makedirs(os.path.dirname(path), exist_ok=True)
    with open(path, "w", encoding="utf-8") as f:
        f.write(text)


def page(name):
    size, ids = CLASSES[name]
    rng = random.Random("page/" + name)
    out = ['<!DOCTYPE html>\n<html lang="en">\n<head>\n<meta charset="utf-8">\n<title>Page %s</title>\n' % name]
    if size > 4096:
        out.append("<script>var cfg={" + ",".join('"k%d":"<%d>"' % (i, i) for i in range(size // 400)) + "};</script>\n")
    out.append('</head>\n<body>\n<nav><ul>' + "".join('<li><a href="/p/2k/n%d.html">Item %d</a></li>' % (i, i)
                                                      for i in range(20)) + "</ul></nav>\n<main>\n")
    each = max(200, (size - sum(map(len, out)) - 40) / ids)
    for number in range(1, ids + 1):
        out.append('<h2 id="s%d">Section %d</h2>\n' % (number, number))
        length = 0
        while length < each:
            out.append('<p class="t">%s &amp; <em>%s</em> <a href="/p/2k/x%d.html">%s</a></p>\n'
                       % (sentence(rng), rng.choice(WORDS), number, rng.choice(WORDS)))
            length += len(out[-1])
    return "".join(out) + "</main>\n</body>\n</html>\n"


def pages(folder):
    for name in CLASSES:
        put(os.path.join(folder, "pages", name + ".html"), page(name))


def conf(folder, hosts, log=""):
    folder = os.path.abspath(folder)
    listen = "\n".join("  listen %s:%d backlog=4096;" % (address(h), PORT) for h in range(int(hosts)))
    put(os.path.join(folder, "nginx.conf"), """daemon on; worker_processes 1; pid %(d)s/nginx.pid; error_log %(d)s/error.log crit;
%(user)s worker_rlimit_nofile 65536;
events { worker_connections 32768; multi_accept on; }
http {
 log_format hits '$server_addr $request_method $request_uri $status';
 access_log %(log)s; server_tokens off; tcp_nodelay on; keepalive_timeout 30s; keepalive_requests 1000000;
 types { text/html html; } default_type text/html; open_file_cache max=100; open_file_cache_valid 600s;
 client_body_temp_path %(d)s/t1; proxy_temp_path %(d)s/t2; fastcgi_temp_path %(d)s/t3; uwsgi_temp_path %(d)s/t4;
 scgi_temp_path %(d)s/t5;
 server {
%(listen)s
  root %(d)s; location ~ ^/p/(2k|8k|20k|60k|200k)/ { rewrite ^/p/(\\w+)/ /pages/$1.html break; }
 }
 server { listen %(a)s:%(s)d; access_log off; location / { stub_status; } }
}
""" % {"d": folder, "log": "%s/access.log hits" % folder if log else "off", "listen": listen, "a": address(0),
       "s": STATUS_PORT, "user": "user root;" if os.getuid() == 0 else ""})


def record(slug, title, body, address_, rng):
    return {"slug": slug, "title": title, "summary": sentence(rng) + " " + sentence(rng) + " " + sentence(rng), "body_md": body,
            "url": address_, "canonical_source": address_, "published_at": "2026-06-22 18:30:00+00:00",
            "updated_at": "2026-06-23 07:15:12.250000+00:00", "lang": "en", "topics": ["news"], "entities": [],
            "alternates": {name: address_ for name in ("html", "markdown", "text", "jsonld")}}


def body(rng, size, links):
    parts, length, waiting = [], 0, list(links)
    while length < size or waiting:
        text = sentence(rng) + " " + sentence(rng)
        if waiting:
            text += " See [%s](%s) too." % (" ".join(rng.choices(WORDS, k=2)), waiting.pop())
        if rng.random() < 0.1:
            text = "## " + " ".join(rng.choices(WORDS, k=4)).capitalize() + "\n\n" + text
        parts.append(text)
        length += len(text) + 2
    return "\n\n".join(parts) + "\n"


def targets(folder, count, hosts, fragments=False):
    count, hosts = int(count), int(hosts)
    rng = random.Random(count)
    names = rng.choices(list(CLASSES), WEIGHTS, k=count)
    urls = ["http://%s:%d/p/%s/h%d-%d.html" % (address(i % hosts), PORT, names[i], i % hosts, i // hosts) for i in range(count)]
    links = [u + "#s%d" % (1 + rng.randrange(CLASSES[n][1])) for u, n in zip(urls, names)] if fragments else urls
    order = list(range(count))
    rng.shuffle(order)
    lines = []
    for start in range(0, count, 10):
        here = order[start:start + 10]
        text = body(rng, 3000, [links[i] for i in here])
        lines.append(json.dumps(record("record-%d" % start, sentence(rng), text, urls[here[0]], rng)) + "\n")
        put(os.path.join(folder, "md", "%06d.md" % start), text)
    put(os.path.join(folder, "records.jsonl"), "".join(lines))
    put(os.path.join(folder, "targets.txt"), "".join(urls[i] + "\n" for i in order))
    put(os.path.join(folder, "curl.cfg"), "".join('url = "%s"\noutput = "/dev/null"\n' % urls[i] for i in order))


def corpus(folder, count):
    rng = random.Random("corpus")
    os.makedirs(os.path.join(folder, "md"), exist_ok=True)
    with open(os.path.join(folder, "records.jsonl"), "w", encoding="utf-8") as out:
        for number in range(int(count)):
            slug = "-".join(rng.choices(WORDS, k=6)) + "-%d" % number
            links = ["https://%s.stories.test/%s" % (rng.choice(WORDS), rng.choice(WORDS)) for _ in range(10)]
            text = body(rng, rng.randint(2000, 8000), links)
            article = record(slug, sentence(rng)[:90], text, "https://www.gazette.test/news/" + slug, rng)
            for name, ending in (("markdown", ".md"), ("text", ".txt"), ("jsonld", ".jsonld")):
                article["alternates"][name] += ending
            out.write(json.dumps(article, ensure_ascii=False) + "\n")
            if number < 2000:
                put(os.path.join(folder, "md", "%06d.md" % number), text)


def main(arguments):
    flags = {"fragments": True} if "--fragments" in arguments else {}
    words = [a for a in arguments if not a.startswith("--")]
    known = {"pages": pages, "conf": conf, "targets": targets, "corpus": corpus}
    if len(words) < 2 or words[0] not in known:
        sys.exit(__doc__)
    known[words[0]](*words[1:], **flags)


if __name__ == "__main__":
    main(sys.argv[1:])
