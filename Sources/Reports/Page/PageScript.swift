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
      for (const record of data.records) {
        record.found = [];
        record.text = (record[0] + "\n" + record[1]).toLowerCase();
      }
      for (const finding of data.findings) {
        const record = data.records[finding[3]];
        record.found.push(finding);
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
        } else if (tab === "records") {
          const record = shown[index];
          top.append(badge(gravest(record)), " " + record[0] + "  ", make("span", "soft", record[1]));
          text.textContent = counted(record);
        } else {
          const link = shown[index];
          top.append(badge(link.verdict), " " + link.cause + "  ", make("span", "soft", times(link.occurrences)));
          text.textContent = link.url;
        }
        row.append(top, text);
        return row;
      };
      const stateOf = (finding) => (finding[11] ? "suppressed" : severities[finding[1]]);
      const states = [...severities, "suppressed"];
      const gravest = (record) => states.find((state) => record.found.some((f) => stateOf(f) === state));
      const counted = (record) => states
        .map((state) => [record.found.filter((f) => stateOf(f) === state).length, state])
        .filter(([count]) => count)
        .map(([count, state]) => count + " " + state + (count > 1 && state !== "suppressed" ? "s" : ""))
        .join(", ");
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
        const rule = $("rule").value, severity = $("severity").value;
        const isWanted = (f) => (!rule || data.rules[f[0]].id === rule)
          && (!severity || stateOf(f) === severity)
          && (!wantedHost || (f[12] !== null && data.links[f[12]] && data.links[f[12]].host === wantedHost));
        if (tab === "findings") {
          shown = data.findings.filter((f) => fits(f) && isWanted(f));
        } else if (tab === "records") {
          shown = data.records.filter((r) => fits(r) && r.found.some(isWanted));
        } else {
          const verdict = $("verdict").value;
          shown = data.links.filter((l) => fits(l) && (!verdict || l.verdict === verdict)
            && (!wantedHost || l.host === wantedHost));
        }
        const all = data[tab].length;
        $("count").textContent = shown.length === all ? all + " " + tab : shown.length + " of " + all + " " + tab;
        list.scrollTop = 0;
        select(shown.length ? 0 : -1);
      };

    \#(details)

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
        for (const label of document.querySelectorAll("[data-only]")) label.hidden = !label.dataset.only.split(" ").includes(name);
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
