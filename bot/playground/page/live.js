// What is said to people who do not see the page, and short notices for everybody.

import { fill, h } from "./dom.js";
import { icon } from "./icons.js";

const NOTICE_SECONDS = 9;

/** Read a sentence out to a screen reader, politely; an empty one takes the last back. */
export function announce(text) {
  const region = document.getElementById("live");
  // The same words twice are read once, so the region is emptied first.
  fill(region);
  setTimeout(() => fill(region, text), 60);
}

/** Show a notice over the page; it goes away by itself or when dismissed. */
export function toast(text, level = "info") {
  const dismiss = () => node.remove();
  const close = h(
    "button",
    { type: "button", class: "icon-button", "aria-label": "Dismiss", on: { click: dismiss } },
    icon("close"),
  );
  const node = h(
    "div",
    {
      class: `toast toast-${level}`,
      role: level === "error" ? "alert" : "status",
      data: { testid: "toast" },
    },
    h("span", {}, text),
    close,
  );
  document.getElementById("toasts").append(node);
  setTimeout(dismiss, NOTICE_SECONDS * 1000);
}
