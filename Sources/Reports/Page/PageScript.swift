/// The script of the HTML report: filters, a list of which only the rows in view exist, details.
/// It writes texts as texts only. Its hash is in `Page`.
enum PageScript {
  static let text = #"""
    "use strict";
    (() => {
      const data = JSON.parse(document.getElementById("data").textContent);
      const $ = (id) => document.getElementById(id);
      const make = (name, cls, text) => {
        const element = document.createElement(name);
        if (cls) element.className = cls;
        if (text !== undefined) element.textContent = text;
        return element;
      };
      const severities = ["error", "warning", "note"];
      const host = (url) => {
        const match = /^[a-z][a-z0-9+.-]*:\/\/(?:[^\/?#]*@)?([^\/?#]*)/i.exec(url);
        return match ? match[1].toLowerCase() : "";
      };
      for (const link of data.links) link.host = host(link.url);
      for (const finding of data.findings) {
        const record = data.records[finding[3]];
        finding.text = [data.rules[finding[0]].id, finding[2], record[0], record[1], finding[6], finding[7]]
          .join("\n").toLowerCase();
      }
      for (const link of data.links) link.text = [link.url, link.cause, link.sentence].join("\n").toLowerCase();

      const height = 56;
      let tab = "findings", shown = [], selected = -1;
      const list = $("list"), space = $("space"), detail = $("detail");

      const fill = (select, values) => {
        for (const value of values) {
          const option = make("option", "", value);
          option.value = value;
          select.append(option);
        }
      };
      fill($("rule"), [...new Set(data.findings.map((f) => data.rules[f[0]].id))].sort());
      fill($("host"), [...new Set(data.links.map((l) => l.host).filter(Boolean))].sort());

      const badge = (name) => make("b", name, name);

      const rowOf = (index) => {
        const row = make("div", "row");
        row.id = "row" + index;
        row.setAttribute("role", "option");
        row.setAttribute("aria-selected", index === selected);
        row.setAttribute("aria-setsize", shown.length);
        row.setAttribute("aria-posinset", index + 1);
        row.style.top = index * height + "px";
        const top = make("div", "top"), text = make("div");
        if (tab === "findings") {
          const finding = shown[index], record = data.records[finding[3]];
          top.append(badge(severities[finding[1]]), " " + data.rules[finding[0]].id + "  ",
            make("span", "soft", (finding[11] ? "suppressed · " : "") + record[1] + ":" + finding[4] + ":" + finding[5]));
          text.textContent = finding[2];
        } else {
          const link = shown[index];
          top.append(badge(link.verdict), " " + link.cause + "  ", make("span", "soft", times(link.occurrences)));
          text.textContent = link.url;
        }
        row.append(top, text);
        return row;
      };
      const times = (count) => count + (count === 1 ? " occurrence" : " occurrences");

      const draw = () => {
        space.style.height = shown.length * height + "px";
        const first = Math.max(0, Math.floor(list.scrollTop / height) - 5);
        const last = Math.min(shown.length, Math.ceil((list.scrollTop + list.clientHeight) / height) + 5);
        const rows = [];
        for (let index = first; index < last; index++) rows.push(rowOf(index));
        space.replaceChildren(...rows);
        if (selected >= first && selected < last) list.setAttribute("aria-activedescendant", "row" + selected);
        else list.removeAttribute("aria-activedescendant");
      };

      const apply = () => {
        const words = $("search").value.toLowerCase().split(/\s+/).filter(Boolean);
        const fits = (item) => words.every((word) => item.text.includes(word));
        const wantedHost = $("host").value;
        if (tab === "findings") {
          const rule = $("rule").value, severity = $("severity").value;
          shown = data.findings.filter((f) => fits(f)
            && (!rule || data.rules[f[0]].id === rule)
            && (!severity || (severity === "suppressed" ? f[11] : !f[11] && severities[f[1]] === severity))
            && (!wantedHost || (f[12] !== null && data.links[f[12]] && data.links[f[12]].host === wantedHost)));
        } else {
          const verdict = $("verdict").value;
          shown = data.links.filter((l) => fits(l) && (!verdict || l.verdict === verdict)
            && (!wantedHost || l.host === wantedHost));
        }
        const all = tab === "findings" ? data.findings.length : data.links.length;
        $("count").textContent = shown.length === all ? all + " " + tab : shown.length + " of " + all + " " + tab;
        list.scrollTop = 0;
        select(shown.length ? 0 : -1);
      };

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
        pair(terms, "answer", link.sentence);
        for (const hop of link.hops) pair(terms, "redirect", hop);
        pair(terms, "failing", link.failing);
        pair(terms, "asked", link.asked);
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
        } else {
          linkTerms(terms, item);
          pair(terms, "stands", times(item.occurrences));
          parts.push(terms);
        }
        detail.replaceChildren(...parts);
        detail.scrollTop = 0;
      };

      const select = (index) => {
        selected = index;
        if (index >= 0) {
          const top = index * height;
          if (top < list.scrollTop) list.scrollTop = top;
          if (top + height > list.scrollTop + list.clientHeight) list.scrollTop = top + height - list.clientHeight;
        }
        draw();
        show();
      };

      const open = (name) => {
        tab = name;
        for (const button of document.querySelectorAll(".tabs button"))
          button.setAttribute("aria-selected", button.dataset.tab === name);
        for (const label of document.querySelectorAll("[data-only]")) label.hidden = label.dataset.only !== name;
        list.setAttribute("aria-label", name);
        apply();
      };

      let waiting = 0;
      $("search").addEventListener("input", () => { clearTimeout(waiting); waiting = setTimeout(apply, 80); });
      for (const name of ["rule", "severity", "verdict", "host"]) $(name).addEventListener("change", apply);
      for (const button of document.querySelectorAll(".tabs button"))
        button.addEventListener("click", () => open(button.dataset.tab));
      list.addEventListener("scroll", () => requestAnimationFrame(draw));
      list.addEventListener("click", (event) => {
        const row = event.target.closest(".row");
        if (row) select(Number(row.id.slice(3)));
      });
      const page = () => Math.max(1, Math.floor(list.clientHeight / height) - 1);
      list.addEventListener("keydown", (event) => {
        const steps = { ArrowDown: 1, j: 1, ArrowUp: -1, k: -1, PageDown: page(), PageUp: -page(), Home: -1e9, End: 1e9 };
        const step = steps[event.key];
        if (step === undefined || !shown.length || event.ctrlKey || event.metaKey || event.altKey) return;
        event.preventDefault();
        select(Math.min(shown.length - 1, Math.max(0, selected + step)));
      });
      document.addEventListener("keydown", (event) => {
        if (event.key === "/" && !/^(INPUT|SELECT)$/.test(event.target.tagName)) {
          event.preventDefault();
          $("search").focus();
        } else if (event.key === "Escape" && event.target === $("search")) {
          $("search").value = "";
          apply();
          list.focus();
        }
      });
      addEventListener("resize", draw);
      document.documentElement.classList.add("scripted");
      // An address with words behind # searches for them: it can be sent to others.
      try {
        $("search").value = decodeURIComponent(location.hash.slice(1));
      } catch {}
      open(data.findings.length || !data.links.length ? "findings" : "links");
    })();
    """#
}
