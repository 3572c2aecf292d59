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

  /** The tab was opened: ask the server, which answers with `home`. */
  open() {
    this.#show(this.world.home);
    this.connection.send({ type: "open_home" });
  }

  #show(view) {
    if (!view)
      return fill(this.holder, h("p", { class: "empty" }, `${this.world.app.name} is preparing this page…`));
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
