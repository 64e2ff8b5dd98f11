// Adds to a page that is whole without it: Escape closes a card; the index sorts and filters.
"use strict";
document.addEventListener("keydown", (event) => {
  if (event.key === "Escape") document.body.classList.add("quiet");
});
let current = null;
for (const name of ["focusin", "pointerover"]) {
  document.addEventListener(name, (event) => {
    const term = event.target.closest("dfn");
    if (term !== current) {
      current = term;
      document.body.classList.remove("quiet");
    }
  });
}
const table = document.querySelector("table.index");
if (table) {
  const body = table.tBodies[0];
  const rows = [...body.rows];
  const plain = (text) => text.normalize("NFD").replace(/\p{M}/gu, "").replace(/đ/gi, "d").toLowerCase();
  const key = (row, column) => row.cells[column].dataset.key ?? row.cells[column].textContent.trim();
  const heads = [...table.tHead.rows[0].cells];
  heads.forEach((head, column) => {
    const button = document.createElement("button");
    button.type = "button";
    button.textContent = head.textContent;
    head.replaceChildren(button);
    button.addEventListener("click", () => {
      const down = head.getAttribute("aria-sort") === "ascending";
      for (const other of heads) other.removeAttribute("aria-sort");
      head.setAttribute("aria-sort", down ? "descending" : "ascending");
      const isNumber = head.dataset.sort === "number";
      const order = new Intl.Collator("vi");
      const keyed = rows.map((row) => [key(row, column), row]);
      keyed.sort(([a], [b]) => (isNumber ? a - b : order.compare(a, b)) * (down ? -1 : 1));
      body.append(...keyed.map(([, row]) => row));
    });
  });
  const texts = new Map();
  const form = document.createElement("div");
  form.className = "find";
  form.setAttribute("role", "search");
  const label = document.createElement("label");
  label.htmlFor = "find";
  label.textContent = "Find in this page";
  const field = document.createElement("input");
  field.id = "find";
  field.type = "search";
  const count = document.createElement("span");
  count.setAttribute("role", "status");
  form.append(label, field, count);
  table.before(form);
  field.addEventListener("input", () => {
    const words = plain(field.value).split(/\s+/).filter(Boolean);
    let shown = 0;
    for (const row of rows) {
      if (!texts.has(row)) texts.set(row, plain(row.textContent));
      row.hidden = !words.every((word) => texts.get(row).includes(word));
      if (!row.hidden) shown += 1;
    }
    count.textContent = words.length ? `${shown} of ${rows.length} articles` : "";
  });
}
