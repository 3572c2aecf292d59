// Lists that float over the page: menus here, and the place beside an anchor for everything else that floats.
// They use the browser's popovers, which lie above dialogs and close on Escape or a press elsewhere.

import { h } from "./dom.js";

const GAP = 4;
const EDGE = 8;

/** Put a shown popover below its anchor, or above where there is more room. `align`: which edges meet. */
export function place(floating, anchor, align = "start") {
  const at = anchor.getBoundingClientRect();
  const below = window.innerHeight - at.bottom - GAP - EDGE;
  const above = at.top - GAP - EDGE;
  floating.style.maxHeight = "none";
  const wanted = floating.scrollHeight + 2;
  const up = wanted > below && above > below;
  const height = Math.min(wanted, up ? above : below, 360);
  floating.style.maxHeight = `${height}px`;
  floating.style.top = `${up ? at.top - GAP - height : at.bottom + GAP}px`;
  const left = align === "end" ? at.right - floating.offsetWidth : at.left;
  floating.style.left = `${Math.max(EDGE, Math.min(left, window.innerWidth - floating.offsetWidth - EDGE))}px`;
}

/** Where a popover must be in the tree: inside the anchor's dialog, for outside it would not react. */
export const hostOf = (anchor) => anchor.closest("dialog") ?? document.body;

/**
 * Open a menu at a button. `items`: {label, note?, icon?, danger?, choose} or {heading}. Arrow keys move, Enter
 * chooses, Escape gives the focus back to the button.
 */
export function openMenu(anchor, items, { label, align = "start", className = "" } = {}) {
  const menu = h("div", { class: `menu ${className}`, role: "menu", popover: "auto", "aria-label": label });
  menu.append(...items.map((item) => (item.heading ? heading(item) : entry(item, menu))));
  hostOf(anchor).append(menu);
  menu.addEventListener("keydown", (event) => moveInMenu(event, menu));
  menu.addEventListener("toggle", ({ newState }) => newState === "closed" && closed(menu, anchor));
  anchor.setAttribute("aria-expanded", "true");
  menu.showPopover();
  place(menu, anchor, align);
  menu.querySelector("[role=menuitem]")?.focus();
  return menu;
}

const heading = (item) => h("div", { class: "menu-heading", role: "presentation" }, item.heading);

function entry(item, menu) {
  const choose = () => {
    menu.hidePopover();
    item.choose();
  };
  const words = h(
    "span",
    { class: "menu-words" },
    h("span", {}, item.label),
    item.note && h("small", {}, item.note),
  );
  const props = {
    type: "button",
    role: "menuitem",
    tabindex: "-1",
    class: item.danger ? "menu-item danger" : "menu-item",
  };
  return h("button", { ...props, "aria-label": item.name, on: { click: choose } }, item.icon, words);
}

function closed(menu, anchor) {
  const held = menu.contains(document.activeElement) || document.activeElement === document.body;
  anchor.setAttribute("aria-expanded", "false");
  menu.remove();
  if (held && anchor.isConnected) anchor.focus({ preventScroll: true });
}

const STEPS = { ArrowDown: 1, ArrowRight: 1, ArrowUp: -1, ArrowLeft: -1 };

function moveInMenu(event, menu) {
  const items = [...menu.querySelectorAll("[role=menuitem]")];
  const at = items.indexOf(document.activeElement);
  const edge = { Home: 0, End: items.length - 1 }[event.key];
  const step = STEPS[event.key];
  if (event.key === "Tab") menu.hidePopover();
  if (step === undefined && edge === undefined) return;
  event.preventDefault();
  items[edge ?? (at + step + items.length) % items.length].focus();
}
