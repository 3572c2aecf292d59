// The app's Home tab: a view like a modal's, without a form around it.

import { renderBlocks } from "./blocks.js";
import { fill, h } from "./dom.js";
import { Surface } from "./surface.js";

export class Home {
  #surface = null;

  constructor(holder, world, connection) {
    Object.assign(this, { holder, world, connection });
    world.on("home", ({ view }) => this.#show(view));
  }

  /** The tab was opened: the server answers with what it has, and the app may publish more before it is done. */
  async open() {
    this.#show(this.world.home);
    await this.connection.ask({ type: "open_home" });
    if (!this.world.home) this.#say(`${this.world.app.name} has put nothing here yet.`);
  }

  #say(text) {
    fill(this.holder, h("p", { class: "empty" }, text));
  }

  #show(view) {
    if (!view) return this.#say("One moment…");
    const held =
      this.holder.contains(document.activeElement) &&
      document.activeElement.closest("[data-action]")?.dataset.action;
    // Values are kept only while it is the same view: a fresh one starts afresh.
    if (this.#surface?.container.view_id !== view.id)
      this.#surface = new Surface({ type: "view", view_id: view.id }, this.world, this.connection, 2);
    const holder = renderBlocks(
      view.blocks,
      this.#surface,
      h("div", { class: "blocks", data: { testid: "home" } }),
    );
    const scroll = this.holder.scrollTop;
    fill(this.holder, holder);
    this.holder.scrollTop = scroll;
    if (held)
      [...holder.querySelectorAll("button[data-action]")]
        .find((node) => node.dataset.action === held)
        ?.focus({ preventScroll: true });
    return holder;
  }
}
