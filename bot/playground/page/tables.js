// Slack's two tables: `table`, as it comes, and `data_table` with a caption and pages.

import { fill, h } from "./dom.js";
import { renderElement } from "./elements.js";
import { richText } from "./richtext.js";
import { textNodes } from "./text.js";

const ROWS_A_PAGE = 5;

function cellNodes(cell, world) {
  if (cell.type === "rich_text") return richText(cell, world);
  if (cell.type === "raw_number") return [cell.text ?? new Intl.NumberFormat("en-GB").format(cell.value)];
  return textNodes(cell.text, world);
}

/** The `table` block. Its first row is the heading. */
export function plainTable(block, world) {
  const settings = block.column_settings ?? [];
  const cell = (tag) => (one, column) => {
    const { align = "left", is_wrapped: wrapped = false } = settings[column] ?? {};
    return h(
      tag,
      { class: `align-${align}${wrapped ? "" : " no-wrap"}`, scope: tag === "th" ? "col" : null },
      cellNodes(one, world),
    );
  };
  const [head, ...rows] = block.rows;
  return h(
    "div",
    { class: "table-wrap", tabindex: "0", role: "group", "aria-label": "Table" },
    h(
      "table",
      {},
      h("thead", {}, h("tr", {}, head.map(cell("th")))),
      h(
        "tbody",
        {},
        rows.map((row) => h("tr", {}, row.map(cell("td")))),
      ),
    ),
  );
}

/** The `data_table` block: a caption, a heading row, one column that names each row, and pages. */
export function dataTable(block, surface) {
  const [head, ...rows] = block.rows;
  const size = block.page_size ?? ROWS_A_PAGE;
  const body = h("tbody");
  const pager = h("div", { class: "pager" });
  const show = (page) => {
    fill(
      body,
      rows.slice(page * size, (page + 1) * size).map((row) => dataRow(row, block, surface)),
    );
    fill(pager, rows.length > size && pageButtons(page, Math.ceil(rows.length / size), show));
  };
  show(0);
  const titles = head.map((cell, at) =>
    h("th", { scope: "col", class: alignOf(rows[0]?.[at]) }, cellNodes(cell, surface.world)),
  );
  const table = h("table", {}, h("caption", {}, block.caption), h("thead", {}, h("tr", {}, titles)), body);
  const wrap = { class: "table-wrap", tabindex: "0", role: "group", "aria-label": block.caption };
  return h("div", {}, h("div", wrap, table), pager);
}

/** Figures stand to the right, their heading too. */
const alignOf = (cell) => (cell?.type === "raw_number" ? "align-right" : null);

const dataRow = (row, block, surface) =>
  h(
    "tr",
    {},
    row.map((cell, at) => dataCell(cell, at, block, surface)),
  );

function dataCell(cell, at, block, surface) {
  if (cell.type === "action" || cell.element)
    return h("td", {}, renderElement(cell.element ?? cell, block, surface));
  const names = at === (block.row_header_column_index ?? 0);
  return h(
    names ? "th" : "td",
    { class: alignOf(cell), scope: names ? "row" : null },
    cellNodes(cell, surface.world),
  );
}

function pageButtons(page, pages, show) {
  const turn = (to, words) =>
    h(
      "button",
      {
        type: "button",
        class: "button small",
        disabled: to < 0 || to >= pages,
        on: { click: () => show(to) },
      },
      words,
    );
  return [turn(page - 1, "Previous"), h("span", {}, `${page + 1} of ${pages}`), turn(page + 1, "Next")];
}
