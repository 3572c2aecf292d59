// The one modal: shows the top of the view stack, collects the form, shows what was wrong under each field.

import { renderBlocks } from "./blocks.js";
import { fill, h, tap } from "./dom.js";
import { icon } from "./icons.js";
import { announce } from "./live.js";
import { busy, Surface } from "./surface.js";
import { textNodes, textOf } from "./text.js";
import { mistakes } from "./validation.js";

export class Modal {
  #view = null;
  #surface = null;
  #opener = null;
  /** Forms that lie under a pushed view keep what was typed in them. */
  #stack = new Map();

  constructor(dialog, world, connection) {
    Object.assign(this, { dialog, world, connection });
    this.body = h("div", { class: "modal-body" });
    world.on("hello", ({ modal, depth }) => this.show({ view: modal, errors: null, depth }));
    world.on("modal", (frame) => this.show(frame));
    dialog.addEventListener("cancel", (event) => this.#escaped(event));
  }

  get isOpen() {
    return this.dialog.open;
  }

  /** Take a `modal` frame: another view, the same one again, errors, or none. */
  show({ view, errors, depth }) {
    if (!view) return this.#hide();
    const focus = this.#focusMark();
    const isNew = view.id !== this.#view?.id;
    this.#view = view;
    this.#surface = this.#surfaceOf(view);
    renderBlocks(view.blocks, this.#surface, this.body);
    fill(this.dialog, this.#form(view, depth ?? 1));
    this.#open();
    if (errors) return this.showErrors(errors);
    return isNew ? this.#focusFirst() : this.#focusAgain(focus);
  }

  #surfaceOf(view) {
    if (!this.#stack.has(view.id)) {
      const surface = new Surface({ type: "view", view_id: view.id }, this.world, this.connection);
      surface.values.seed(view.blocks, view.state?.values);
      this.#stack.set(view.id, surface);
    }
    return this.#stack.get(view.id);
  }

  #open() {
    if (this.dialog.open) return;
    this.#opener = document.activeElement;
    this.dialog.showModal();
  }

  #hide() {
    this.#view = null;
    this.#stack.clear();
    if (!this.dialog.open) return;
    this.dialog.close();
    fill(this.dialog);
    if (this.#opener?.isConnected) this.#opener.focus({ preventScroll: true });
  }

  #form(view, depth) {
    const submit = this.#submitButton(view);
    const send = (event) => this.#submit(event, submit);
    const foot = h("footer", { class: "dialog-foot" }, this.#closeButton(view), submit);
    return h("form", { novalidate: true, on: { submit: send } }, this.#head(view, depth), this.body, foot);
  }

  #head(view, depth) {
    return h(
      "header",
      { class: "modal-head" },
      depth > 1 && this.#iconButton("back", "Back", false),
      h("h2", { id: "modal-title" }, textNodes(view.title, this.world)),
      this.#iconButton("close", "Close", true),
    );
  }

  #submitButton(view) {
    if (!view.submit) return null;
    const props = { type: "submit", class: "button primary", data: { testid: "modal-submit" } };
    return h("button", props, textNodes(view.submit, this.world));
  }

  #closeButton(view) {
    const hasInput = view.blocks.some(({ type }) => type === "input");
    const words = view.close ? textNodes(view.close, this.world) : hasInput ? "Cancel" : "Close";
    return tap({ class: "button" }, () => this.#close(false), words);
  }

  #iconButton(name, label, cleared) {
    const props = { class: `icon-button modal-${name}`, "aria-label": label };
    return tap(props, () => this.#close(cleared), icon(name));
  }

  #close(cleared) {
    const view_id = this.#view.id;
    this.#stack.delete(view_id);
    this.connection.send({ type: "close", view_id, ...(cleared && { cleared }) });
  }

  #escaped(event) {
    // The server decides what lies under a closed view, so the dialog waits for its word.
    event.preventDefault();
    if (event.target === this.dialog) this.#close(false);
  }

  async #submit(event, button) {
    event.preventDefault();
    if (!button || button.getAttribute("aria-busy")) return;
    const wrong = mistakes(this.#view.blocks, this.#surface.values);
    this.showErrors(wrong);
    if (Object.keys(wrong).length) return;
    const answer = this.connection.ask({
      type: "submit",
      view_id: this.#view.id,
      state: this.#surface.state,
    });
    if (!(await busy(button, answer))) announce("The app did not answer. What you typed is still here.");
  }

  /** Put a sentence under each field that has one, and go to the first. */
  showErrors(errors) {
    const wrong = [...this.body.querySelectorAll("[data-error]")].filter((node) =>
      this.#showError(node, errors),
    );
    if (!wrong.length) return;
    const field = wrong[0].closest(".block");
    field.scrollIntoView({ block: "nearest" });
    field.querySelector("input, textarea, select, button")?.focus({ preventScroll: true });
    announce(
      wrong.map((node) => `${node.closest("[data-label]").dataset.label}: ${node.textContent}`).join(". "),
    );
  }

  #showError(node, errors) {
    const block = node.closest(".block");
    const sentence = errors[block.dataset.block] ?? "";
    node.hidden = !sentence;
    fill(node, sentence && [icon("warning"), sentence]);
    block.classList.toggle("invalid", Boolean(sentence));
    for (const field of block.querySelectorAll("input, textarea"))
      field.setAttribute("aria-invalid", String(Boolean(sentence)));
    return Boolean(sentence);
  }

  #focusMark() {
    const field = document.activeElement?.closest?.("[data-action]");
    if (!field || !this.body.contains(field)) return null;
    return { block: field.closest(".block").dataset.block, action: field.dataset.action };
  }

  #focusAgain(mark) {
    const nodes = mark ? [...this.body.querySelectorAll("[data-action]")] : [];
    const field = nodes.find(
      (node) => node.dataset.action === mark.action && node.closest(".block").dataset.block === mark.block,
    );
    const target = field?.matches("input, textarea, button")
      ? field
      : field?.querySelector("input, textarea, button");
    if (target) target.focus({ preventScroll: true });
    else if (!this.dialog.contains(document.activeElement)) this.#focusFirst();
  }

  #focusFirst() {
    const wanted =
      this.body.querySelector("[data-autofocus]") ?? this.body.querySelector(".block-input [data-action]");
    const target = wanted?.matches("input, textarea") ? wanted : wanted?.querySelector("input, textarea");
    (target ?? this.dialog.querySelector(".dialog-foot button:last-child"))?.focus({ preventScroll: true });
    this.body.scrollTop = 0;
    announce(textOf(this.#view.title, this.world));
  }
}
