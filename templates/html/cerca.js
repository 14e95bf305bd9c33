/* SPDX-License-Identifier: EUPL-1.2 */
/* Search in the page: capitals and accents do not count, nor where bold begins; each result is a link to its place. */
{
  const LISTED = 50;
  const MARKED = 2000;
  const SHORTEST = 2;
  const AROUND = 45;
  const BLOCKS = "p, li, td, th, h2, h3, h4, h5, h6, caption, figcaption, summary";

  const form = document.querySelector(".cerca");
  const input = form.querySelector("input");
  const status = form.querySelector(".esito");
  const list = form.querySelector(".trovati");
  const main = document.querySelector("main");
  form.hidden = false;

  /** `text` in small plain letters, one for one: positions stay what they are. */
  function fold(text) {
    const letter = (char) => {
      const plain = char.normalize("NFD").replace(/\p{M}/gu, "").toLowerCase();
      return plain.length === char.length ? plain : char;
    };
    return text.replace(/\s/g, " ").replace(/[A-Z]+/g, (run) => run.toLowerCase())
      .replace(/[’‘]/g, "'").replace(/[^\x00-\x7f]/g, letter);
  }

  /** The texts that a reader sees, joined; blocks are kept apart, so that nothing is found across two of them. */
  function readText() {
    const skip = (node) => node.parentElement.closest("svg, [hidden], .solo-voce, .filtro");
    const walker = document.createTreeWalker(main, NodeFilter.SHOW_TEXT,
      (node) => (node.data.trim() && !skip(node) ? NodeFilter.FILTER_ACCEPT : NodeFilter.FILTER_REJECT));
    const pieces = [];
    const parts = [];
    let length = 0;
    let block = null;
    while (walker.nextNode()) {
      const node = walker.currentNode;
      const own = node.parentElement.closest(BLOCKS);
      if (own !== block) {
        parts.push("\n");
        length += 1;
        block = own;
      }
      if (node.previousSibling?.nodeName === "BR") { /* the end of a line is a space */
        pieces.push({ node: null, data: " ", start: length });
        parts.push(" ");
        length += 1;
      }
      pieces.push({ node, data: node.data, start: length });
      parts.push(fold(node.data));
      length += node.data.length;
    }
    return { pieces, text: parts.join("") };
  }

  /** Marks the characters from `start` to `end`; gives the marks. */
  function markRange(pieces, start, end) {
    let low = 0;
    let high = pieces.length - 1;
    while (low < high) {
      const middle = (low + high + 1) >> 1;
      if (pieces[middle].start <= start) low = middle;
      else high = middle - 1;
    }
    const marks = [];
    for (let index = low; index < pieces.length && pieces[index].start < end; index += 1) {
      const { node, start: first } = pieces[index];
      if (!node) continue;
      const from = Math.max(start - first, 0);
      const to = Math.min(end - first, node.data.length);
      if (from >= to) continue;
      const range = document.createRange();
      range.setStart(node, from);
      range.setEnd(node, to);
      const mark = document.createElement("mark");
      range.surroundContents(mark);
      marks.push(mark);
    }
    return marks;
  }

  function clear() {
    const parents = new Set();
    for (const mark of main.querySelectorAll("mark")) {
      parents.add(mark.parentNode);
      mark.replaceWith(...mark.childNodes);
    }
    parents.forEach((parent) => parent.normalize());
    list.replaceChildren();
    list.hidden = true;
    status.textContent = "";
  }

  /** The heading above `element`. */
  function chapterOf(element) {
    const headings = main.querySelectorAll("h2, h3, h4, h5, h6");
    let low = -1;
    let high = headings.length - 1;
    while (low < high) {
      const middle = (low + high + 1) >> 1;
      const before = headings[middle].compareDocumentPosition(element)
        & (Node.DOCUMENT_POSITION_FOLLOWING | Node.DOCUMENT_POSITION_CONTAINED_BY);
      if (before) low = middle;
      else high = middle - 1;
    }
    return headings[low]?.textContent ?? "";
  }

  function visit(mark) {
    for (let up = mark.closest("details"); up; up = up.parentElement.closest("details")) up.open = true;
    main.querySelector("mark.ora")?.classList.remove("ora");
    mark.classList.add("ora");
    mark.tabIndex = -1;
    mark.scrollIntoView({ block: "center" });
    mark.focus({ preventScroll: true });
  }

  /** An entry of the list: the words around, and the chapter. */
  function makeEntry(mark, before, found, after) {
    const link = document.createElement("a");
    const strong = document.createElement("strong");
    const where = document.createElement("span");
    strong.textContent = found;
    where.className = "dove";
    where.textContent = chapterOf(mark);
    link.href = "#";
    link.append(before, strong, after, where);
    link.addEventListener("click", (event) => {
      event.preventDefault();
      visit(mark);
    });
    const item = document.createElement("li");
    item.append(link);
    return item;
  }

  /** What stands before and after, in the same block, as it is printed. */
  function readAround(pieces, text, start, end) {
    const printed = (from, to) => pieces.filter((piece) => piece.start < to && piece.start + piece.data.length > from)
      .map((piece) => piece.data.slice(Math.max(from - piece.start, 0), to - piece.start)).join("");
    const from = Math.max(text.lastIndexOf("\n", start) + 1, start - AROUND);
    const stop = text.indexOf("\n", end);
    const to = Math.min(stop < 0 ? text.length : stop, end + AROUND);
    const dots = (cut) => (cut ? "…" : "");
    return [dots(text[from - 1] !== "\n") + printed(from, start), printed(start, end),
      printed(end, to) + dots(to < text.length && text[to] !== "\n")];
  }

  function search() {
    clear();
    const wanted = fold(input.value.trim()).replace(/ +/g, " ");
    if (wanted.length < SHORTEST) {
      status.textContent = wanted ? `Scrivi almeno ${SHORTEST} lettere.` : "";
      return;
    }
    const { pieces, text } = readText();
    const places = [];
    for (let at = text.indexOf(wanted); at >= 0; at = text.indexOf(wanted, at + wanted.length)) places.push(at);
    const around = places.slice(0, LISTED).map((at) => readAround(pieces, text, at, at + wanted.length));
    const marks = new Array(Math.min(places.length, MARKED));
    for (let number = marks.length - 1; number >= 0; number -= 1) { /* from the last: the others stay in place */
      [marks[number]] = markRange(pieces, places[number], places[number] + wanted.length);
    }
    list.append(...around.map((words, number) => makeEntry(marks[number], ...words)));
    list.hidden = !places.length;
    const count = places.length === 1 ? "1 risultato" : `${places.length.toLocaleString("it")} risultati`;
    const cut = places.length > LISTED ? `; qui i primi ${LISTED}` : "";
    status.textContent = places.length ? `${count}${cut}` : "Nessun risultato";
  }

  let timer = 0;
  let searched = "";
  const searchNow = () => {
    clearTimeout(timer);
    searched = input.value;
    search();
  };
  input.addEventListener("input", () => {
    clearTimeout(timer);
    timer = setTimeout(searchNow, 300);
  });
  form.addEventListener("submit", (event) => {
    event.preventDefault();
    if (input.value !== searched) searchNow();
    list.querySelector("a")?.focus();
  });
  form.addEventListener("keydown", (event) => {
    if (event.key !== "Escape") return;
    input.value = "";
    searchNow();
    input.focus();
  });
}
