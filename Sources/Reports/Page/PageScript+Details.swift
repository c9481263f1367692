extension PageScript {
  /// What is told of the finding, record or link that is chosen.
  static let details = #"""
      const pair = (terms, name, value) => {
        if (value === null || value === undefined || value === "") return;
        const content = make("dd");
        content.append(value);
        terms.append(make("dt", "", name), content);
      };
      const anchor = (url) => {
        if (!/^https?:\/\//i.test(url)) return make("span", "", url);
        const link = make("a", "", url);
        link.href = url;
        link.rel = "noopener noreferrer nofollow";
        return link;
      };
      const linkTerms = (terms, link) => {
        pair(terms, "link", anchor(link.url));
        const verdict = make("span");
        verdict.append(badge(link.verdict), " " + link.cause);
        pair(terms, "verdict", verdict);
        pair(terms, "reason", link.sentence);
        for (const hop of link.hops) pair(terms, "redirect", hop);
        for (const [name, value] of link.terms) pair(terms, name, value);
        if (link.copy) {
          const copy = make("span");
          copy.append(anchor(link.copy), " (" + link.day + ")");
          pair(terms, "archived", copy);
        }
        pair(terms, "repeat", link.curl ? make("code", "", link.curl) : "");
      };

      const show = () => {
        const item = shown[selected];
        if (!item) return detail.replaceChildren(make("p", "soft", "Nothing fits the filter."));
        const terms = make("dl"), parts = [];
        if (tab === "findings") {
          const rule = data.rules[item[0]], record = data.records[item[3]];
          const head = make("h2");
          head.append(badge(severities[item[1]]), " " + rule.id);
          parts.push(head, make("p", "", item[2]));
          if (item[7]) {
            const excerpt = make("pre"), letters = [...item[7]];
            excerpt.append(letters.slice(0, item[8]).join(""), make("mark", "", letters.slice(item[8], item[9]).join("")),
              letters.slice(item[9]).join(""));
            parts.push(excerpt);
          }
          pair(terms, "place", record[1] + ":" + item[4] + ":" + item[5]);
          pair(terms, "record", record[0]);
          pair(terms, "field", item[6]);
          pair(terms, "fix", item[10]);
          pair(terms, "suppressed", item[11]);
          if (item[12] !== null && data.links[item[12]]) linkTerms(terms, data.links[item[12]]);
          parts.push(terms);
          if (rule.why) parts.push(make("h3", "", "Why it matters"), make("p", "", rule.why));
          if (rule.mend) parts.push(make("h3", "", "What to do"), make("p", "", rule.mend));
        } else if (tab === "records") {
          parts.push(make("h2", "", item[0]), make("p", "soft", item[1]));
          const found = make("ul", "found");
          for (const finding of item.found.slice(0, 200)) {
            const line = make("li"), button = make("button", "", finding[2]);
            button.addEventListener("click", () => {
              open("findings");
              const index = shown.indexOf(finding);
              if (index < 0) return;
              select(index);
              list.focus();
            });
            line.append(badge(stateOf(finding)), " " + data.rules[finding[0]].id + " ", button);
            found.append(line);
          }
          if (item.found.length > 200) found.append(make("li", "soft", "and " + (item.found.length - 200) + " more"));
          parts.push(found);
        } else {
          linkTerms(terms, item);
          pair(terms, "stands", times(item.occurrences));
          parts.push(terms);
        }
        detail.replaceChildren(...parts);
        detail.scrollTop = 0;
      };

    """#
}
