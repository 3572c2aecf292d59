// Block Kit's interactive elements. Each maker gives the node for one element and tells its surface what was
// pressed, typed or chosen. Selects are in selects.js.

import { epochOf, wallOf } from "./dates.js";
import { h, settled, uid } from "./dom.js";
import { icon } from "./icons.js";
import { openMenu } from "./popover.js";
import { SELECTS } from "./selects.js";
import { acts } from "./surface.js";
import { textNodes, textOf } from "./text.js";
import { valueOf, withValue } from "./values.js";

/**
 * Draw an element. `field` says how an input block names it: {id, labelledby, describedby, required}; elsewhere it
 * is named by its placeholder or its own text.
 */
export function renderElement(element, block, surface, field = {}) {
  const make = MAKERS[element.type] ?? SELECTS[element.type] ?? unknown;
  const node = make(element, block, surface, field);
  if (element.action_id) node.dataset.action = element.action_id;
  if (element.focus_on_load) node.dataset.autofocus = "";
  return node;
}

const unknown = (element) =>
  h("span", { class: "unknown" }, `(${element.type} is not shown by the playground)`);

const BUTTON_CLASS = { primary: "button primary", danger: "button danger" };

function button(element, block, surface) {
  const props = {
    type: "button",
    class: BUTTON_CLASS[element.style] ?? "button",
    "aria-label": element.accessibility_label,
  };
  const node = h("button", { ...props, on: { click: press } }, textNodes(element.text, surface.world));
  if (element.url) node.append(h("span", { class: "visually-hidden" }, " (opens in a new tab)"));
  function press() {
    if (node.getAttribute("aria-busy")) return;
    if (/^https?:/i.test(element.url ?? "")) window.open(element.url, "_blank", "noopener");
    surface.act(block, element, {}, node);
  }
  return node;
}

function iconButton(element, block, surface) {
  return button({ ...element, text: element.text ?? element.icon }, block, surface);
}

function feedback(element, block, surface) {
  const half = (side, value) => {
    const act = () => surface.act(block, element, { value: side.value ?? value }, node);
    return h(
      "button",
      { type: "button", class: "button", "aria-label": side.accessibility_label, on: { click: act } },
      textNodes(side.text, surface.world),
    );
  };
  const node = h(
    "span",
    { class: "feedback" },
    half(element.positive_button ?? {}, "positive"),
    half(element.negative_button ?? {}, "negative"),
  );
  return node;
}

function overflow(element, block, surface) {
  const choose = (option) => {
    if (/^https?:/i.test(option.url ?? "")) window.open(option.url, "_blank", "noopener");
    surface.act(block, element, { selected_option: option }, node);
  };
  const items = () =>
    element.options.map((option) => ({
      label: textOf(option.text, surface.world),
      note: textOf(option.description, surface.world),
      choose: () => choose(option),
    }));
  const open = () => openMenu(node, items(), { label: "More options", align: "end" });
  const props = {
    type: "button",
    class: "button icon-only",
    "aria-label": "More options",
    "aria-haspopup": "menu",
    "aria-expanded": "false",
  };
  const node = h("button", { ...props, on: { click: open } }, icon("more"));
  return node;
}

/** Attributes every typed field shares. */
const named = (element, field, surface) => ({
  id: field.id,
  "aria-label": field.labelledby ? null : textOf(element.placeholder, surface.world) || element.action_id,
  "aria-labelledby": field.labelledby,
  "aria-describedby": field.describedby,
  "aria-required": field.required ? "true" : null,
});

/** A typed field: keeps its text in the surface, and tells the app when its block or its config asks for it. */
function typed(tag, extra, element, block, surface, field) {
  const shown = surface.values.get(block, element).value ?? "";
  const node = h(tag, {
    ...named(element, field, surface),
    placeholder: textOf(element.placeholder, surface.world),
    class: "field",
    ...extra,
  });
  node.value = shown;
  const keep = () =>
    surface.values.set(block, element, { ...surface.values.get(block, element), value: node.value || null });
  node.addEventListener("input", keep);
  if (block.dispatch_action) dispatchTyping(node, element, block, surface);
  return node;
}

function dispatchTyping(node, element, block, surface) {
  const on = element.dispatch_action_config?.trigger_actions_on ?? ["on_enter_pressed"];
  const tell = () =>
    surface.changed(
      block,
      element,
      { ...surface.values.get(block, element), value: node.value || null },
      { node },
    );
  if (on.includes("on_character_entered")) node.addEventListener("input", settled(tell, 250));
  if (on.includes("on_enter_pressed")) {
    node.addEventListener("keydown", (event) => {
      if (event.key !== "Enter" || event.shiftKey) return;
      event.preventDefault();
      tell();
    });
  }
}

