/* SPDX-License-Identifier: EUPL-1.2 */
/* Tables of data that the reader sorts by a column and filters by a word; title rows and totals stay where they are. */
{
  const ROWS_TO_SORT = 3;
  const ROWS_TO_FILTER = 10;
  const collator = new Intl.Collator("it", { numeric: true, sensitivity: "base" });

  const isFixed = (row) => row.classList.contains("gruppo") || row.classList.contains("totale");
  const isPlain = (row) => [...row.cells].every((cell) => cell.colSpan === 1 && cell.rowSpan === 1);
  const nameOf = (table) => table.caption?.textContent.trim() || table.getAttribute("aria-label") || "tabella";

  const ITALIAN = /^[+-]?(\d{1,3}(\.\d{3})+|\d+)(,\d+)?(\s?[%€])?$/;

  /** What a cell says, without the marks of its notes. */
  function readText(cell) {
    if (!cell.querySelector("sup")) return cell.textContent.trim();
    const copy = cell.cloneNode(true);
    copy.querySelectorAll("sup").forEach((mark) => mark.remove());
    return copy.textContent.trim();
  }

  /** The value of a cell: a number or a date as the writer left it, a number in a text, else the text. */
  function read(row, column) {
    const cell = row.cells[column];
    if (cell.dataset.value !== undefined) {
      const number = Number(cell.dataset.value);
      return Number.isNaN(number) ? cell.dataset.value : number;
    }
    const text = readText(cell);
    return ITALIAN.test(text) ? parseFloat(text.replaceAll(".", "").replace(",", ".")) : text;
  }

  const isMissing = (value) => value === "" || value === "—";

  /** Numbers before texts; what is missing comes last, whichever the direction. */
  function compare(one, other, sign) {
    if (isMissing(one) || isMissing(other)) return isMissing(one) - isMissing(other);
    const numbers = (typeof one === "number") + (typeof other === "number");
    if (numbers === 2) return sign * (one - other);
    if (numbers === 1) return sign * (typeof one === "number" ? -1 : 1);
    return sign * collator.compare(one, other);
  }

  /** Puts the rows of each body in order, those between two fixed rows among themselves; 0 is as they were printed. */
  function arrange(bodies, column, sign) {
    for (const { body, rows } of bodies) {
      const arranged = [];
      let run = [];
      const close = () => {
        if (sign) {
          const keyed = run.map((row) => [read(row, column), row]);
          keyed.sort((one, other) => compare(one[0], other[0], sign));
          run = keyed.map((pair) => pair[1]);
        }
        arranged.push(...run);
        run = [];
      };
      for (const row of rows) {
        if (isFixed(row)) {
          close();
          arranged.push(row);
        } else run.push(row);
      }
      close();
      body.append(...arranged);
    }
  }

  const STEPS = { ascending: "descending", descending: "none", none: "ascending" };
  const SIGNS = { ascending: 1, descending: -1, none: 0 };
  const WORDS = { ascending: "in ordine crescente", descending: "in ordine decrescente", none: "nell’ordine del documento" };

  function makeSortable(table, bodies) {
    const heads = [...table.tHead.rows[0].cells];
    for (const head of heads) {
      if (head.tagName !== "TH" || head.querySelector("a")) continue;
      const button = document.createElement("button");
      button.type = "button";
      button.className = "ordina";
      button.append(...head.childNodes);
      head.append(button);
      const title = button.textContent.trim();
      button.addEventListener("click", () => {
        const step = STEPS[head.getAttribute("aria-sort") ?? "none"];
        heads.forEach((other) => other.removeAttribute("aria-sort"));
        if (step !== "none") head.setAttribute("aria-sort", step);
        arrange(bodies, head.cellIndex, SIGNS[step]);
        announce(`${nameOf(table)}: righe per ${title}, ${WORDS[step]}`);
      });
    }
  }

  const plain = (text) => text.normalize("NFD").replace(/\p{M}/gu, "").replace(/\s+/g, " ").toLowerCase();

  function makeFilterable(table, bodies, ordinary) {
    const bar = document.createElement("div");
    const label = document.createElement("label");
    const input = document.createElement("input");
    const status = document.createElement("span");
    bar.className = "filtro";
    input.type = "search";
    input.autocomplete = "off";
    input.setAttribute("aria-label", `Filtra le righe: ${nameOf(table)}`);
    status.setAttribute("role", "status");
    label.append("Filtra le righe", input);
    bar.append(label, status);
    (table.closest(".scorri") ?? table).before(bar);
    input.addEventListener("input", () => {
      const wanted = plain(input.value.trim());
      let shown = 0;
      for (const row of ordinary) {
        row.hidden = Boolean(wanted) && !plain(row.textContent).includes(wanted);
        shown += !row.hidden;
      }
      for (const { rows } of bodies) { /* a total of rows that are not there would mislead */
        const left = rows.some((row) => !isFixed(row) && !row.hidden);
        rows.filter(isFixed).forEach((row) => {
          row.hidden = Boolean(wanted) && (row.classList.contains("totale") || !left);
        });
      }
      status.textContent = wanted ? `${shown} righe su ${ordinary.length}` : "";
    });
  }

  for (const table of document.querySelectorAll(".tabella table.dati")) {
    const bodies = [...table.tBodies].map((body) => ({ body, rows: [...body.rows] }));
    const rows = bodies.flatMap((one) => one.rows);
    const ordinary = rows.filter((row) => !isFixed(row));
    if (rows.some((row) => row.closest("table") !== table) || !ordinary.every(isPlain)) continue;
    const heads = table.tHead?.rows ?? [];
    if (heads.length === 1 && isPlain(heads[0]) && ordinary.length >= ROWS_TO_SORT) makeSortable(table, bodies);
    if (ordinary.length >= ROWS_TO_FILTER) makeFilterable(table, bodies, ordinary);
  }
}
