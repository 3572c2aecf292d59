// The left side: who you are, the conversations with their unread marks, and the app.

import { fill, h, tap } from "./dom.js";
import { Onlookers } from "./onlookers.js";
import { avatar } from "./people.js";

export class Sidebar {
  /** `go`: {become(user), openChannel(id), openHome()}. */
  constructor(holder, world, go) {
    Object.assign(this, { holder, world, go });
    this.onlookers = new Onlookers(world, () => this.draw());
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
    const people = this.world.people().map((user) => this.#person(user));
    return h(
      "div",
      { class: "switcher", role: "group", "aria-labelledby": "you-are" },
      h("div", { id: "you-are", class: "group-title" }, "You are"),
      h("div", { class: "persons" }, people),
    );
  }

  #person(user) {
    const mine = user.id === this.world.me;
    const waiting = mine ? 0 : this.onlookers.unread(user.id);
    const words = h(
      "span",
      { class: "person-words" },
      h("strong", {}, user.real_name.split(" ")[0]),
      h("small", {}, user.title),
    );
    const props = {
      class: "person",
      "aria-pressed": String(mine),
      title: `Be ${user.real_name}`,
      data: { user: user.id, place: `be-${user.id}` },
    };
    return tap(
      props,
      () => mine || this.go.become(user.id),
      avatar(user.id, this.world),
      words,
      countNode(waiting, "waiting"),
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
        entries.map((node) => h("li", {}, node)),
      ),
    );
  }

  #entry(channel, mark, name) {
    const current = this.place === channel.id;
    return entry(
      { id: channel.id, current, unread: channel.unread },
      () => this.go.openChannel(channel.id),
      mark,
      name,
    );
  }

  /** The app's entry leads to its messages while some are unread, else to Home. */
  #app() {
    const { app } = this.world;
    const channel = this.world.appChannel();
    const current = this.place === "home" || this.place === channel?.id;
    const open = () => (channel?.unread && !current ? this.go.openChannel(channel.id) : this.go.openHome());
    return entry(
      { id: "app", current, unread: channel?.unread },
      open,
      avatar(app.user_id, this.world, "small"),
      app.name,
    );
  }
}

/** One entry of the list; where one is, nothing is unread. */
function entry({ id, current, unread }, open, mark, name) {
  const count = current ? 0 : (unread ?? 0);
  const props = {
    class: count ? "place unread" : "place",
    "aria-current": current ? "page" : null,
    data: { place: id },
  };
  return tap(props, open, mark, h("span", { class: "place-name" }, name), countNode(count, "unread"));
}

function countNode(count, word) {
  if (!count) return null;
  return h(
    "span",
    { class: "count" },
    h("span", { "aria-hidden": "true" }, String(count)),
    h("span", { class: "visually-hidden" }, `, ${count} ${word}`),
  );
}
