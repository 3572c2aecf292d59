// The left side: who you are, the conversations with their unread marks, and the app.

import { fill, h } from "./dom.js";
import { avatar } from "./people.js";

export class Sidebar {
  /** `go`: {become(user), openChannel(id), openHome()}. */
  constructor(holder, world, go) {
    Object.assign(this, { holder, world, go });
    this.place = null;
    for (const type of ["unread", "channel"]) world.on(type, () => this.draw());
  }

  /** Mark where the person is: a conversation's id, or “home”. */
  at(place) {
    this.place = place;
    this.draw();
  }

  draw() {
    const { world } = this;
    if (!world.me) return;
    const held = document.activeElement?.dataset?.place;
    const all = [...world.channels.values()].filter(({ archived }) => !archived);
    const rooms = all.filter(({ kind }) => kind === "channel").sort((a, b) => a.name.localeCompare(b.name));
    const direct = all.filter(({ kind, user }) => kind === "im" && user !== world.app.user_id);
    fill(
      this.holder,
      this.#heading(),
      this.#switcher(),
      h(
        "div",
        { class: "places" },
        this.#group(
          "Channels",
          rooms.map((channel) =>
            this.#entry(channel, h("span", { class: "hash", "aria-hidden": "true" }, "#"), channel.name),
          ),
        ),
        direct.length > 0 &&
          this.#group(
            "Direct messages",
            direct.map((channel) =>
              this.#entry(channel, avatar(channel.user, world, "small"), world.nameOf(channel.user)),
            ),
          ),
        this.#group("Apps", [this.#app()]),
      ),
    );
    if (held) this.holder.querySelector(`[data-place="${CSS.escape(held)}"]`)?.focus({ preventScroll: true });
  }

  #heading() {
    return h(
      "div",
      { class: "team" },
      h("strong", {}, this.world.team.name),
      h("span", {}, "Playground workspace"),
    );
  }

  #switcher() {
    const { world } = this;
    const person = (user) => {
      const mine = user.id === world.me;
      const first = (user.real_name || user.name).split(" ")[0];
      const words = h("span", { class: "person-words" }, h("strong", {}, first), h("small", {}, user.title));
      const props = {
        type: "button",
        class: "person",
        "aria-pressed": String(mine),
        title: `Be ${user.real_name}`,
        data: { user: user.id, place: `be-${user.id}` },
      };
      return h(
        "button",
        { ...props, on: { click: () => mine || this.go.become(user.id) } },
        avatar(user.id, world),
        words,
      );
    };
    return h(
      "div",
      { class: "switcher", role: "group", "aria-labelledby": "you-are" },
      h("div", { id: "you-are", class: "group-title" }, "You are"),
      h("div", { class: "persons" }, world.people().map(person)),
    );
  }

  #group(title, entries) {
    return h(
      "section",
      { "aria-label": title },
      h("div", { class: "group-title", "aria-hidden": "true" }, title),
      h(
        "ul",
        { role: "list" },
        entries.map((entry) => h("li", {}, entry)),
      ),
    );
  }

  #entry(channel, mark, name, place = channel.id) {
    const current = this.place === place;
    const unread = current ? 0 : (channel.unread ?? 0);
    const props = {
      type: "button",
      class: unread ? "place unread" : "place",
      "aria-current": current ? "page" : null,
      data: { place },
    };
    const count =
      unread > 0 &&
      h(
        "span",
        { class: "count" },
        h("span", { "aria-hidden": "true" }, String(unread)),
        h("span", { class: "visually-hidden" }, `, ${unread} unread`),
      );
    return h(
      "button",
      { ...props, on: { click: () => this.go.openChannel(channel.id) } },
      mark,
      h("span", { class: "place-name" }, name),
      count,
    );
  }

  /** The app's entry leads to its messages while some are unread, else to Home. */
  #app() {
    const { app } = this.world;
    const channel = this.world.appChannel();
    const current = this.place === "home" || this.place === channel?.id;
    const unread = current ? 0 : (channel?.unread ?? 0);
    const open = () => (unread ? this.go.openChannel(channel.id) : this.go.openHome());
    const props = {
      type: "button",
      class: unread ? "place unread" : "place",
      "aria-current": current ? "page" : null,
      data: { place: "app" },
    };
    const count =
      unread > 0 &&
      h(
        "span",
        { class: "count" },
        h("span", { "aria-hidden": "true" }, String(unread)),
        h("span", { class: "visually-hidden" }, `, ${unread} unread`),
      );
    return h(
      "button",
      { ...props, on: { click: open } },
      avatar(app.user_id, this.world, "small"),
      h("span", { class: "place-name" }, app.name),
      count,
    );
  }
}