function textInput(element, ...rest) {
  if (!element.multiline)
    return typed(
      "input",
      { type: "text", autocomplete: "off", maxlength: element.max_length },
      element,
      ...rest,
    );
  return typed("textarea", { rows: 4, maxlength: element.max_length }, element, ...rest);
}

// Text fields rather than type=number: Slack's own field takes what is typed and says what is wrong with it.
const numberInput = (element, ...rest) =>
  typed("input", { type: "text", inputmode: "decimal", autocomplete: "off" }, element, ...rest);
const emailInput = (element, ...rest) =>
  typed("input", { type: "text", inputmode: "email", autocomplete: "off" }, element, ...rest);
const urlInput = (element, ...rest) =>
  typed("input", { type: "text", inputmode: "url", autocomplete: "off" }, element, ...rest);

/** Date and time fields are the browser's own. `read` and `write` turn its text into Slack's value and back. */
function picked(type, read, write) {
  return (element, block, surface, field) => {
    const node = h("input", { ...named(element, field, surface), type, class: "field field-date" });
    const stored = () => surface.values.get(block, element);
    const chosen = () => withValue(stored(), node.value ? read(node.value, surface) : null);
    const show = () => (node.value = valueOf(stored()) === null ? "" : write(valueOf(stored()), surface));
    show();
    if (acts(block))
      tellWhenSettled(node, () => {
        if (valueOf(chosen()) !== valueOf(stored()))
          surface.changed(block, element, chosen(), { node, revert: show });
      });
    else node.addEventListener("input", () => surface.values.set(block, element, chosen()));
    return node;
  };
}

/** The browser says “change” at every keystroke that makes a date, so a pause or leaving the field decides. */
function tellWhenSettled(node, tell) {
  const later = settled(tell, 500);
  node.addEventListener("change", later);
  node.addEventListener("blur", later.now);
}

const same = (value) => value;
const datepicker = picked("date", same, same);
const timepicker = picked("time", same, same);
const datetimepicker = picked(
  "datetime-local",
  (text, { world }) => epochOf(text, world.myZone),
  (epoch, { world }) => wallOf(epoch, world.myZone),
);

/** Radio buttons and checkboxes: a group of labelled boxes. */
function choices(type, role) {
  return (element, block, surface, field) => {
    const name = uid("choice");
    const group = h("div", { ...named(element, field, surface), role, class: "choices" });
    const keep = (option, on) => {
      const before = surface.values.get(block, element);
      const piece =
        type === "radio" ? { ...before, selected_option: option } : toggled(before, option, on, element);
      surface.changed(block, element, piece, { node: group, revert: () => draw() });
    };
    const draw = () =>
      group.replaceChildren(
        ...element.options.map((option) =>
          choice(option, { type, name, keep, surface, piece: surface.values.get(block, element) }),
        ),
      );
    draw();
    return group;
  };
}

function toggled(piece, option, on, element) {
  const values = new Set(piece.selected_options.map(({ value }) => value));
  if (on) values.add(option.value);
  else values.delete(option.value);
  return { ...piece, selected_options: element.options.filter(({ value }) => values.has(value)) };
}

function choice(option, { type, name, keep, surface, piece }) {
  const chosen = type === "radio" ? [piece.selected_option] : piece.selected_options;
  const checked = chosen.some((one) => one?.value === option.value);
  const box = h("input", { type, name, checked, on: { change: () => keep(option, box.checked) } });
  const note = option.description && h("small", {}, textNodes(option.description, surface.world));
  return h("label", { class: "choice" }, box, h("span", {}, textNodes(option.text, surface.world), note));
}

function image(element) {
  return h("img", { src: element.image_url, alt: element.alt_text ?? "", class: "element-image" });
}

const MAKERS = {
  button,
  workflow_button: button,
  icon_button: iconButton,
  feedback_buttons: feedback,
  overflow,
  image,
  plain_text_input: textInput,
  number_input: numberInput,
  email_text_input: emailInput,
  url_text_input: urlInput,
  datepicker,
  timepicker,
  datetimepicker,
  radio_buttons: choices("radio", "radiogroup"),
  checkboxes: choices("checkbox", "group"),
};
