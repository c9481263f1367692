#!/usr/bin/env python3
"""Reads HTML pages with lxml for the facts that stet reads, and says how fast: pages.py ROUNDS FILE..."""
import sys, time
from lxml import html


def facts(data):
    tree = html.document_fromstring(data, parser=html.HTMLParser(encoding="utf-8"))
    found = [tree.get("lang"), tree.findtext(".//title")]
    for link in tree.iter("link"):
        rel = (link.get("rel") or "").lower().split()
        if "canonical" in rel or "alternate" in rel and link.get("hreflang"):
            found.append((link.get("hreflang"), link.get("href")))
    for meta in tree.iter("meta"):
        if (meta.get("name") or meta.get("property") or meta.get("http-equiv") or "").lower() in (
                "robots", "googlebot", "article:published_time", "article:modified_time", "refresh"):
            found.append(meta.get("content"))
    for script in tree.iter("script"):
        if script.get("type") == "application/ld+json":
            found.append(script.text)
    for hidden in list(tree.iter("script", "style", "noscript", "template")):
        hidden.drop_tree()
    # Cut into words; stet also hashes and samples them.
    return len(found) + len(tree.body.text_content().lower().split())


pages = [open(file, "rb").read() for file in sys.argv[2:]]
start = time.process_time()
count = sum(facts(page) for _ in range(int(sys.argv[1])) for page in pages)
seconds = time.process_time() - start
print("%d MB/s a core, %d facts and words" % (int(sys.argv[1]) * sum(map(len, pages)) / 1e6 / seconds, count))
