// Questions that hold everything else up: Slack's confirm dialogs. The browser's own modal dialog keeps the focus
// inside and makes the rest of the page inert.

import { h, uid } from "./dom.js";
import { textNodes } from "./text.js";

/** Ask a Slack confirmation object; resolves with true for yes. Escape and a press on “no” are no. */
export function askConfirm(confirm, world) {
  const title = uid("confirm");
  const words = uid("confirm");
  const answer = (value) => ({ type: "button", on: { click: () => dialog.close(value) } });
  const yes = confirm.style === "danger" ? "button danger-solid" : "button primary";
  const dialog = h(
    "dialog",
    { class: "confirm", "aria-labelledby": title, "aria-describedby": words, data: { testid: "confirm" } },
    h("h2", { id: title }, textNodes(confirm.title, world)),
    h("p", { id: words }, textNodes(confirm.text, world)),
    h(
      "div",
      { class: "dialog-foot" },
      h("button", { class: "button", ...answer("no") }, textNodes(confirm.deny ?? "Cancel", world)),
      h("button", { class: yes, ...answer("yes") }, textNodes(confirm.confirm ?? "Yes", world)),
    ),
  );
  document.body.append(dialog);
  dialog.showModal();
  return new Promise((resolve) => {
    dialog.addEventListener("close", () => {
      dialog.remove();
      resolve(dialog.returnValue === "yes");
    });
  });
}
