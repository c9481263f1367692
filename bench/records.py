#!/usr/bin/env python3
"""Write article records that look like a real corpus, mostly clean: records.py OUT.jsonl COUNT

The same COUNT gives the same bytes. Bodies have 2 to 8 KB of Markdown: headings, links, lists, quotes, code, and
letters beyond ASCII. About 2 % of the records have one fault each, of many sorts, and a few are duplicates of an
earlier one. No address is ever asked for: hosts only look like real ones. The faults are counted on standard output.
"""
import json, random, sys

SYLLABLES = "ka lo mi ren sta vo tel ari bru den fos gal hin jor lum nep ost pra qui sel tor und vel wex yar zim".split()
SMALL = "the a of to in and for with from its by on this that more than after before under over about".split()
OPENERS = "The This Every Each No Any Our Their One Another".split()
ACCENTED = "São-Paulo Zürich café Málaga naïve Kraków Århus İzmir façade Łódź".split()
HOSTS = ["%s.%s" % (h, t) for h in "harbourlight meadowpost quillcourt northpier fernbank saltmarsh lanternway oakfield"
         .split() for t in "org com net eu".split()]
TOPICS = ["science", "harbours", "public health", "open data", "town planning", "music", "weather", "archives",
          "energy", "rail", "fishing", "languages"]
LANGUAGES = ["en", "en", "en", "en", "en-GB", "en-US"]
OWN = "https://www.quayside-herald.org"


def make_words(dice, count):
    words = set()
    while len(words) < count:
        words.add("".join(dice.choice(SYLLABLES) for _ in range(dice.randint(1, 4))))
    return sorted(words)


