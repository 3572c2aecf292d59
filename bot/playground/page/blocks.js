// Block Kit's layout blocks as DOM nodes, on any surface.

import { chart } from "./charts.js";
import { fill, h, uid } from "./dom.js";
import { renderElement } from "./elements.js";
import { icon } from "./icons.js";
import { markdown } from "./markdown.js";
import { richText } from "./richtext.js";
import { dataTable, plainTable } from "./tables.js";
import { textNodes, textOf } from "./text.js";

/** Draw all blocks of a surface into `holder`, and give each a mark to find it by. */
export function renderBlocks(blocks, surface, holder) {
  surface.show(blocks);
  fill(
    holder,
    blocks.map((block) => renderBlock(block, surface)),
  );
  return holder;
}

function renderBlock(block, surface) {
  const node = (BLOCKS[block.type] ?? unknown)(block, surface);
  node.classList.add("block", `block-${block.type}`);
  node.dataset.block = block.block_id ?? "";
  return node;
}

const unknown = (block) =>
  h("div", { class: "unknown" }, `(a ${block.type} block is not shown by the playground)`);

function section(block, surface) {
  const fields = block.fields?.map((field) =>
    h("div", { class: "section-field" }, textNodes(field, surface.world)),
  );
  const words = h(
    "div",
    { class: "section-words" },
    block.text && h("div", { class: "section-text" }, textNodes(block.text, surface.world)),
    fields && h("div", { class: "section-fields" }, fields),
  );
  const accessory =
    block.accessory &&
    h("div", { class: "section-accessory" }, renderElement(block.accessory, block, surface));
  return h("div", {}, words, accessory);
}

function header(block, { world, headingLevel }) {
  return h("div", { role: "heading", "aria-level": headingLevel }, textNodes(block.text, world));
}

function context(block, surface) {
  const piece = (element) =>
    element.type === "image"
      ? renderElement(element, block, surface)
      : h("span", {}, textNodes(element, surface.world));
  return h("div", {}, block.elements.map(piece));
}

function actions(block, surface) {
  return h(
    "div",
    {},
    block.elements.map((element) => renderElement(element, block, surface)),
  );
}

function image(block, { world }) {
  const title = block.title && h("figcaption", {}, textNodes(block.title, world));
  return h("figure", {}, title, h("img", { src: block.image_url, alt: block.alt_text ?? "" }));
}

/** Elements that are one field can be pointed at by a <label>; groups of boxes are named by it instead. */
const GROUPS = new Set(["radio_buttons", "checkboxes"]);

function input(block, surface) {
  const ids = { id: uid("field"), label: uid("label"), hint: uid("hint"), error: uid("error") };
  const field = {
    id: ids.id,
    labelledby: ids.label,
    describedby: `${ids.hint} ${ids.error}`,
    required: !block.optional,
  };
  const element = renderElement(block.element, block, surface, field);
  const optional = block.optional && h("span", { class: "optional" }, " (optional)");
  const words = [textNodes(block.label, surface.world), optional];
  const label = GROUPS.has(block.element.type)
    ? h("div", { id: ids.label, class: "label" }, words)
    : h("label", { id: ids.label, for: ids.id, class: "label" }, words);
  return h(
    "div",
    { data: { label: textOf(block.label, surface.world) } },
    label,
    element,
    h("div", { id: ids.error, class: "field-error", hidden: true, data: { error: "" } }),
    h("div", { id: ids.hint, class: "hint" }, textNodes(block.hint, surface.world)),
  );
}

function alert(block, { world }) {
  return h(
    "div",
    { class: `alert-${block.level ?? "default"}`, role: "note" },
    icon("warning"),
    h("span", {}, textNodes(block.text, world)),
  );
}

function card(block, surface) {
  const { world } = surface;
  const picture = (element, name) =>
    element && h("img", { src: element.image_url, alt: element.alt_text ?? "", class: name });
  return h(
    "div",
    {},
    picture(block.hero_image, "card-hero"),
    h(
      "div",
      { class: "card-head" },
      picture(block.icon, "card-icon"),
      h(
        "div",
        {},
        h("div", { class: "card-title" }, textNodes(block.title, world)),
        h("div", { class: "card-subtitle" }, textNodes(block.subtitle, world)),
      ),
    ),
    block.body && h("div", {}, textNodes(block.body, world)),
    block.actions &&
      h(
        "div",
        { class: "block-actions" },
        block.actions.map((element) => renderElement(element, block, surface)),
      ),
  );
}

const carousel = (block, surface) =>
  h(
    "div",
    { tabindex: "0", role: "group", "aria-label": "Cards" },
    block.elements.map((one) => renderBlock(one, surface)),
  );

const BLOCKS = {
  section,
  header,
  context,
  actions,
  context_actions: actions,
  divider: () => h("hr"),
  image,
  input,
  alert,
  card,
  carousel,
  markdown: (block) => h("div", {}, markdown(block.text ?? "")),
  rich_text: (block, { world }) => h("div", {}, richText(block, world)),
  table: (block, { world }) => plainTable(block, world),
  data_table: (block, surface) => dataTable(block, surface),
  data_visualization: (block) => chart(block),
};
