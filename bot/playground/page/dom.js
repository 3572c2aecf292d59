// Small builders for DOM nodes. Nothing here, or anywhere else in the page, ever parses HTML: whatever a
// person typed arrives as a text node, so markup in it stays visible text.

const SVG = "http://www.w3.org/2000/svg";
const PROPERTIES = new Set(["value", "checked", "disabled", "hidden", "indeterminate"]);

/** Make an element: `h("button", {class: "x", on: {click}}, "Press")`. Null children are left out. */
export function h(tag, props = {}, ...children) {
  const node = document.createElement(tag);
  for (const [name, value] of Object.entries(props)) setProp(node, name, value);
  node.append(...solid(children));
  return node;
}

/** A button: what it is, what a press does, what stands on it. */
export const tap = (props, click, ...children) =>
  h("button", { type: "button", ...props, on: { click } }, ...children);

/** Make an SVG element; attributes only. */
export function svg(tag, attributes = {}, ...children) {
  const node = document.createElementNS(SVG, tag);
  for (const [name, value] of Object.entries(attributes)) node.setAttribute(name, value);
  node.append(...solid(children));
  return node;
}

function setProp(node, name, value) {
  if (value === null || value === undefined || value === false) return;
  if (name === "on")
    for (const [type, listener] of Object.entries(value)) node.addEventListener(type, listener);
  else if (name === "data") Object.assign(node.dataset, value);
  else if (name === "css") for (const [key, text] of Object.entries(value)) node.style.setProperty(key, text);
  else if (PROPERTIES.has(name)) node[name] = value;
  else node.setAttribute(name, value === true ? "" : value);
}

function solid(children) {
  return children.flat(Infinity).filter((child) => child !== null && child !== undefined && child !== false);
}

/** Put new children in place of the old ones. */
export function fill(node, ...children) {
  node.replaceChildren(...solid(children));
  return node;
}

let count = 0;

/** An id that no other element on the page has. */
export function uid(prefix) {
  count += 1;
  return `${prefix}-${count}`;
}

/** Run `task` once, `ms` after the last call; `.now()` runs a waiting one at once. */
export function settled(task, ms) {
  let timer = null;
  let waiting = null;
  const now = () => {
    if (waiting === null) return;
    clearTimeout(timer);
    const args = waiting;
    waiting = null;
    task(...args);
  };
  const later = (...args) => {
    waiting = args;
    clearTimeout(timer);
    timer = setTimeout(now, ms);
  };
  return Object.assign(later, { now });
}

export const sleep = (ms) => new Promise((resolve) => setTimeout(resolve, ms));

/** True where the person asked their system for less movement. */
export const calm = () => window.matchMedia("(prefers-reduced-motion: reduce)").matches;

/** True on a screen as narrow as a phone's. */
export const narrow = () => window.matchMedia("(max-width: 760px)").matches;