class Writer:
    def __init__(self, dice, words):
        self.dice, self.words = dice, words

    def word(self):
        dice = self.dice
        # Few words are frequent and many are rare, as in any language.
        return dice.choice(SMALL) if dice.random() < 0.35 else self.words[int(len(self.words) * dice.random() ** 2.2)]

    def phrase(self, low, high):
        return " ".join(self.word() for _ in range(self.dice.randint(low, high)))

    def sentence(self):
        dice = self.dice
        words = [dice.choice(OPENERS)] + [self.word() for _ in range(dice.randint(7, 18))]
        if dice.random() < 0.15:
            words[dice.randrange(2, len(words))] += ","
        if dice.random() < 0.08:
            words.insert(3, dice.choice(ACCENTED))
        if dice.random() < 0.06:
            words.insert(4, "“%s”" % self.word())
        if dice.random() < 0.10:
            words.insert(5, dice.choice(["**%s**", "*%s*", "`%s`"]) % self.word())
        return " ".join(words) + "."

    def address(self):
        dice = self.dice
        path = "/".join(self.phrase(1, 3).replace(" ", "-") for _ in range(dice.randint(1, 3)))
        end = dice.choice(["", "", "/", ".html", "?page=%d" % dice.randint(1, 40)])
        return "https://www.%s/%d/%s%s" % (dice.choice(HOSTS), dice.randint(1998, 2025), path, end)

    def link(self):
        return "[%s](%s)" % (self.phrase(2, 5), self.address())

    def paragraph(self):
        text = [self.sentence() for _ in range(self.dice.randint(2, 6))]
        if self.dice.random() < 0.55:
            text.insert(1, "See %s for more." % self.link())
        return " ".join(text)

    def block(self):
        roll = self.dice.random()
        if roll < 0.14:
            return "\n".join("- " + self.phrase(5, 14) for _ in range(self.dice.randint(3, 7)))
        if roll < 0.20:
            return "> " + self.sentence()
        if roll < 0.24:
            return "```\nlet %s = %d\nprint(%s)\n```" % ("count", self.dice.randint(1, 999), "count")
        if roll < 0.27:
            return "![%s](%s)" % (self.phrase(3, 6), self.address() + ".png")
        return self.paragraph()

    def body(self):
        goal = self.dice.randint(2000, 8000)
        parts, size, section = [self.paragraph()], 0, 0
        while size < goal:
            if len(parts) % 6 == 5:
                section += 1
                parts.append("## %s" % self.phrase(2, 6).capitalize())
            parts.append(self.block())
            size += len(parts[-1]) + 2
        parts.append(self.paragraph())
        return "\n\n".join(parts) + "\n"

    def record(self, number):
        dice = self.dice
        title = self.phrase(5, 10).capitalize()
        slug = "-".join(title.lower().split()[:6]) + "-%d" % number
        url = "%s/news/%s" % (OWN, slug)
        day = number % 9000
        published = "%04d-%02d-%02d %02d:%02d:%02d+00:00" % (
            2000 + day // 360, 1 + day // 30 % 12, 1 + day % 28, dice.randrange(1, 24), dice.randrange(60), dice.randrange(60))
        body = self.body()
        return {
            "slug": slug, "title": title, "summary": " ".join(body.split("\n")[0].split()[:24]).strip("[*`"),
            "body_md": body, "url": url, "canonical_source": url,
            "published_at": published, "updated_at": published[:11] + "23:59:%02d+00:00" % dice.randrange(60),
            "lang": dice.choice(LANGUAGES), "topics": sorted(dice.sample(TOPICS, dice.randint(1, 4))),
            "alternates": {"html": url, "markdown": url + ".md", "text": url + ".txt", "jsonld": url + ".jsonld"},
        }


def put(field, value):
    return lambda record: record.__setitem__(field, value(record) if callable(value) else value)


def in_body(piece):
    return put("body_md", lambda record: record["body_md"].replace(". ", ". %s " % piece, 1))


FAULTS = {
    "no title": lambda record: record.pop("title"),
    "empty summary": put("summary", " "),
    "unknown field": put("topcs", ["science"]),
    "topics is a text": put("topics", "science"),
    "outer white space": put("title", lambda record: " " + record["title"]),
    "not NFC": put("title", lambda record: record["title"] + " cafe\u0301"),
    "mojibake": put("title", lambda record: record["title"] + " itâ€™s"),
    "markup in title": put("title", lambda record: record["title"] + " &amp; more"),
    "no calendar date": put("published_at", "2023-02-29 10:00:00+00:00"),
    "no offset": put("updated_at", "2025-05-05 10:00:00"),
    "updated before published": put("updated_at", "1999-12-31 10:00:00+00:00"),
    "language by underscore": put("lang", "en_US"),
    "language unknown": put("lang", "en-UK"),
    "language case": put("lang", "EN"),
    "http": put("canonical_source", lambda record: record["url"].replace("https:", "http:")),
    "relative url": put("canonical_source", "/news/a"),
    "private host": put("canonical_source", "https://localhost/news/a"),
    "tracking": put("canonical_source", lambda record: record["url"] + "?utm_source=letter"),
    "slug with capitals": put("slug", lambda record: record["slug"].upper()),
    "alternate missing": lambda record: record["alternates"].pop("text"),
    "same alternates": lambda record: record["alternates"].__setitem__("text", record["alternates"]["markdown"]),
    "empty link": in_body("[more]()"),
    "reversed link": in_body("(more)[https://www.fernbank.org/]"),
    "undefined reference": in_body("[more][nowhere]"),
    "bare url": in_body("https://www.fernbank.org/a"),
    "here": in_body("[here](https://www.fernbank.org/a)"),
    "placeholder": in_body("TODO: write this."),
    "script": in_body("<script src=x></script>"),
    "heading order": put("body_md", lambda record: record["body_md"] + "\n#### Deep\n\nEnd.\n"),
    "open fence": put("body_md", lambda record: record["body_md"] + "\n```\nlet a = 1\n"),
    "image without words": in_body("![](https://www.fernbank.org/a.png)"),
    "two question marks": in_body("[map](https://www.fernbank.org/?a=0/?b=1)"),
    "scheme": in_body("[map](htp://www.fernbank.org/a)"),
    "duplicate topic": put("topics", lambda record: record["topics"] + record["topics"][:1]),
    "zero width space": put("title", lambda record: record["title"] + "\u200bx"),
}


def main():
    if len(sys.argv) != 3:
        sys.exit(__doc__)
    dice = random.Random(20)
    writer = Writer(dice, make_words(dice, 6000))
    kinds, counts, kept = sorted(FAULTS), {}, None
    with open(sys.argv[1], "w", encoding="utf-8") as out:
        for number in range(int(sys.argv[2])):
            record = writer.record(number)
            if number % 997 == 500 and kept:
                # The same article once more: another slug and address, some words more.
                record["body_md"] = kept["body_md"] + "\nOne line more.\n"
                counts["near-duplicate"] = counts.get("near-duplicate", 0) + 1
            elif number % 997 == 700 and kept:
                record["title"] = kept["title"]
                counts["same title"] = counts.get("same title", 0) + 1
            elif number % 50 == 25:
                kind = kinds[number // 50 % len(kinds)]
                FAULTS[kind](record)
                counts[kind] = counts.get(kind, 0) + 1
            elif number % 100 == 10:
                kept = record
            out.write(json.dumps(record, ensure_ascii=number % 20 == 3) + "\n")
    for kind in sorted(counts):
        print(counts[kind], kind)


main()
